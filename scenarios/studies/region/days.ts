import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '../../../sim/record/canonical.ts';
import type { SiteBelow } from '../../../sim/record/run-info.ts';
import { InputError } from '../../errors.ts';
import { daysName, manifestName, readRecord } from '../../record/ownership.ts';
import { measuredDay } from '../../schema/region/sites.ts';
import { run } from '../day/day.ts';
import { readManifest } from '../day/read.ts';
import type { RunOptions } from '../day/with-execution.ts';
import { isRegionFolder, readRegionManifest } from './read.ts';

const standing = z.object({
  ...{ arm: z.string(), place: z.string(), file: z.string(), scenario: z.string(), perception: z.string() },
  ...{ training: z.number(), shifts: z.number(), accuracy: z.number(), command: z.string() },
});

type Standing = Readonly<z.infer<typeof standing>>;

/** What the summary of a region says of its sorting sites; nothing where there is none, or another document. */
function standingIn(folder: string): Standing[] {
  const { sites } = readRecord(join(folder, 'summary.json'));
  const list = Array.isArray(sites) ? sites : [];
  return list.flatMap((site) => standing.safeParse(site).data ?? []);
}

/** A folder of its own for each command line: a region that stands on other shifts never shows these. */
function dayName({ perception, training, command }: Standing): string {
  const word = perception.replace(/[^a-z0-9-]/g, '');
  return `${word}-${training}-${sha256Hex(command).slice(0, 8)}`;
}

/** What the sorting sites of a region were measured in, and the days of it that the folder keeps. */
export function sitesBelow(folder: string): SiteBelow[] {
  return standingIn(folder).map((site) => {
    const { file: _file, ...told } = site;
    const name = dayName(site);
    return { ...told, day: existsSync(join(folder, daysName, name, manifestName)) ? name : '' };
  });
}

/** The code of today may play another day than the one that was measured: then the page would lead astray. */
function checkDay(folder: string, fingerprint: string, note: (text: string) => void): void {
  const main = readManifest(folder).variants.find((variant) => variant.main);
  if (main?.eventHash !== fingerprint)
    note(`${folder}: this code plays another day than the shift that was measured`);
}

/**
 * Plays a day that each measured site of a region stands on, where the folder does not keep it yet. Throws InputError for a folder
 * that is no region of measured sites, or whose measured scenario cannot be found.
 */
export async function playSiteDays(folder: string, options: RunOptions): Promise<void> {
  const cure = 'Give the folder of a region whose matrices are measured, such as region-of-robots';
  if (!isRegionFolder(folder)) throw new InputError({ what: 'no region', where: folder, cure });
  const { sites = {} } = readRegionManifest(folder).scenario;
  const wanted = new Map(standingIn(folder).map((site) => [dayName(site), site]));
  if (wanted.size === 0)
    throw new InputError({ what: 'no sorting site of it was measured', where: folder, cure });
  for (const [name, { file, perception, training }] of wanted) {
    const out = join(folder, daysName, name);
    const site = sites[file];
    const entry = site?.measured.find((one) => one.perception === perception && one.training === training);
    if (site === undefined || entry === undefined || existsSync(join(out, manifestName))) continue;
    const { source, run: shift, set } = measuredDay(site, entry);
    const { seed, replication, fingerprint } = shift;
    options.note?.(`playing the day under ${perception}, training ${training}`);
    await run(source, { ...options, set, seed, replication, out });
    checkDay(out, fingerprint, options.note ?? (() => {}));
  }
}
