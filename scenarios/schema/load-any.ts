import type { Scenario } from './day/scenario.ts';
import { isRegion, loadRegion, loadScenario } from './load.ts';
import { isProtocol, loadProtocol } from './protocol/load.ts';
import type { ProtocolFile } from './protocol/schema.ts';
import type { RegionScenario } from './region/scenario.ts';

/**
 * Reads a file of any kind: a site's day, a region's years, a training protocol. In a file of its own because a protocol knows
 * the networks, and with them the engine, which whoever plays a day does not wait for.
 */
export function loadAny(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): Scenario | RegionScenario | ProtocolFile {
  if (isRegion(nameOrPath, cwd)) {
    // Measured sites are files of their own.
    const { sites: _, ...region } = loadRegion(nameOrPath, sets, cwd);
    return region;
  }
  return isProtocol(nameOrPath, cwd)
    ? loadProtocol(nameOrPath, sets, cwd)
    : loadScenario(nameOrPath, sets, cwd);
}
