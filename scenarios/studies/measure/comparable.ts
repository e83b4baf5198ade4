import { InputError, type InputProblem } from '../../errors.ts';
import type { SiteFile } from '../../schema/region/site-file.ts';

/** A perception under one training. */
interface Way {
  readonly perception: string;
  readonly training: number;
}

/** What is played, or is to be, as far as a measured site must know it. */
interface Subject {
  readonly materials: readonly string[];
  readonly outputs: readonly string[];
  readonly ways: readonly Way[];
}

/** True for an entry of that perception and training. */
export const isWay =
  ({ perception, training }: Way) =>
  (entry: Way): boolean =>
    entry.perception === perception && entry.training === training;

/**
 * Throws InputError, with all that differs, for a measured site that cannot tell of these shifts: it has other materials or outputs,
 * or was not measured under their perceptions and trainings. `where` is what names it.
 */
export function refuseForeign(
  site: SiteFile,
  { materials, outputs, ways }: Subject,
  where = '--against',
): void {
  const problems = [
    ...otherNames(site.materials, materials, 'material', `${where} materials`),
    ...otherNames(
      site.outputs.map(({ id }) => id),
      outputs,
      'output',
      `${where} outputs`,
    ),
    ...unknownWays(site, ways, where),
  ];
  if (problems.length > 0) throw new InputError(problems);
}

function otherNames(
  measured: readonly string[],
  played: readonly string[],
  kind: string,
  where: string,
): InputProblem[] {
  const cure = 'It was measured at another site: name the file of this one, or measure it first with --out';
  const problem = (what: string, names: readonly string[]): InputProblem[] =>
    names.length === 0 ? [] : [{ what: `${what}: ${names.join(', ')}`, where, cure }];
  return [
    ...problem(
      `lacks ${kind}s of these shifts`,
      played.filter((name) => !measured.includes(name)),
    ),
    ...problem(
      `has ${kind}s that these shifts lack`,
      measured.filter((name) => !played.includes(name)),
    ),
  ];
}

function unknownWays({ measured }: SiteFile, ways: readonly Way[], where: string): InputProblem[] {
  const unknown = ways.filter(
    (way, index) => !measured.some(isWay(way)) && ways.findIndex(isWay(way)) === index,
  );
  const known = measured.map(({ perception, training }) => `${perception} (training ${training})`);
  return unknown.map(({ perception, training }) => ({
    what: `was not measured under ${perception} with training ${training}`,
    ...{ where: `${where} measured`, cure: `It knows ${known.join(', ')}` },
  }));
}
