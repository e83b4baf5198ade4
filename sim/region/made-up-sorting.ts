import { materialById } from '../materials/catalogue.ts';
import { reprocessedClasses } from './made-up-data.ts';
import type { MatrixSpec, MeasuredAt, SortingSpec } from './spec/chain.ts';
import type { Cells } from './spec/transfer-matrix.ts';

/** An articulated lorry. */
export const PAYLOAD_KG = 20_000;
/** Two shifts of eight hours, where hours are not measured. */
const HOURS_PER_DAY = 16;

const storageOf = (capacityKgPerDay: number): number => Math.max(15 * capacityKgPerDay, 25 * PAYLOAD_KG);

/** A measured line that sorting sites are built of, many side by side. */
export interface SiteOfLines {
  readonly materials: readonly string[];
  readonly outputs: readonly OutputOfLine[];
  readonly matrices: readonly MatrixSpec[];
  /** Open hours of a measured day: its robots had the sun and the batteries of so many, and no more. */
  readonly hoursPerDay: number;
  readonly lineEurPerYear: number;
  readonly measured: MeasuredAt;
}

export interface OutputOfLine {
  readonly id: string;
  /** Best next use that it serves. */
  readonly use: string;
  /** Material ids, classes or families. */
  readonly accepts: readonly string[];
}

/** True for what goes to a workshop and not to a reprocessor. */
export const isForReuse = ({ use }: OutputOfLine): boolean => use === 'reuse' || use === 'repair';

/** A bale that has a reprocessor of its own, and the classes that it is meant to hold. */
export interface Bale {
  readonly name: string;
  readonly classes: readonly string[];
}

/** Bales of a region's sites: one for each class that is reprocessed, or each output of a measured site that holds such. */
export function balesOf(materialIds: readonly string[], site: SiteOfLines | undefined): Bale[] {
  const known = materialIds.map(materialById);
  const classes = reprocessedClasses.filter((name) => known.some((material) => material.class === name));
  if (site === undefined) return classes.map((name) => ({ name, classes: [name] }));
  return site.outputs
    .filter((output) => !isForReuse(output))
    .map(({ id, accepts }) => {
      const meant = known.filter((m) => [m.id, m.class, m.family].some((name) => accepts.includes(name)));
      return { name: id, classes: classes.filter((name) => meant.some((m) => m.class === name)) };
    })
    .filter((bale) => bale.classes.length > 0);
}

type Work = Pick<
  SortingSpec,
  'hoursPerDay' | 'eurPerKg' | 'energyJPerKg' | 'lines' | 'lineEurPerYear' | 'matrices' | 'measured'
>;

/** Sites of one capacity that do the same work. */
const sorters =
  (capacityKgPerDay: number, work: Work) =>
  (id: string): SortingSpec => ({
    ...({ kind: 'sorting', id, capacityKgPerDay } as const),
    storageKg: storageOf(capacityKgPerDay),
    ...work,
  });

/** Sites of so many measured lines that the largest load of the measurement carries their capacity. */
export function measuredSorters(site: SiteOfLines, capacityKgPerDay: number): (id: string) => SortingSpec {
  const { matrices, hoursPerDay, lineEurPerYear, measured } = site;
  const mostKgPerH = Math.max(...matrices.map(({ loadKgPerH }) => loadKgPerH));
  return sorters(capacityKgPerDay, {
    ...{ hoursPerDay, eurPerKg: 0, energyJPerKg: 0 },
    lines: Math.ceil(capacityKgPerDay / hoursPerDay / mostKgPerH),
    ...{ lineEurPerYear, matrices, measured },
  });
}

/** Standard deviation of a share from shift to shift, as a part of it: an estimate for a large site. */
const SPREAD = 0.03;

/** Sites whose tables are typed in: bales of recyclable classes, whole items for reuse, and the residue; all share their tables. */
export function typedSorters(
  materialIds: readonly string[],
  capacityKgPerDay: number,
): (id: string) => SortingSpec {
  const classes = [...new Set(materialIds.map((material) => materialById(material).class))].filter((name) =>
    reprocessedClasses.includes(name),
  );
  const cells = (yieldShare: number, stray: number): Cells => ({
    ...Object.fromEntries(
      classes.map((name) => [
        name,
        Object.fromEntries(
          materialIds.map((material) => [
            material,
            materialById(material).class === name ? yieldShare : stray / classes.length,
          ]),
        ),
      ]),
    ),
    whole: Object.fromEntries(materialIds.map((material) => [material, 0.02])),
  });
  const spread = (of: Cells): Cells =>
    Object.fromEntries(
      Object.entries(of).map(([output, row]) => [
        output,
        Object.fromEntries(Object.entries(row).map(([input, share]) => [input, SPREAD * share])),
      ]),
    );
  const measured = (loadKgPerH: number, of: Cells) => ({ loadKgPerH, cells: of, spread: spread(of) });
  const fullKgPerH = capacityKgPerDay / HOURS_PER_DAY;
  const matrices = [measured(fullKgPerH * 0.25, cells(0.9, 0.03)), measured(fullKgPerH, cells(0.78, 0.07))];
  return sorters(capacityKgPerDay, {
    ...{ hoursPerDay: HOURS_PER_DAY, eurPerKg: 0.09, energyJPerKg: 36_000, matrices },
  });
}
