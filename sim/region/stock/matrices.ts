import { type DrawKey, drawKey, normalAt } from '../../kernel/random/random.ts';
import type { SortingSpec } from '../spec/chain.ts';
import {
  type Cells,
  matrixAtLoad,
  shiftMatrix,
  type TransferMatrix,
  transferMatrix,
} from '../spec/transfer-matrix.ts';

interface Site {
  readonly loads: readonly { readonly loadKgPerH: number; readonly matrix: TransferMatrix }[];
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
    const { loads, draws } = this.#site(spec);
    return shiftMatrix(matrixAtLoad(loads, loadKgPerH), (cell) => normalAt(draws, day, cell));
  }

  #site(spec: SortingSpec): Site {
    const known = this.#sites.get(spec.id);
    if (known !== undefined) return known;
    const outputs = Object.keys(spec.matrices[0]!.cells);
    const site: Site = {
      loads: spec.matrices.map(({ loadKgPerH, cells, spread }) => ({
        loadKgPerH,
        matrix: transferMatrix(this.#materialIds, rowsInOrder(cells, outputs), spread),
      })),
      draws: drawKey(this.#run.seed, this.#run.replication, `sorting/${spec.id}`, 'shift'),
    };
    this.#sites.set(spec.id, site);
    return site;
  }
}

/** The rows of a table as the first matrix of the site lists them: whoever wrote the others may have ordered them differently. */
function rowsInOrder(cells: Cells, outputs: readonly string[]): Cells {
  return Object.fromEntries(outputs.map((output) => [output, cells[output]!]));
}
