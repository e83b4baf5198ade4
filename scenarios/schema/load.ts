import { dirname, resolve } from 'node:path';
import { cacheFolder } from '../bin/bundle.mjs';
import { InputError, type InputProblem } from '../errors.ts';
import { ContentStore } from '../store/store.ts';
import { withGiven } from './day/given.ts';
import { withPrices } from './day/priced.ts';
import {
  expectationProblems,
  type Scenario,
  type ScenarioFile,
  scenarioSchema,
  worldProblems,
} from './day/scenario.ts';
import { checked, hasSection, type Merged, readMerged } from './reading/merge.ts';
import type { Path } from './reading/path.ts';
import { placeOf } from './reading/problems.ts';
import {
  type LoadedRegion,
  regionExpectationProblems,
  regionProblems,
  regionScenarioSchema,
} from './region/scenario.ts';
import { readSites } from './region/sites.ts';

/** True when the file describes a region (chain scale) and not one site: it has a `region` section. */
export function isRegion(nameOrPath: string, cwd = process.cwd()): boolean {
  return hasSection(readMerged(nameOrPath, [], cwd), 'region');
}

/** Says where a setting of a scenario was written: `mine.yaml:12 region.matrices`, or the --set that made it. */
export function whereWritten(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): (path: Path) => string {
  const { chain, settings } = readMerged(nameOrPath, sets, cwd);
  return (path) => placeOf(path, chain, settings);
}

/** Reads a region scenario with the measured sites that it names; errors as for `loadScenario`. */
export function loadRegion(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): LoadedRegion {
  const merged = readMerged(nameOrPath, sets, cwd);
  const files = merged.chain.map(({ file }) => file).reverse();
  const scenario = checked(merged, regionScenarioSchema, (parsed) => {
    const { sites, problems } = readSites(parsed.region, files, cwd);
    const isAsWritten = !merged.settings.some(({ path }) => path[0] === 'region');
    const unheld = regionExpectationProblems(parsed, isAsWritten);
    return [...problems, ...unheld, ...regionProblems({ ...parsed, sites })];
  });
  return { ...scenario, sites: readSites(scenario.region, files, cwd).sites };
}

/**
 * Reads a scenario by name or path, lays it over those it extends, applies `--set` texts, checks everything;
 * networks that it names by their address are looked for in `cacheDir`.
 * Throws one InputError with all problems found: file, line, path, what was got, cure.
 */
export function loadScenario(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
  cacheDir = cacheFolder(),
): Scenario {
  const merged = readMerged(nameOrPath, sets, cwd);
  if (hasSection(merged, 'plan')) {
    throw new InputError({
      what: 'a plan of experiments, not a day',
      where: nameOrPath,
      cure: `looptwin experiment ${nameOrPath} plays it`,
    });
  }
  if (hasSection(merged, 'protocol')) {
    throw new InputError({
      what: 'this is a training protocol, not a scenario of days',
      where: nameOrPath,
      cure: `Carry it out with: looptwin train ${nameOrPath}`,
    });
  }
  return checkedDay(merged, cwd, cacheDir);
}

/** Sections that say which ways there are to play a scenario. */
const waysSections = ['compare', 'policies', 'networks'];

/** Where a price table is looked for: beside the file that names it, then in the working folder; one that --set names only there. */
function tableFolders({ chain, settings }: Merged, cwd: string): string[] {
  const set = settings.find(({ path }) => path[0] === 'prices');
  if (set !== undefined && set.writtenAt === undefined) return [cwd];
  // What an arm sets stands in the file that has the arms.
  const key = set === undefined ? 'prices' : 'compare';
  const source = chain.findLast(({ value }) => Object.hasOwn(Object(value), key));
  return source === undefined ? [cwd] : [dirname(resolve(cwd, source.file)), cwd];
}

/** Checks a merged scenario, and looks at its price table and at the networks that it is given: their files, or the cache. */
export function checkedDay(merged: Merged, cwd: string, cacheDir = cacheFolder()): Scenario {
  const folders = tableFolders(merged, cwd);
  const filledIn = (file: ScenarioFile) => {
    const { scenario: priced, problems, broken } = withPrices(file, folders);
    const given = withGiven(priced, new ContentStore(cacheDir), cwd);
    return { scenario: given.scenario, problems: [...problems, ...given.problems], broken };
  };
  let ofTable: readonly InputProblem[] = [];
  const problemsOf = (file: ScenarioFile) => {
    const { scenario, problems, broken } = filledIn(file);
    ofTable = broken?.problems ?? [];
    const isAsWritten = !merged.settings.some(({ path }) => waysSections.includes(`${path[0]}`));
    return [...problems, ...worldProblems(scenario), ...expectationProblems(scenario, isAsWritten)];
  };
  try {
    const file = checked(merged, scenarioSchema, problemsOf);
    if (ofTable.length === 0) return filledIn(file).scenario;
  } catch (error) {
    if (!(error instanceof InputError) || ofTable.length === 0) throw error;
    throw new InputError([...error.problems, ...ofTable]);
  }
  throw new InputError(ofTable);
}
