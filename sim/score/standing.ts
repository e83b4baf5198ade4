import type { EventData } from '../record/event.ts';
import { openSeconds } from '../site/day.ts';
import { standingCost } from '../site/upkeep/standing-cost.ts';
import { type Books, carbon } from './summarise.ts';

/**
 * The books of a day as if it ended now, in EUR and kgCO2e: lots sold at the purity that they have, residue sent away, the
 * standing costs of the hours that have passed. At the end of the day, with everything sold and paid, these are the
 * figures of its summary to the last bit.
 */
export function standing(books: Books, ended: boolean): EventData<'accounts.state'> {
  const { bins, residue, robots, till } = books;
  const lots = bins.map((bin) => ({ id: bin.spec.id, sold: bin.revenueEur, lot: bin.worth() }));
  const rest = residue.due();
  const due = ended ? { mainsEur: 0, fixedEur: 0, co2eKg: 0 } : standingSoFar(books);
  const costs = new Map(till.costEurByCause);
  const owe = (cause: string, eur: number) => costs.set(cause, (costs.get(cause) ?? 0) + eur);
  const lotCosts = lots.flatMap(({ lot }) => lot.costs);
  for (const [cause, eur] of lotCosts) owe(cause, eur);
  owe('residue', rest.eur);
  owe('mains electricity', due.mainsEur);
  owe('fixed', due.fixedEur);
  const owedEur = lotCosts.reduce((sum, [, eur]) => sum + eur, rest.eur + due.mainsEur + due.fixedEur);
  const revenueEur = till.revenueEur + lots.reduce((sum, { lot }) => sum + lot.revenueEur, 0);
  const costEur = till.costEur + owedEur;
  const flows = [
    ...lots.map(({ id, sold, lot }) => ({ cause: `sale ${id}`, eur: sold + lot.revenueEur })),
    ...[...costs].map(([cause, eur]) => ({ cause, eur: -eur })),
  ];
  const lotsCo2eKg = lots.reduce((sum, { lot }) => sum + lot.co2eKg, 0);
  return {
    ...{ revenueEur, costEur, valueEur: revenueEur - costEur },
    co2eKg: carbon(books).co2eKg + lotsCo2eKg + rest.co2eKg + due.co2eKg,
    energyJ: robots.reduce((sum, { power }) => sum + power.battery.servedJ, 0),
    flows: flows.filter(({ eur }) => eur !== 0),
  };
}

/** Standing costs of the hours until now; the carbon of the mains where it counts within the boundary of the summary. */
function standingSoFar({ day }: Books): { mainsEur: number; fixedEur: number; co2eKg: number } {
  const { site, economy, residue } = day.world;
  const openS = openSeconds(site);
  const passedS = openSeconds({ ...site, durationS: Math.min(site.durationS, day.sim.now / 1e6) });
  const share = openS === 0 ? 0 : passedS / openS;
  const { mainsKWh, mainsEur, fixedEur } = standingCost(day.world);
  const { boundary, kgCo2ePerKg } = economy.mainsCarbon;
  const co2eKg = boundary === residue.carbon.boundary ? mainsKWh * kgCo2ePerKg * share : 0;
  return { mainsEur: mainsEur * share, fixedEur: fixedEur * share, co2eKg };
}
