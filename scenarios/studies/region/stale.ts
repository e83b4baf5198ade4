import { InputError } from '../../errors.ts';
import { loadScenario } from '../../schema/load.ts';
import type { Path } from '../../schema/reading/path.ts';
import type { LoadedRegion } from '../../schema/region/scenario.ts';
import type { SiteFile } from '../../schema/region/site-file.ts';
import { firstNamed } from '../../schema/region/sites.ts';
import { codeHash, shiftCode } from '../../store/code.ts';
import { scenarioHash } from '../day/manifest.ts';
import type { RunOptions } from '../day/with-execution.ts';

/** What a region can be played with, and its reader should know; `path` leads to the setting. */
export interface Warning {
  readonly path: Path;
  readonly text: string;
}

/** Measured sites of a region that are of other code or of another scenario than today's, or of one that cannot be read. */
export function staleSites({ region, sites }: LoadedRegion, { cwd, cacheDir }: RunOptions): Warning[] {
  const places = firstNamed(region);
  return [...(sites ?? [])].flatMap(([file, site]) => {
    const changed = scenarioChanged(site, cwd, cacheDir);
    const certain = [
      ...(site.codeHash === codeHash(shiftCode) ? [] : ['the code that plays shifts has changed since']),
      ...(changed === true ? [`its scenario ${site.scenario} has changed since`] : []),
    ];
    const unknown =
      changed === null
        ? [`its scenario ${site.scenario} cannot be read, so that nobody can tell whether it has changed`]
        : [];
    if (certain.length + unknown.length === 0) return [];
    const head = `${file} ${certain.length > 0 ? 'is' : 'may be'} stale: ${[...certain, ...unknown].join(', and ')}`;
    const cure =
      changed === null
        ? 'Put the scenario back where it was'
        : `Measure it again (${site.command} --out ${file})`;
    return [{ path: places.get(file) ?? ['region'], text: `${head}. ${cure}, or say --accept-stale` }];
  });
}

/** True when today's scenario is another one; null where it cannot be read any more. */
function scenarioChanged(site: SiteFile, cwd?: string, cacheDir?: string): boolean | null {
  try {
    return scenarioHash(loadScenario(site.scenario, site.set, cwd, cacheDir)) !== site.scenarioHash;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
