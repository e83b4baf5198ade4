import { soldAsOneLot } from '../../../sim/decisions/pooled-day.ts';
import { canFail } from '../../../sim/decisions/upkeep/least-upkeep.ts';
import { must } from '../../../sim/record/must.ts';
import { liftedWorld } from '../../../sim/score/regret.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import type { Certain, LeftOut, RegretRow } from '../../record/regret-file.ts';
import type { Variant } from '../../steps/steps.ts';
import type { Execution } from '../day/execute.ts';
import type { RunPlan } from '../day/plan.ts';
import { costOf } from '../day/summary.ts';

/** A day on which something that the certain bound leaves out costs nothing. */
interface Spared {
  /** True where the information bound counts it (`informationBoundOf` says how); most of it only where that bounds lots. */
  informed(world: WorldSpec): boolean;
  world?(world: WorldSpec): WorldSpec;
  variant?(variant: Variant): Variant;
}

const robots = (world: WorldSpec, change: Partial<WorldSpec['robots'][number]>): WorldSpec => ({
  ...world,
  robots: world.robots.map((robot) => ({ ...robot, ...change })),
});

/** Technicians who are there at once, at any hour, and need no time. */
const noStandstill = (world: WorldSpec): WorldSpec => ({
  ...world,
  assets: world.assets.map((asset) => ({ ...asset, plannedS: 0, repairS: 0 })),
  maintenance: { ...world.maintenance, travelS: 0, fromHour: 0, toHour: 24, everyDays: 0, spareParts: 1e6 },
});

/** What the certain bound leaves out, by name. What of it the bound knows all the same (the idle power of moves) is in both days and cancels. */
const leftOut: Readonly<Record<string, Spared>> = {
  'standing by': {
    informed: soldAsOneLot,
    world: (world) => robots(world, { idleW: 0, sleepW: 0, offW: 0, wakeJ: 0 }),
  },
  looks: {
    informed: () => true,
    variant: (variant) => ({ ...variant, looksTake: 'nothing' }),
  },
  'moves that fail': { informed: soldAsOneLot, world: (world) => robots(world, { pickSuccess: 1 }) },
  'price steps of lots': { informed: soldAsOneLot, world: (world) => liftedWorld(world, ['processing']) },
  standstill: { informed: () => false, world: noStandstill },
};

/** The best way of seeing on a day: what it earns, and the certain bound of that day. */
interface Best {
  readonly variant: Variant;
  readonly valueEur: number;
  readonly boundEur: number;
}

/** How much less the best loses against the certain bound where something costs nothing, EUR. */
async function lostEur(
  plan: RunPlan,
  { variant, valueEur, boundEur }: Best,
  { world = (same) => same, variant: spared = (same) => same }: Spared,
  execution: Execution,
): Promise<number> {
  const lighter = world(plan.world);
  const less = { ...plan, world: lighter, bound: { ...plan.bound, world: lighter } };
  const main = spared(variant);
  const [day] = await execution.days({ ...less, variants: [main], main });
  const gainEur = must(day, 'day').summary.valueEur - valueEur;
  return gainEur - ((await execution.bound(less)).boundEur - boundEur);
}

/** What the best of the played variants loses against the certain bound, and by what of it that the bound leaves out. */
export async function certainOf(
  plan: RunPlan,
  played: readonly { readonly variant: Variant; readonly row: Pick<RegretRow, 'valueEur'> }[],
  execution: Execution,
): Promise<Certain> {
  const [first, ...others] = played;
  const { variant, row } = others.reduce(
    (a, b) => (b.row.valueEur > a.row.valueEur ? b : a),
    must(first, 'perception'),
  );
  const { valueEur } = row;
  const { boundEur, upkeepEur } = await execution.bound(plan);
  const rows = Object.entries(leftOut).map(async ([what, spared]) => {
    const eur = await lostEur(plan, { variant, valueEur, boundEur }, spared, execution);
    return { what, eur, informed: spared.informed(plan.world) };
  });
  return {
    ...{ name: variant.perception, boundEur, regretEur: boundEur - valueEur },
    leftOut: (await Promise.all(rows)).sort((a, b) => b.eur - a.eur),
    upkeep: canFail(plan.world)
      ? { paidEur: await paidForUpkeep(plan, variant, execution), leastEur: upkeepEur }
      : null,
  };
}

/** What the day of a variant paid for visits and parts, EUR. */
async function paidForUpkeep(plan: RunPlan, variant: Variant, execution: Execution): Promise<number> {
  const [day] = await execution.days({ ...plan, variants: [variant], main: variant });
  return costOf(must(day, 'day').summary, 'maintenance');
}

/** EUR to a cent, without a sign before nothing. */
export const cents = (eur: number) => eur.toFixed(2).replace(/^-(?=0\.00$)/, '');

/** A row of what is left out, as a table shows it. */
export const leftOutTexts = (
  { eur }: LeftOut,
  regretEur: number,
): readonly [eur: string, percent: string] => [
  cents(eur),
  regretEur > 0.005 ? ((100 * eur) / regretEur).toFixed(0).replace(/^-0$/, '0') : '-',
];

/** What makes up more than a tenth of what is lost against the certain bound, in a sentence. */
export function certainText({ name, boundEur, regretEur, leftOut: rows, upkeep }: Certain): string {
  const kept =
    upkeep === null
      ? ''
      : ` For visits and parts it pays ${cents(upkeep.paidEur)}, and the bound ${cents(upkeep.leastEur)}: the least that lives as they were drawn allow.`;
  const head = `The certain bound is EUR ${boundEur.toFixed(2)}, and ${name} loses ${cents(regretEur)} against it.${kept}`;
  const large = rows.filter(({ eur }) => eur > 0.1 * regretEur && eur >= 0.005);
  if (large.length === 0) return `${head} Nothing that it leaves out makes up more than a tenth of that.`;
  const unknown = large.filter(({ informed }) => !informed).map(({ what }) => what);
  const counted =
    unknown.length === 0
      ? `the information bound counts ${large.length === 1 ? 'it' : 'them all'}`
      : `no bound counts ${unknown.join(', ')}`;
  return `${head} What makes up more than a tenth of that and is left out: ${large.map(({ what }) => what).join(', ')}; ${counted} (looptwin bound).`;
}
