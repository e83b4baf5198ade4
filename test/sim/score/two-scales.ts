import { type Interval, meanInterval } from '../../../scenarios/stats/interval.ts';
import { kept } from '../../../sim/kernel/core/kept.ts';
import { drawKey, normalAt } from '../../../sim/kernel/random/random.ts';
import { matrixAtLoad, shiftMatrix, type TransferMatrix } from '../../../sim/region/spec/transfer-matrix.ts';
import { startRun } from '../../../sim/run.ts';
import { measuredSite, TransferMeter } from '../../../sim/score/transfer.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { splitFeed } from '../../oracles/serial-line.ts';
import { depot, noisyPerception, portsOf } from '../run/kit.ts';

export const HOURS = 4;
const MATERIALS = ['pet-bottle-clear', 'hdpe-bottle-white', 'aluminium-can', 'cardboard'];
const OUTPUTS = ['pet', 'hdpe', 'metal'];

/** A shift at one load: two arm robots that never run out of charge, so that only seconds bind. */
function shift(ratePerHour: number): WorldSpec {
  return depot(
    (world) => ({
      feed: {
        ...world.feed,
        materials: MATERIALS.map((materialId, i) => ({ materialId, share: [30, 25, 25, 20][i]! })),
        ratePerHour,
        surges: [],
        poolSize: 0,
      },
      outputs: world.outputs.filter(({ id }) => OUTPUTS.includes(id)),
      robots: world.robots.map((robot) => ({ ...robot, outputs: OUTPUTS, batteryWh: 5000, startSoc: 1 })),
      assets: [],
    }),
    HOURS,
  );
}

/** Shifts that were played, since several comparisons ask for the same ones. */
const played = new Map<string, TransferMeter>();

/** One shift at item scale. */
const itemScale = (ratePerHour: number, seed: number): TransferMeter =>
  kept(played, `${ratePerHour}:${seed}`, () => playShift(ratePerHour, seed));

function playShift(ratePerHour: number, seed: number): TransferMeter {
  const meter = new TransferMeter(MATERIALS, OUTPUTS);
  const ports = portsOf({ perception: noisyPerception(0.85) });
  const run = startRun(shift(ratePerHour), { seed, replication: 0 }, ports, meter);
  while (run.advance(10_000));
  return meter;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** A site as the chain scale knows it: matrices by load, and how far each output's kilograms are known. */
export interface MeasuredSite {
  readonly loads: readonly { readonly loadKgPerH: number; readonly matrix: TransferMatrix }[];
  /** [loads][outputs] half of the 95 % interval of an output's kilograms, as a share of them. */
  readonly halfWidths: readonly (readonly number[])[];
}

/** Matrices at several loads, each pooled over shifts. */
export function measureSite(ratesPerHour: readonly number[], shifts: number): MeasuredSite {
  const measured = ratesPerHour.map((rate, r) => {
    const played = Array.from({ length: shifts }, (_, s) => itemScale(rate, 1000 * (r + 1) + s));
    const load = {
      loadKgPerH: played.reduce((kg, meter) => kg + sum(meter.kg), 0) / (shifts * HOURS),
      matrix: measuredSite(played),
    };
    return {
      load,
      halfWidths: differences(played, () => load.matrix).map(({ difference }) => difference.halfWidth),
    };
  });
  return {
    loads: measured.map(({ load }) => load),
    halfWidths: measured.map(({ halfWidths }) => halfWidths),
  };
}

export interface Agreement {
  readonly output: string;
  /** Item scale minus chain scale, as a share of the output's mean kg. */
  readonly difference: Interval;
}

function differences(
  played: readonly TransferMeter[],
  matrixFor: (loadKgPerH: number) => TransferMatrix,
): Agreement[] {
  return OUTPUTS.map((output, row) => {
    const kg = played.map((meter) => meter.outputKg()[row]!);
    const mean = kg.reduce((total, value) => total + value, 0) / kg.length;
    const relative = played.map((meter, s) => {
      const feed = meter.feedKg();
      const split = splitFeed(matrixFor(sum(feed) / HOURS), feed);
      return (kg[s]! - sum(split.subarray(row * MATERIALS.length, (row + 1) * MATERIALS.length))) / mean;
    });
    return { output, difference: meanInterval(relative) };
  });
}

/** Plays new shifts both ways: item by item, and the same feed through the matrix of its load. */
export function compareScales(
  site: MeasuredSite,
  ratePerHour: number,
  shifts: number,
  eachFeed: (feedKg: Float64Array) => void = () => {},
): Agreement[] {
  const played = Array.from({ length: shifts }, (_, s) =>
    itemScale(ratePerHour, 900_000 + ratePerHour * 1000 + s),
  );
  for (const meter of played) eachFeed(meter.feedKg());
  return differences(played, (loadKgPerH) => matrixAtLoad(site.loads, loadKgPerH));
}

/** Standard deviation of an output's kilograms from shift to shift, as a share of their mean, at both scales. */
export interface SpreadOfOutput {
  readonly output: string;
  readonly itemScale: number;
  readonly chainScale: number;
}

/** Plays new shifts item by item, and draws their feed's shifts within the spread of the measured matrices. */
export function compareSpreads(site: MeasuredSite, ratePerHour: number, shifts: number): SpreadOfOutput[] {
  const feeds: Float64Array[] = [];
  const key = drawKey(1, 0, 'two-scales', 'shift');
  const items = compareScales(site, ratePerHour, shifts, (feed) => feeds.push(feed));
  const drawn = feeds.flatMap((feed, f) =>
    Array.from({ length: 20 }, (_, k) => {
      const mean = matrixAtLoad(site.loads, sum(feed) / HOURS);
      const draw = shiftMatrix(mean, (cell) => normalAt(key, 20 * f + k, cell));
      return [mean, draw].map((matrix) => splitFeed(matrix, feed));
    }),
  );
  return items.map(({ output, difference }, row) => {
    const of = (kg: Float64Array) => sum(kg.subarray(row * MATERIALS.length, (row + 1) * MATERIALS.length));
    const relative = drawn.map(([mean, draw]) => of(draw!) / of(mean!) - 1);
    return { output, itemScale: difference.sd, chainScale: meanInterval(relative).sd };
  });
}

/** Half of the interval of the difference: the new shifts' and the matrices' uncertainty together. */
export function togetherHalfWidth(site: MeasuredSite, row: number, { difference }: Agreement): number {
  const known = Math.max(...site.halfWidths.map((widths) => widths[row]!));
  return Math.sqrt(known * known + difference.halfWidth * difference.halfWidth);
}
