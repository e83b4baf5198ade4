import type { SpecProblem } from '../world.ts';
import { CONDITIONS, FEED, type MeasuredAt, type SortingSpec } from './spec/chain.ts';
import { inputsOf, matrixProblems, spreadProblems } from './spec/transfer-matrix.ts';

/** Tables of a sorting site, the order of their loads, and that all of them tell of the same outputs. */
export function siteProblems(place: SortingSpec, ids: readonly string[]): SpecProblem[] {
  const { matrices, measured } = place;
  if (measured === undefined) return tableProblems(matrices, ids);
  const other = otherMaterials(place, measured, ids);
  // Tables of other materials would be told of cell by cell.
  return [...other, ...(other.length > 0 ? [] : tableProblems(matrices, ids)), ...tooMuch(place)];
}

function tableProblems(matrices: SortingSpec['matrices'], ids: readonly string[]): SpecProblem[] {
  const table = (k: number, name: 'cells' | 'spread', messages: readonly string[]): SpecProblem[] =>
    messages.map((message) => ({
      path: ['matrices', k, name],
      message,
      cure: `Each row needs one number 0..1 for each of ${ids.join(', ')}`,
    }));
  const inputs = inputsOf(ids, CONDITIONS.slice(0, FEED), matrices[0]!.cells);
  return matrices.flatMap(({ loadKgPerH, cells, spread }, k) => [
    ...table(k, 'cells', matrixProblems(inputs, cells)),
    ...(spread === undefined ? [] : table(k, 'spread', spreadProblems(inputs, cells, spread))),
    ...(k > 0 && loadKgPerH <= matrices[k - 1]!.loadKgPerH
      ? [
          {
            path: ['matrices', k, 'loadKgPerH'],
            message: 'loads must rise from matrix to matrix',
            got: loadKgPerH,
            cure: `Sort the matrices by load, or set it above ${matrices[k - 1]!.loadKgPerH}`,
          },
        ]
      : []),
    ...otherOutputs(matrices, k),
  ]);
}

/** Between two loads shares are interpolated, so an output that only one of the matrices has would have no number. */
function otherOutputs(matrices: SortingSpec['matrices'], k: number): SpecProblem[] {
  const first = Object.keys(matrices[0]!.cells);
  const outputs = Object.keys(matrices[k]!.cells);
  if (outputs.length === first.length && outputs.every((output) => first.includes(output))) return [];
  return [
    {
      path: ['matrices', k, 'cells'],
      message: `outputs differ from matrices[0]: ${outputs.join(', ')} instead of ${first.join(', ')}`,
      cure: 'Give every matrix the same outputs; write 0 in the cells of what does not happen at a load',
    },
  ];
}

/** A site knows where those materials go that came to it when it was measured. */
function otherMaterials(
  { matrices }: SortingSpec,
  { file, scenario }: MeasuredAt,
  ids: readonly string[],
): SpecProblem[] {
  const inputs = new Set(Object.keys(Object.values(matrices[0]!.cells)[0] ?? {}));
  const known = [...new Set([...inputs].map((input) => input.slice(0, input.indexOf('/'))))];
  const unknown = ids.filter((id) => !known.includes(id));
  const more = known.filter((id) => !ids.includes(id));
  const problem = (message: string, got: string, cure: string): SpecProblem => ({
    ...{ path: ['matrices'], message: `${file} ${message}`, got, cure },
  });
  return [
    ...unknown.map((id) =>
      problem(
        'was measured without a material of this region',
        id,
        `Measure ${scenario} with it in feed.materials, or take it out of the region's materials`,
      ),
    ),
    ...more.map((id) =>
      problem(
        'was measured with a material that this region lacks',
        id,
        `Add it to the region's materials, or measure ${scenario} without it`,
      ),
    ),
    ...ids
      .filter((id) => known.includes(id))
      .flatMap((id) =>
        CONDITIONS.slice(0, FEED)
          .filter((condition) => !inputs.has(`${id}/${condition}`))
          .map((condition) =>
            problem('tells nothing of a condition', `${id}/${condition}`, 'Measure the site again'),
          ),
      ),
  ];
}

/** Nothing is known of a line above the largest load that was measured. */
function tooMuch({ capacityKgPerDay, hoursPerDay, lines = 1, matrices }: SortingSpec): SpecProblem[] {
  const most = Math.max(...matrices.map(({ loadKgPerH }) => loadKgPerH));
  const needed = Math.ceil(capacityKgPerDay / hoursPerDay / most);
  if (needed <= lines) return [];
  return [
    {
      path: ['capacityKgPerDay'],
      message: `is more than ${lines} ${lines === 1 ? 'line was' : 'lines were'} measured to carry (${most.toFixed(1)} kg/h each)`,
      got: capacityKgPerDay,
      cure: `Give the site lines: ${needed}, or measure it at larger loads`,
    },
  ];
}
