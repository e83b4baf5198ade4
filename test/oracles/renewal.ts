/**
 * Closed forms of maintenance theory: cost rates of policies on Weibull lifetimes, delay time and gamma wear. Times in any
 * one unit, costs in any one currency. (Barlow and Proschan; Christer; van Noortwijk.)
 */
import { gammaFunction, gammaWearFailure } from '../../sim/site/upkeep/gamma-function.ts';

export interface WeibullLife {
  /** Shape; > 1 means wear-out. */
  readonly beta: number;
  /** Scale, in the unit of time. */
  readonly eta: number;
}

export interface RenewalCosts {
  readonly planned: number;
  readonly failure: number;
}

const power = (x: number, y: number): number => (x === 0 ? 0 : Math.exp(y * Math.log(x)));

export function survival({ beta, eta }: WeibullLife, t: number): number {
  return Math.exp(-power(t / eta, beta));
}

export function meanLife({ beta, eta }: WeibullLife): number {
  return eta * gammaFunction(1 + 1 / beta);
}

export function runToFailureRate(life: WeibullLife, costs: RenewalCosts): number {
  return costs.failure / meanLife(life);
}

/** A clairvoyant replaces just before each failure: the lower bound. */
export function oracleRate(life: WeibullLife, costs: RenewalCosts): number {
  return costs.planned / meanLife(life);
}

/** Cost per unit of time of replacing at age T or at failure, whichever is first (renewal reward). */
export function ageReplacementRate(life: WeibullLife, costs: RenewalCosts, age: number): number {
  const r = survival(life, age);
  return (costs.planned * r + costs.failure * (1 - r)) / integral((t) => survival(life, t), age);
}

/**
 * Age that minimises the cost rate; Infinity where waiting for the failure is best (beta <= 1 or failure not dearer).
 */
export function optimalAge(life: WeibullLife, costs: RenewalCosts): number {
  if (life.beta <= 1 || costs.failure <= costs.planned) return Infinity;
  const rate = (age: number) => ageReplacementRate(life, costs, age);
  const best = minimise(rate, 1e-3 * life.eta, 10 * life.eta);
  return rate(best) < runToFailureRate(life, costs) ? best : Infinity;
}

/** Expected renewals in [0, T] (Weibull) by the discretised renewal equation, `steps` trapezoids. */
export function renewalFunction(life: WeibullLife, horizon: number, steps = 2000): number {
  const h = horizon / steps;
  const cdf = Float64Array.from({ length: steps + 1 }, (_, i) => 1 - survival(life, i * h));
  const m = new Float64Array(steps + 1);
  // Xie (1989): midpoint distribution function in the convolution keeps the error at O(h2).
  const mid = Float64Array.from({ length: steps + 1 }, (_, i) => 1 - survival(life, (i + 0.5) * h));
  for (let n = 1; n <= steps; n++) {
    let sum = cdf[n]!;
    for (let j = 1; j < n; j++) sum += mid[n - j]! * (m[j]! - m[j - 1]!);
    m[n] = (sum - mid[0]! * m[n - 1]!) / (1 - mid[0]!);
  }
  return m[steps]!;
}

/** Replacement every T whatever the age, failures replaced in between. */
export function blockReplacementRate(life: WeibullLife, costs: RenewalCosts, period: number): number {
  return (costs.planned + costs.failure * renewalFunction(life, period)) / period;
}

/** Minimal repair (as bad as old) between replacements every T: optimum T* and its cost rate. */
export function minimalRepair(
  life: WeibullLife,
  planned: number,
  repair: number,
): { period: number; rate: number } {
  const period = life.eta * power(planned / (repair * (life.beta - 1)), 1 / life.beta);
  return { period, rate: (planned + repair * power(period / life.eta, life.beta)) / period };
}

/** P(a defect is found before it fails) with a constant P-F interval and inspections every tau. */
export function detectionProbability(pfInterval: number, tau: number): number {
  return Math.min(1, pfInterval / tau);
}

/** Delay-time model: P(a defect fails before the next inspection), exponential delay of mean d. */
export function delayTimeFailure(meanDelay: number, tau: number): number {
  return 1 - (meanDelay / tau) * (1 - Math.exp(-tau / meanDelay));
}

export interface DelayTimeCosts {
  readonly failure: number;
  readonly repair: number;
  readonly inspection: number;
}

export function delayTimeRate(
  defectRate: number,
  meanDelay: number,
  costs: DelayTimeCosts,
  tau: number,
): number {
  const b = delayTimeFailure(meanDelay, tau);
  return defectRate * (costs.failure * b + costs.repair * (1 - b)) + costs.inspection / tau;
}

export function optimalInspection(defectRate: number, meanDelay: number, costs: DelayTimeCosts): number {
  return minimise(
    (tau) => delayTimeRate(defectRate, meanDelay, costs, tau),
    1e-3 * meanDelay,
    20 * meanDelay,
  );
}

/** Mean time until the gamma process reaches `limit`. */
export function gammaWearMeanLife(shapePerTime: number, rate: number, limit: number): number {
  const mean = (limit * rate) / shapePerTime;
  return integral((t) => 1 - gammaWearFailure(shapePerTime, rate, limit, t), 6 * mean + 20 / shapePerTime);
}

/** Composite Simpson rule on [0, end], 1000 intervals: errors far below the vectors' last digit on these smooth functions. */
function integral(f: (t: number) => number, end: number): number {
  const n = 1000;
  const h = end / n;
  let sum = f(0) + f(end);
  for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * f(i * h);
  return (sum * h) / 3;
}

/** A geometric grid finds the valley (cost rates are flat far out), golden section its floor; lo and hi > 0. */
function minimise(f: (x: number) => number, lo: number, hi: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  const ratio = Math.exp(Math.log(hi / lo) / 40);
  const grid = Array.from({ length: 41 }, (_, i) => lo * Math.exp(i * Math.log(ratio)));
  const values = grid.map(f);
  const least = values.indexOf(Math.min(...values));
  let [a, b] = [grid[Math.max(0, least - 1)]!, grid[Math.min(40, least + 1)]!];
  for (let i = 0; i < 50; i++) {
    const [c, d] = [b - golden * (b - a), a + golden * (b - a)];
    if (f(c) < f(d)) b = d;
    else a = c;
  }
  return (a + b) / 2;
}
