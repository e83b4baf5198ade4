import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { JsonValue } from '../../sim/record/json.ts';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { InputError } from '../errors.ts';
import { refuseOther } from '../read-file.ts';
import { monthsFile } from '../record/months-reader.ts';
import { hasBegun } from '../record/ownership.ts';
import { keptRegret } from '../record/regret-file.ts';
import { refuseExperiment } from '../studies/day/read.ts';
import { sitesBelow } from '../studies/region/days.ts';
import { regionSchemaName } from '../studies/region/manifest.ts';
import { isRegionFolder } from '../studies/region/read.ts';

const eventsFile = 'events.mcap';
const manifestFile = 'manifest.json';

/** Bytes of a file, or null where there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
}

async function readJson(path: string): Promise<JsonValue> {
  try {
    if ((await sizeOf(path)) === null) return null;
    return JSON.parse(await readFile(path, 'utf8')) as JsonValue;
  } catch {
    return null;
  }
}

/** Outputs that the page reads, and holds against the manifest. */
const read = /^(summary\.json|[\w-]+\.mcap)$/;

const words = z.string().catch('');

/** What the page needs of a manifest, which may be half-written or another program's: what does not fit counts as missing. */
const manifestFacts = z
  .object({
    schema: words,
    finished: z.boolean().catch(true),
    scenario: z.object({ name: words, hash: words }).catch({ name: '', hash: '' }),
    outputs: z.array(z.object({ path: words, sha256: words })).catch([]),
  })
  .catch({ schema: '', finished: false, scenario: { name: '', hash: '' }, outputs: [] });

/** Name of the recording of a run: events of a day, months of a region. */
export const recordingOf = ({ kind }: Pick<RunInfo, 'kind'>): string =>
  kind === 'region' ? monthsFile : eventsFile;

/** What a run folder holds now. */
export async function describe(dir: string): Promise<RunInfo> {
  const manifest = manifestFacts.parse(await readJson(join(dir, manifestFile)));
  const ofRegion = manifest.schema === regionSchemaName || (await sizeOf(join(dir, monthsFile))) !== null;
  const kind = ofRegion ? 'region' : 'day';
  const file = recordingOf({ kind });
  return {
    name: basename(dir),
    kind,
    finished: manifest.finished,
    scenario: manifest.scenario.name,
    scenarioHash: manifest.scenario.hash,
    eventsBytes: (await sizeOf(join(dir, file))) ?? 0,
    hashes: manifest.outputs.filter(({ path, sha256 }) => sha256 !== '' && read.test(path)),
    regret: keptRegret(dir).state,
    sites: kind === 'region' ? sitesBelow(dir) : [],
    leftOut: '',
    warning: '',
  };
}

/** Throws InputError unless the folder holds a run, or one that has just begun in it. */
export async function checkFolder(dir: string): Promise<void> {
  const cure = 'Make one with: looptwin run quickstart';
  try {
    if (!(await stat(dir)).isDirectory())
      throw new InputError({ what: 'not a run folder', where: dir, cure });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError({ what: 'no such run folder', where: dir, cure });
  }
  const names = [eventsFile, monthsFile, manifestFile];
  for (const name of names) refuseOther(join(dir, name), cure);
  const sizes = await Promise.all(names.map((name) => sizeOf(join(dir, name))));
  if (sizes[names.indexOf(manifestFile)] !== null) refuseExperiment(dir);
  if (sizes.every((size) => size === null) && !hasBegun(dir))
    throw new InputError({ what: `holds neither ${eventsFile} nor ${manifestFile}`, where: dir, cure });
  // A manifest that is no document is refused here, in words, rather than taken for one that is not there yet.
  isRegionFolder(dir);
}
