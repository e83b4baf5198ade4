import { InputError } from '../../errors.ts';
import { loadScenario } from '../../schema/load.ts';
import type { LoadedRegion } from '../../schema/region/scenario.ts';
import type { SiteFile } from '../../schema/region/site-file.ts';
import { codeHash, shiftCode } from '../../store/code.ts';
import { scenarioHash } from '../day/manifest.ts';
import type { RunOptions } from '../day/with-execution.ts';

/** Sentences on measured sites of a region that are of other code or of another scenario than today's. */
export function staleSites({ sites }: LoadedRegion, { cwd, cacheDir }: RunOptions): string[] {
  return [...(sites ?? [])].flatMap(([file, site]) => {
    const why = [
      ...(site.codeHash === codeHash(shiftCode) ? [] : ['the code that plays shifts has changed since']),
      ...(scenarioChanged(site, cwd, cacheDir) ? [`its scenario ${site.scenario} has changed since`] : []),
    ];
    if (why.length === 0) return [];
    return [
      `${file} is stale: ${why.join(', and ')}. Measure it again (${site.command} --out ${file}), or say --accept-stale`,
    ];
  });
}

/** True when today's scenario is another one; false where it cannot be found any more. */
function scenarioChanged(site: SiteFile, cwd?: string, cacheDir?: string): boolean {
  try {
    return scenarioHash(loadScenario(site.scenario, site.set, cwd, cacheDir)) !== site.scenarioHash;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
