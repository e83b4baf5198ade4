import { existsSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { SiteOfLines } from '../../../sim/region/made-up-sorting.ts';
import type { MatrixSpec, MeasuredAt } from '../../../sim/region/spec/chain.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { commandLine } from '../../command-line.ts';
import { InputError } from '../../errors.ts';
import { builtinFolder } from '../reading/source.ts';
import { filesBeside, MAKE_IT, readSiteFile } from './read-site.ts';
import type { MatricesFrom, RegionSettings } from './schema.ts';
import { type Measured, type MeasuredLoad, perceptionsOf, type SiteFile, trainingsOf } from './site-file.ts';

/** Measured sites by the name under which a region gives them. */
export type Sites = ReadonlyMap<string, SiteFile>;

/** Which of the measurements of a file is meant, where the region does not say so itself. */
export interface SiteChoice {
  readonly perception?: string | undefined;
  readonly training?: number | undefined;
}

type Path = SpecProblem['path'];

/** Every place of a region that names a measured site, and where. */
function namedSites({ matrices, places = [] }: RegionSettings): { from: MatricesFrom; path: Path }[] {
  const own = matrices === undefined ? [] : [{ from: matrices, path: ['region', 'matrices'] }];
  return [
    ...own,
    ...places.flatMap((place, index) =>
      place.kind === 'sorting' && !Array.isArray(place.matrices)
        ? [{ from: place.matrices as MatricesFrom, path: ['region', 'places', index, 'matrices'] }]
        : [],
    ),
  ];
}

const fileOf = (from: MatricesFrom): string => named(from).file;

export const named = (from: MatricesFrom): Exclude<MatricesFrom, string> =>
  typeof from === 'string' ? { file: from } : from;

/** The first place that names each measured site: what is wrong with a file is told once. */
export const firstNamed = (settings: RegionSettings): ReadonlyMap<string, Path> =>
  new Map(
    namedSites(settings)
      .reverse()
      .map(({ from, path }) => [fileOf(from), path]),
  );

/** Reads the measured sites that a region names: beside the file that names them, in the working folder, or looptwin's own. */
export function readSites(
  settings: RegionSettings,
  files: readonly string[],
  cwd: string,
): { readonly sites: Sites; readonly problems: SpecProblem[] } {
  const sites = new Map<string, SiteFile>();
  const problems: SpecProblem[] = [];
  const folders = [...files.map((file) => dirname(resolve(cwd, file))), cwd, builtinFolder];
  for (const [file, path] of firstNamed(settings)) {
    const places = isAbsolute(file) ? [file] : folders.map((folder) => resolve(folder, file));
    const found = places.find((place) => existsSync(place));
    try {
      if (found !== undefined) sites.set(file, readSiteFile(found, file));
      else {
        const known = filesBeside(file, folders);
        problems.push({ path, message: 'no such file of a measured site', got: file, known, cure: MAKE_IT });
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const { what, where, cure = MAKE_IT, ...got } of error.problems)
        problems.push({ path, message: `${where ?? file}: ${what}`, ...got, cure });
    }
  }
  return { sites, problems };
}

/** What is asked of a measured site that it does not know: perceptions and trainings, with the names that it knows. */
export function choiceProblems(settings: RegionSettings, sites: Sites): SpecProblem[] {
  const { perceptions = [] } = settings;
  const ofRegion = [...firstNamed(settings).keys()].flatMap((file) =>
    perceptions.flatMap((name, index) => unknown(file, sites, name, ['region', 'perceptions', index])),
  );
  const ofPlaces = namedSites(settings).flatMap(({ from, path }) => {
    const { file, perception, training } = named(from);
    const site = sites.get(file);
    if (site === undefined) return [];
    const seeds = trainingsOf(site, perception ?? perceptionsOf(site)[0] ?? '');
    return [
      ...(perception === undefined ? [] : unknown(file, sites, perception, [...path, 'perception'])),
      ...(training === undefined || seeds.length === 0 || seeds.includes(training)
        ? []
        : [
            {
              ...{ path: [...path, 'training'], message: `${file} has no such training`, got: training },
              cure: `Use one of ${seeds.join(', ')}`,
            },
          ]),
    ];
  });
  return [...ofRegion, ...ofPlaces];
}

/** That a file was not measured under a perception; nothing where it was, or could not be read. */
function unknown(file: string, sites: Sites, got: string, path: Path): SpecProblem[] {
  const site = sites.get(file);
  const known = site === undefined ? [got] : perceptionsOf(site);
  if (known.includes(got)) return [];
  return [
    {
      ...{ path, message: `${file} was not measured under it`, got, known },
      cure: `Use one of ${known.join(', ')}, or measure it: looptwin measure --perceptions ${got}`,
    },
  ];
}

/** What a measured site is for a region: its lines as one perception sees. The first of the file where nothing is said. */
export function siteOfLines(from: MatricesFrom, sites: Sites, choice: SiteChoice = {}): SiteOfLines {
  const file = fileOf(from);
  const site = sites.get(file);
  if (site === undefined) throw new Error(`measured site ${file} was not read`);
  const own = named(from);
  const perception = own.perception ?? choice.perception ?? site.measured[0]?.perception;
  const seen = site.measured.filter((entry) => entry.perception === perception);
  const training = own.training ?? choice.training;
  const entry = seen.find((one) => one.training === training) ?? seen[0];
  if (entry === undefined) throw new Error(`measured site ${file} knows no ${perception}`);
  const { materials, outputs, hours } = site;
  return {
    ...{ materials, outputs, hoursPerDay: hours, lineEurPerYear: entry.lineEurPerYear },
    ...{ matrices: entry.loads.map(matrixOf), measured: measuredAt(file, site, entry) },
  };
}

function matrixOf({
  loadKgPerH,
  cells,
  spread,
  perHour,
  workCo2eKgPerHour,
  believed,
}: MeasuredLoad): MatrixSpec {
  const { workEur, robotJ, mainsJ } = perHour;
  return {
    ...{ loadKgPerH, cells, spread },
    // Robots live on their panels; the mains is what the region's grid sees.
    perHour: { eur: workEur.mean, energyJ: robotJ.mean + mainsJ.mean, co2eKg: workCo2eKgPerHour },
    believedOver: Object.fromEntries(
      Object.entries(believed).map(([output, { purity, believed: taken }]) => [output, taken - purity]),
    ),
  };
}

/** One of the shifts that a measured site stands on, as `looptwin run` plays it again: the first of the middle load. */
export function measuredDay(site: SiteFile, { perception, training, loads }: Measured) {
  const middle = loads[Math.floor(loads.length / 2)];
  const run = middle?.runs[0];
  if (middle === undefined || run === undefined) throw new Error(`${site.title} names no measured run`);
  const set = [
    ...site.set,
    `feed.poolSize=${site.specimens}`,
    `feed.ratePerHour=${site.ratePerHour * middle.factor}`,
    `policies.perceptions=${JSON.stringify([perception])}`,
    `training.seed=${training}`,
  ];
  return { source: site.scenario, run, set };
}

function measuredAt(file: string, site: SiteFile, entry: Measured): MeasuredAt {
  const { perception, training, loads } = entry;
  const { run, set } = measuredDay(site, entry);
  const shifts = loads.reduce((sum, load) => sum + load.shifts, 0);
  const accuracy = loads.reduce((sum, load) => sum + load.accuracy.mean, 0) / loads.length;
  const { scenario, scenarioHash, codeHash } = site;
  // An input that came at one load is known there, and told by its material at the others.
  const inputs = Object.keys(loads[0]?.feedKgPerH ?? {});
  const unseen = inputs.filter((input) => loads.every((load) => load.unseen.includes(input))).length;
  const options = { seed: run.seed, replication: run.replication };
  return {
    ...{ file, scenario, perception, training, shifts, accuracy, scenarioHash, codeHash, run },
    ...{ unseen, inputs: inputs.length },
    command: commandLine('run', { source: scenario, options, set }),
  };
}
