import { CONDITIONS, FEED } from '../../../sim/region/spec/chain.ts';
import { gradedInput, matrixProblems, spreadProblems } from '../../../sim/region/spec/transfer-matrix.ts';
import type { SettingProblem } from '../reading/path.ts';
import type { MeasuredLoad, SiteFile } from './site-file.ts';

/** More than the six digits of a share in the file can bring a column above 1, and far less than a slip of the hand. */
const ROUNDED = 1e-5;

/** The site with columns that rounding has brought above 1 (where all of an input is sorted out) back at 1. */
export function roundingUndone(site: SiteFile): SiteFile {
  return {
    ...site,
    measured: site.measured.map((entry) => ({
      ...entry,
      loads: entry.loads.map((load) => ({ ...load, cells: atMostOne(load.cells) })),
    })),
  };
}

function atMostOne(cells: MeasuredLoad['cells']): MeasuredLoad['cells'] {
  const sumOf = (input: string) => Object.values(cells).reduce((sum, row) => sum + (row[input] ?? 0), 0);
  const scaled = (input: string, cell: number): number => {
    const sum = sumOf(input);
    return sum > 1 && sum <= 1 + ROUNDED ? cell / sum : cell;
  };
  return Object.fromEntries(
    Object.entries(cells).map(([output, row]) => [
      output,
      Object.fromEntries(Object.entries(row).map(([input, cell]) => [input, scaled(input, cell)])),
    ]),
  );
}

/** What the schema cannot see in a measured site: loads that do not rise, and tables that cannot be those of its outputs and materials. */
export function siteTableProblems(site: SiteFile): SettingProblem[] {
  const outputs = site.outputs.map(({ id }) => id);
  const inputs = site.materials.flatMap((id) =>
    CONDITIONS.slice(0, FEED).map((condition) => gradedInput(id, condition)),
  );
  const found = site.measured.flatMap(({ loads }, entry) =>
    loads.flatMap((load, k) =>
      [...unrisen(loads, k), ...outputProblems(load, outputs), ...cellProblems(load, inputs)].map(
        (problem) => ({
          ...problem,
          path: ['measured', entry, 'loads', k, ...problem.path],
        }),
      ),
    ),
  );
  return eachOnce(found);
}

function unrisen(loads: readonly MeasuredLoad[], k: number): SettingProblem[] {
  const [before, here] = [loads[k - 1]?.loadKgPerH ?? 0, loads[k]?.loadKgPerH ?? 0];
  if (here > before) return [];
  return [
    {
      ...{ path: ['loadKgPerH'], message: `loads must rise, and the one before it is ${before}`, got: here },
      cure: 'Sort the loads',
    },
  ];
}

/** A load without one of the outputs would leave no number between it and the next. */
function outputProblems({ cells }: MeasuredLoad, outputs: readonly string[]): SettingProblem[] {
  const here = Object.keys(cells);
  if (here.length === outputs.length && here.every((output) => outputs.includes(output))) return [];
  return [
    {
      ...{ path: ['cells'], message: `must tell of the outputs of the site, ${outputs.join(', ')}` },
      ...{ got: here.join(', '), cure: 'Every load needs the same outputs' },
    },
  ];
}

function cellProblems({ cells, spread }: MeasuredLoad, inputs: readonly string[]): SettingProblem[] {
  const table = (name: string, messages: readonly string[]): SettingProblem[] =>
    messages.map((message) => ({
      ...{ path: [name], message, cure: 'Each row needs one number 0..1 for each material and condition' },
    }));
  return [
    ...table('cells', matrixProblems(inputs, cells)),
    ...table('spread', spreadProblems(inputs, cells, spread)),
  ];
}

/** What is wrong in the same words at several loads is told at the first of them. */
function eachOnce(problems: readonly SettingProblem[]): SettingProblem[] {
  const alike = new Map<string, SettingProblem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.path.at(-1), problem.message, problem.got]);
    alike.set(key, [...(alike.get(key) ?? []), problem]);
  }
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const also = others.length === 0 ? '' : ` (and at ${others.length} further loads)`;
    return [{ ...first, message: `${first.message}${also}` }];
  });
}
