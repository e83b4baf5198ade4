import { materialById } from '../../sim/materials/catalogue.ts';
import { sizeOf } from '../../sim/record/frames.ts';
import type { Dataset } from '../data/dataset.ts';
import { CAMERA, inputOf } from '../nets/inputs.ts';
import type { HintTargets } from './hint.ts';

/** How well thermal pictures are guessed from colour on item pixels: 1 - residual / variance, of the network and of what is known without one. */
export interface ThermalFit {
  readonly items: number;
  readonly r2: number;
  readonly rmseK: number;
  /** Whoever knows the outline, and of all items the mean. */
  readonly outline: number;
  /** Whoever knows the look of an item and the mean rise of such items. */
  readonly look: number;
  /** And how bright each pixel is: a straight line for each look. */
  readonly lookAndBrightness: number;
  /** Whoever knows the material, which a camera does not, and its mean rise. */
  readonly material: number;
}

/** Sums of what a guess leaves unexplained on item pixels. */
export class Residuals {
  private residual = 0;
  private total = 0;
  private squares = 0;
  private count = 0;

  constructor(private readonly hint: HintTargets) {}

  add(row: number, guess: (pixel: number) => number): void {
    eachPixel(this.hint, row, (pixel, truth) => {
      const error = guess(pixel) - truth;
      this.residual += error * error;
      this.total += truth;
      this.squares += truth * truth;
      this.count++;
    });
  }

  /** Share of the variance that is explained. */
  r2(): number {
    const variance = this.squares - (this.total * this.total) / Math.max(1, this.count);
    return 1 - this.residual / Math.max(variance, 1e-12);
  }

  /** Root mean square error, in the unit of the targets. */
  rmse(): number {
    return Math.sqrt(this.residual / Math.max(1, this.count));
  }
}

/** The look of each material of a list, as a number. */
export function looksOf(labels: readonly string[]): Int32Array {
  const names = labels.map((label) => materialById(label).look.id);
  const known = [...new Set(names)];
  return Int32Array.from(names, (name) => known.indexOf(name));
}

interface Items {
  readonly data: Dataset;
  readonly hint: HintTargets;
  readonly rows: Int32Array;
}

/** What simpler knowledge, gathered on the items that the network learned from, says of others. */
export function references(
  known: Items & { readonly looks: Int32Array },
  asked: Items,
): Omit<ThermalFit, 'items' | 'r2' | 'rmseK'> {
  const { looks } = known;
  const material = (data: Dataset) => (row: number) => data.material[row]!;
  const look = (data: Dataset) => (row: number) => looks[data.material[row]!]!;
  const flat = () => () => 0;
  const score = (
    groupOf: (data: Dataset) => (row: number) => number,
    brightness: (items: Items) => (row: number, pixel: number) => number,
  ) => {
    const lines = new Lines();
    const [group, bright] = [groupOf(known.data), brightness(known)];
    for (const row of known.rows)
      eachPixel(known.hint, row, (pixel, rise) => {
        lines.learn(group(row), bright(row, pixel), rise);
      });
    const residuals = new Residuals(asked.hint);
    const [askedGroup, askedBright] = [groupOf(asked.data), brightness(asked)];
    for (const row of asked.rows)
      residuals.add(row, (pixel) => lines.guess(askedGroup(row), askedBright(row, pixel)));
    return residuals.r2();
  };
  return {
    outline: score(() => () => 0, flat),
    look: score(look, flat),
    lookAndBrightness: score(look, brightnessOf),
    material: score(material, flat),
  };
}

function eachPixel(
  { side, target, mask }: HintTargets,
  row: number,
  visit: (pixel: number, rise: number) => void,
): void {
  const start = row * side * side;
  for (let pixel = 0; pixel < side * side; pixel++)
    if (mask[start + pixel] !== 0) visit(pixel, target[start + pixel]!);
}

/** Mean of the three colours over the place of a thermal pixel, 0..1. */
function brightnessOf({ data, hint }: Items): (row: number, pixel: number) => number {
  const { shape } = inputOf(data.streams, CAMERA);
  const { values } = data.streams[CAMERA]!;
  const [px = 0] = shape;
  const step = px / hint.side;
  return (row, pixel) => {
    const [top, left] = [Math.floor(pixel / hint.side) * step, (pixel % hint.side) * step];
    let sum = 0;
    for (let y = top; y < top + step; y++)
      for (let x = left; x < left + step; x++)
        for (let colour = 0; colour < 3; colour++)
          sum += values[row * sizeOf(shape) + (y * px + x) * 3 + colour]!;
    return sum / (255 * 3 * step * step);
  };
}

/** A straight line for each group by least squares; a level where nothing varies, the mean of all for a group that was never seen. */
class Lines {
  private readonly sums = new Map<number, { n: number; x: number; y: number; xx: number; xy: number }>();
  private n = 0;
  private y = 0;

  learn(group: number, x: number, y: number): void {
    const sum = this.sums.get(group) ?? { n: 0, x: 0, y: 0, xx: 0, xy: 0 };
    this.sums.set(group, sum);
    sum.n++;
    sum.x += x;
    sum.y += y;
    sum.xx += x * x;
    sum.xy += x * y;
    this.n++;
    this.y += y;
  }

  guess(group: number, x: number): number {
    const sum = this.sums.get(group);
    if (sum === undefined) return this.y / Math.max(1, this.n);
    const { n, x: sx, y: sy, xx, xy } = sum;
    const spread = xx - (sx * sx) / n;
    const slope = spread > 1e-9 * n ? (xy - (sx * sy) / n) / spread : 0;
    return sy / n + slope * (x - sx / n);
  }
}
