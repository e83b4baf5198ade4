import { must } from '../../../sim/record/must.ts';
import { numberAtLoad } from '../../../sim/region/spec/at-load.ts';
import { MatrixCurve } from '../../../sim/region/spec/matrix-curve.ts';
import { transferMatrix } from '../../../sim/region/spec/transfer-matrix.ts';
import type { Measured, MeasuredLoad, SiteFile } from '../../schema/region/site-file.ts';
import { isWay, refuseForeign } from './comparable.ts';

/** Kilograms of an output may differ by so much of the feed, EUR by so much of the turnover. */
export const LIMIT_KG = 0.015;
export const LIMIT_EUR = 0.015;
/** Kilograms in condition for reuse may differ by so much of themselves. */
export const LIMIT_REUSE = 0.03;

/** How well an earlier measurement tells of shifts at another load. */
export interface Agreement {
  readonly perception: string;
  readonly training: number;
  readonly loadKgPerH: number;
  /** Output whose kilograms differ most, and by how much of the feed (as played less as told). */
  readonly worstOutput: string;
  readonly worstKg: number;
  /** Difference of EUR as a share of the turnover (revenue and cost). */
  readonly eur: number;
  /** Difference of the kilograms in condition for reuse that reach any output, as a share of them. */
  readonly reuseKg: number;
  readonly holds: boolean;
}

/** Compares each load of `played` with what `site` says between its own loads. Throws InputError as `refuseForeign`. */
export function againstSite(site: SiteFile, played: SiteFile): Agreement[] {
  const outputs = played.outputs.map(({ id }) => id);
  refuseForeign(site, { materials: played.materials, outputs, ways: played.measured });
  return played.measured.flatMap((entry) => {
    const known = must(site.measured.find(isWay(entry)), 'way of seeing');
    return entry.loads.map((load) => agreementAt(known, entry, load));
  });
}

/** What a measured site says of a load between its own. */
function loadAt(loads: readonly MeasuredLoad[], loadKgPerH: number) {
  const inputs = Object.keys(loads[0]?.feedKgPerH ?? {});
  const matrices = loads.map((load) => ({
    loadKgPerH: load.loadKgPerH,
    matrix: transferMatrix(inputs, load.cells),
  }));
  const { outputs, share } = new MatrixCurve(matrices).at(loadKgPerH);
  const row = (output: string) => outputs.indexOf(output) * inputs.length;
  const eurOf = (of: 'revenueEur' | 'costEur') =>
    numberAtLoad(loads, loadKgPerH, ({ perHour }) => perHour[of].mean);
  return {
    shareOf: (output: string, input: string) => share[row(output) + inputs.indexOf(input)] ?? 0,
    valueEur: eurOf('revenueEur') - eurOf('costEur'),
  };
}

type ShareOf = (output: string, input: string) => number;

function agreementAt(known: Measured, { perception, training }: Measured, load: MeasuredLoad): Agreement {
  const told = loadAt(known.loads, load.loadKgPerH);
  const outputs = Object.keys(load.cells);
  const feed = load.feedKgPerH;
  const playedShare: ShareOf = (output, input) => load.cells[output]?.[input] ?? 0;
  const kgOf = (share: ShareOf, output: string, of = (_input: string) => true) =>
    Object.entries(feed).reduce((sum, [input, kg]) => (of(input) ? sum + kg * share(output, input) : sum), 0);
  const differences = outputs.map((output) => ({
    output,
    kg: (kgOf(playedShare, output) - kgOf(told.shareOf, output)) / load.loadKgPerH,
  }));
  const worst = differences.reduce((a, b) => (Math.abs(b.kg) > Math.abs(a.kg) ? b : a));
  const { revenueEur, costEur } = load.perHour;
  const eur =
    (revenueEur.mean - costEur.mean - told.valueEur) / (Math.abs(revenueEur.mean) + Math.abs(costEur.mean));
  const reuse = (share: ShareOf) =>
    outputs.reduce((sum, output) => sum + kgOf(share, output, (input) => input.endsWith('/reuse')), 0);
  const reusePlayed = reuse(playedShare);
  const reuseKg = reusePlayed === 0 ? 0 : (reusePlayed - reuse(told.shareOf)) / reusePlayed;
  return {
    ...{ perception, training, loadKgPerH: load.loadKgPerH },
    ...{ worstOutput: worst.output, worstKg: worst.kg, eur },
    reuseKg,
    holds: Math.abs(worst.kg) <= LIMIT_KG && Math.abs(eur) <= LIMIT_EUR && Math.abs(reuseKg) <= LIMIT_REUSE,
  };
}
