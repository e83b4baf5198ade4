import { readRun } from './day/read.ts';
import { reportHtml } from './day/report.ts';
import { isExperimentFolder, readExperiment } from './experiment-report/read.ts';
import { experimentHtml } from './experiment-report/report.ts';
import { isRegionFolder, readRegion } from './region/read.ts';
import { regionHtml } from './region/report.ts';

/** The report of a finished folder: of a site's day, a region's years or an experiment. Throws InputError if it is none. */
export async function reportOf(folder: string): Promise<string> {
  if (isExperimentFolder(folder)) return experimentHtml(readExperiment(folder));
  return isRegionFolder(folder) ? regionHtml(await readRegion(folder)) : reportHtml(await readRun(folder));
}
