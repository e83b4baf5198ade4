import type { WorldSpec } from '../../world.ts';
import { type Day, openSeconds } from '../day.ts';
import type { Till } from '../till.ts';

/** What draws from the mains while the site is open, in W. */
export function mainsW({ belt, machines = [], robots }: WorldSpec): {
  readonly belt: number;
  readonly machines: number;
  readonly computers: number;
} {
  return {
    belt: belt.powerW,
    machines: machines.reduce((sum, m) => sum + m.powerW, 0),
    computers: robots.reduce((sum, r) => sum + r.remoteW, 0),
  };
}

/** What a site costs whatever is decided: belt, machines and remote computers on the mains while it is open, and fixed costs. */
export function standingCost(world: WorldSpec): { mainsKWh: number; mainsEur: number; fixedEur: number } {
  const { economy, site } = world;
  const openS = openSeconds(site);
  const { belt, machines, computers } = mainsW(world);
  const mainsKWh = ((belt + machines + computers) * openS) / 3.6e6;
  return {
    mainsKWh,
    mainsEur: mainsKWh * economy.mainsEurPerKWh,
    fixedEur: (economy.fixedEurPerHour * openS) / 3600,
  };
}

/** Electricity from the mains and fixed costs of a day; failures and visits are paid as they come. */
export class StandingCosts {
  readonly #day: Day;
  #mainsJ = 0;

  constructor(day: Day) {
    this.#day = day;
    day.conservation.watch('J', 'mains', () => -this.#mainsJ);
  }

  /** Pays them at the end of the day. */
  pay(till: Till): void {
    const { world, ledger } = this.#day;
    const { mainsKWh, mainsEur, fixedEur } = standingCost(world);
    this.#drawMains();
    till.pay(mainsEur, 'mains electricity');
    till.pay(fixedEur, 'fixed');
    const { boundary, kgCo2ePerKg } = world.economy.mainsCarbon;
    const flow = ledger.flow(`kgCO2e:${boundary}`, 'mains', 'atmosphere', 'electricity');
    ledger.post(flow, mainsKWh * kgCo2ePerKg);
  }

  /** Joules from the mains go through the same ledger as those of the batteries, from an account of their own. */
  #drawMains(): void {
    const { world, ledger } = this.#day;
    const openS = openSeconds(world.site);
    for (const [use, powerW] of Object.entries(mainsW(world))) {
      ledger.post(ledger.flow('J', 'mains', `work:${use}`, 'mains electricity'), powerW * openS);
      this.#mainsJ += powerW * openS;
    }
  }
}
