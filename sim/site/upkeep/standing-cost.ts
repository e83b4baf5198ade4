import type { WorldSpec } from '../../world.ts';
import { openSeconds } from '../day.ts';

/** What a site costs whatever is decided: belt, machines and remote computers on the mains while it is open, and fixed costs. */
export function standingCost(world: WorldSpec): { mainsKWh: number; mainsEur: number; fixedEur: number } {
  const { belt, economy, robots, site } = world;
  const openS = openSeconds(site);
  const machineW = (world.machines ?? []).reduce((sum, m) => sum + m.powerW, 0);
  const remoteW = robots.reduce((sum, r) => sum + r.remoteW, 0);
  const mainsKWh = ((belt.powerW + machineW + remoteW) * openS) / 3.6e6;
  return {
    mainsKWh,
    mainsEur: mainsKWh * economy.mainsEurPerKWh,
    fixedEur: (economy.fixedEurPerHour * openS) / 3600,
  };
}
