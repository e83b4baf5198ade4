import { readRun } from './day/read.ts';
import { reportHtml } from './day/report.ts';
import { isRegionFolder, readRegion } from './region/read.ts';
import { regionHtml } from './region/report.ts';

/** The report of a finished run folder, of a site's day or of a region's years. Throws InputError if it is none. */
export async function reportOf(folder: string): Promise<string> {
  return isRegionFolder(folder) ? regionHtml(await readRegion(folder)) : reportHtml(await readRun(folder));
}
