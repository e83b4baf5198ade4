import { type DrawKey, drawKey, normalAt } from '../../kernel/random/random.ts';
import { numberAtLoad } from '../spec/at-load.ts';
import { CONDITIONS, FEED, type LineHour, type SortingSpec } from '../spec/chain.ts';
import { MatrixCurve } from '../spec/matrix-curve.ts';
import {
  type Cells,
  inputsOf,
  matrixAtLoad,
  shiftMatrix,
  type TransferMatrix,
  transferMatrix,
} from '../spec/transfer-matrix.ts';

interface Site {
  readonly at: (loadKgPerH: number) => TransferMatrix;
  readonly draws: DrawKey;
}

/** Transfer matrices of all sorting sites: that of the load, drawn within its spread for the day by name (site, day, cell). */
export class Matrices {
  readonly #sites = new Map<string, Site>();
  readonly #materialIds: readonly string[];
  readonly #run: { readonly seed: number; readonly replication: number };

  constructor(materialIds: readonly string[], run: { readonly seed: number; readonly replication: number }) {
    this.#materialIds = materialIds;
    this.#run = run;
  }

  /** Matrix of a site on a day at a load in kg/h. */
  at(spec: SortingSpec, day: number, loadKgPerH: number): TransferMatrix {
    const site = this.#site(spec);
    // The lines of a site vary each for itself.
    const evened = Math.sqrt(spec.lines ?? 1);
    return shiftMatrix(site.at(loadKgPerH), (cell) => normalAt(site.draws, day, cell) / evened);
  }

  #site(spec: SortingSpec): Site {
    const known = this.#sites.get(spec.id);
    if (known !== undefined) return known;
    const [first] = spec.matrices;
    const outputs = Object.keys(first!.cells);
    const inputs = inputsOf(this.#materialIds, HANDED_IN, first!.cells);
    const loads = spec.matrices.map(({ loadKgPerH, cells, spread }) => ({
      loadKgPerH,
      matrix: transferMatrix(inputs, rowsInOrder(cells, outputs), spread),
    }));
    const curve = spec.measured === undefined ? null : new MatrixCurve(loads);
    const site: Site = {
      at: (loadKgPerH) => curve?.at(loadKgPerH) ?? matrixAtLoad(loads, loadKgPerH),
      draws: drawKey(this.#run.seed, this.#run.replication, `sorting/${spec.id}`, 'shift'),
    };
    this.#sites.set(spec.id, site);
    return site;
  }
}

/** Conditions in which things are handed in. */
const HANDED_IN = CONDITIONS.slice(0, FEED);

/** Place of a cell of a lot (material x condition) among the inputs of a matrix of so many materials. */
export function inputOfCell({ inputs }: TransferMatrix, materials: number, cell: number): number {
  const material = Math.floor(cell / CONDITIONS.length);
  if (inputs.length === materials) return material;
  return material * FEED + Math.min(cell % CONDITIONS.length, FEED - 1);
}

/** What an hour of one line of a site costs at a load; null where the site tells of kilograms alone. */
export function lineHourAt({ matrices }: SortingSpec, loadKgPerH: number): LineHour | null {
  const hours = matrices.flatMap(({ loadKgPerH: at, perHour }) =>
    perHour === undefined ? [] : [{ loadKgPerH: at, perHour }],
  );
  if (hours.length === 0) return null;
  const of = (pick: (hour: LineHour) => number) =>
    numberAtLoad(hours, loadKgPerH, ({ perHour }) => pick(perHour));
  return {
    eur: of(({ eur }) => eur),
    energyJ: of(({ energyJ }) => energyJ),
    co2eKg: Object.fromEntries(
      Object.keys(hours[0]!.perHour.co2eKg).map((boundary) => [
        boundary,
        of(({ co2eKg }) => co2eKg[boundary] ?? 0),
      ]),
    ),
  };
}

/** By how much a site believes an output purer than it is, at a load. */
export function believedOverAt({ matrices }: SortingSpec, output: string, loadKgPerH: number): number {
  if (matrices.every(({ believedOver }) => believedOver === undefined)) return 0;
  return numberAtLoad(matrices, loadKgPerH, ({ believedOver }) => believedOver?.[output] ?? 0);
}

/** The rows of a table as the first matrix of the site lists them: whoever wrote the others may have ordered them differently. */
function rowsInOrder(cells: Cells, outputs: readonly string[]): Cells {
  return Object.fromEntries(outputs.map((output) => [output, cells[output]!]));
}
