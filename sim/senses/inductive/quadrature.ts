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

/** Bessel function J1 of x >= 0 from its integral over half a turn; the trapezoidal rule is exact to rounding with that many steps. */
export function besselJ1(x: number): number {
  const steps = Math.ceil(0.6 * x) + 20;
  let sum = 0;
  for (let i = 1; i < steps; i++) {
    const angle = (Math.PI * i) / steps;
    sum += Math.cos(angle - x * Math.sin(angle));
  }
  // The ends of the half turn give cos 0 and cos pi, which cancel.
  return sum / steps;
}
