/**
 * Life of products in use. A cohort is split into equal shares that each end on their own day: the shares' mean lives
 * are those of the slices of the Weibull distribution, so the mean life is kept (before rounding to whole days).
 */
export const SHARES = 32;

/** Gamma function by Lanczos (g = 7, 9 terms), relative error below 1e-13 for x > 0. */
export function gammaOf(x: number): number {
  const coefficients = [
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
    12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  let sum = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) sum += coefficients[i]! / (z + i);
  const t = z + 7.5;
  return Math.sqrt(2 * Math.PI) * Math.exp((z + 0.5) * Math.log(t) - t) * sum;
}

/** [SHARES] life in days of each equal share of a cohort, ascending; mean = meanDays up to the slicing error (< 0.5 %). */
export function shareLives(meanDays: number, shape: number): Float64Array {
  const scale = meanDays / gammaOf(1 + 1 / shape);
  const lives = new Float64Array(SHARES);
  const steps = 64;
  for (let share = 0; share < SHARES; share++) {
    let sum = 0;
    for (let step = 0; step < steps; step++) {
      const p = (share + (step + 0.5) / steps) / SHARES;
      sum += scale * Math.exp(Math.log(-Math.log(1 - p)) / shape);
    }
    lives[share] = sum / steps;
  }
  return lives;
}

/** Kilograms that will be given up on each coming day, by material: a ring of days. */
export class Retirements {
  readonly #days: number;
  readonly #materials: number;
  readonly #kg: Float64Array;

  constructor(materials: number, longestDays: number) {
    this.#materials = materials;
    this.#days = longestDays + 2;
    this.#kg = new Float64Array(this.#days * materials);
  }

  /** Adds a cohort that enters use on `day`; whole days, at least one. */
  add(day: number, material: number, kg: number, lives: Float64Array, lifeShare = 1): void {
    const part = kg / lives.length;
    for (let share = 0; share < lives.length; share++) {
      const life = Math.min(this.#days - 1, Math.max(1, Math.round(lives[share]! * lifeShare)));
      this.#kg[((day + life) % this.#days) * this.#materials + material]! += part;
    }
  }

  /** Takes what is given up on `day`, kg by material, into `out`. */
  take(day: number, out: Float64Array): void {
    const row = (day % this.#days) * this.#materials;
    for (let material = 0; material < this.#materials; material++) {
      out[material] = this.#kg[row + material]!;
      this.#kg[row + material] = 0;
    }
  }
}
