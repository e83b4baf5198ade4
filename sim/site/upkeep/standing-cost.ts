import type { WorldSpec } from '../../world.ts';
import { openSeconds } from '../day.ts';

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
