/** Nodes and weights of a rule of numerical integration. */
export interface Rule {
  readonly at: Float64Array;
  readonly weight: Float64Array;
}

/** Gauss-Legendre rule with `count` nodes on [from, to]: exact for polynomials up to degree 2 count - 1. */
export function gaussLegendre(count: number, from: number, to: number): Rule {
  const rule = { at: new Float64Array(count), weight: new Float64Array(count) };
  const half = (to - from) / 2;
  for (let i = 0; i < count; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    // Newton's method doubles the digits with each step; the start is good to three of them.
    for (let step = 0; step < 5; step++) {
      const [value, before] = legendre(count, x);
      slope = (count * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    rule.at[i] = from + half * (1 + x);
    rule.weight[i] = (2 * half) / ((1 - x * x) * slope * slope);
  }
  return rule;
}

/** Legendre polynomials of degree `count` and `count` - 1 at x, by their recurrence. */
function legendre(count: number, x: number): readonly [number, number] {
  let before = 1;
  let value = x;
  for (let n = 2; n <= count; n++) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
    before = value;
    value = next;
  }
  return [value, before];
}

/** From here on Hankel's expansion with its four terms each is right to 1e-11, and far quicker than the integral. */
const FAR = 25;

/** Bessel function J1 of x >= 0. */
export function besselJ1(x: number): number {
  return x < FAR ? nearJ1(x) : farJ1(x);
}

/** J1 from its integral over half a turn; the trapezoidal rule is exact to rounding with that many steps. */
function nearJ1(x: number): number {
  const steps = Math.ceil(0.6 * x) + 20;
  let sum = 0;
  for (let i = 1; i < steps; i++) {
    const angle = (Math.PI * i) / steps;
    sum += Math.cos(angle - x * Math.sin(angle));
  }
  // The ends of the half turn give cos 0 and cos pi, which cancel.
  return sum / steps;
}

/** J1 far from 0 by Hankel's expansion (Abramowitz and Stegun 1964, 9.2.5 with 9.2.9 and 9.2.10 for order 1). */
function farJ1(x: number): number {
  let term = 1;
  let even = 0;
  let odd = 0;
  for (let k = 0; k < 8; k++) {
    const signed = k & 2 ? -term : term;
    if (k & 1) odd += signed;
    else even += signed;
    const m = 2 * k + 1;
    term *= (4 - m * m) / (8 * x * (k + 1));
  }
  const phase = x - 0.75 * Math.PI;
  return Math.sqrt(2 / (Math.PI * x)) * (even * Math.cos(phase) - odd * Math.sin(phase));
}
