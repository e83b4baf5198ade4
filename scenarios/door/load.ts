import { join, resolve } from 'node:path';
import type { Message } from '../../sim/record/message.ts';
import { messagesOf } from '../record/replay.ts';
import type { Row } from '../record/table.ts';
import type { Scenario } from '../schema/day/scenario.ts';
import { loadRegion as readRegion } from '../schema/load.ts';
import type { RegionScenario } from '../schema/region/scenario.ts';
import type { Manifest } from '../studies/day/manifest.ts';
import { readRun } from '../studies/day/read.ts';
import type { RunDocument } from '../studies/day/summary.ts';
import { checkName } from './options.ts';
import { dayScenario } from './run.ts';

/**
 * Reads a scenario by name or path, lays it over those it extends, applies `path=value` texts and checks everything. Throws one
 * InputError with all problems.
 */
export function loadScenario(nameOrPath: string, set: readonly string[] = [], cwd = process.cwd()): Scenario {
  checkName('loadScenario', nameOrPath, 'quickstart');
  return dayScenario('loadScenario', nameOrPath, { set, cwd });
}

/** Reads a region scenario; errors as for `loadScenario`. */
export function loadRegion(
  nameOrPath: string,
  set: readonly string[] = [],
  cwd = process.cwd(),
): RegionScenario {
  checkName('loadRegion', nameOrPath, 'circular-region');
  return readRegion(nameOrPath, set, cwd);
}

/** A finished run of a day as it lies in its folder. */
export interface LoadedRun {
  readonly document: RunDocument;
  readonly manifest: Manifest;
  /** Rows of a table by name, such as `decisions`; none if the run has no such table. */
  table(name: string): readonly Row[];
  /** Everything that happened on the recorded day, in order; a damaged recording ends early. */
  events(): Iterable<Message>;
}

/** Opens the folder of a finished run. Throws InputError for any other folder. */
export async function loadRun(folder: string): Promise<LoadedRun> {
  checkName('loadRun', folder, 'runs/quickstart-1a2b3c4d');
  const { document, manifest, table } = await readRun(resolve(folder));
  return { document, manifest, table, events: () => messagesOf(join(resolve(folder), 'events.mcap')) };
}
