/**
 * Li-ion capacity loss by cycles and calendar (Xu et al., IEEE Trans. Smart Grid 9(2), 2018; LMO constants on which five
 * public code files agree). Temperatures in kelvin, depths and states of charge 0..1, time in seconds.
 */
const lmo = {
  sei: 0.0575,
  seiRate: 121,
  k1: 1.4e5,
  k2: -0.501,
  k3: -1.23e5,
  kSoc: 1.04,
  kTemp: 0.0693,
  refK: 298.15,
  kTimePerS: 4.14e-10,
};

/** Stress of one full cycle of depth 0..1. */
export function depthStress(depth: number): number {
  return depth <= 0 ? 0 : 1 / (lmo.k1 * Math.exp(lmo.k2 * Math.log(depth)) + lmo.k3);
}

export function socStress(meanSoc: number): number {
  return Math.exp(lmo.kSoc * (meanSoc - 0.5));
}

export function temperatureStress(tempK: number): number {
  return Math.exp((lmo.kTemp * (tempK - lmo.refK) * lmo.refK) / tempK);
}

/** Linear damage of lying for `seconds` at a mean state of charge. */
export function calendarDamage(seconds: number, meanSoc: number, tempK: number): number {
  return lmo.kTimePerS * seconds * socStress(meanSoc) * temperatureStress(tempK);
}

/** Linear damage of one cycle (`count` 1) or half cycle (0.5). */
export function cycleDamage(depth: number, meanSoc: number, tempK: number, count: number): number {
  return count * depthStress(depth) * socStress(meanSoc) * temperatureStress(tempK);
}

/** Share of capacity lost after a linear damage f: the SEI film forms first, then it goes on linearly. */
export function capacityLoss(damage: number): number {
  return 1 - lmo.sei * Math.exp(-lmo.seiRate * damage) - (1 - lmo.sei) * Math.exp(-damage);
}

export interface Cycle {
  readonly depth: number;
  readonly mean: number;
  readonly count: 0.5 | 1;
}

/** Rainflow count (ASTM E1049, three-point) of a series of turning points. */
export function rainflow(turningPoints: readonly number[]): Cycle[] {
  const cycles: Cycle[] = [];
  const stack: number[] = [];
  const half = (a: number, b: number, count: 0.5 | 1): void => {
    if (a !== b) cycles.push({ depth: Math.abs(a - b), mean: (a + b) / 2, count });
  };
  for (const point of turningPoints) {
    stack.push(point);
    while (stack.length >= 3) {
      const [a, b, c] = stack.slice(-3) as [number, number, number];
      if (Math.abs(c - b) < Math.abs(b - a)) break;
      if (stack.length === 3) {
        half(a, b, 0.5);
        stack.shift();
      } else {
        half(a, b, 1);
        stack.splice(-3, 2);
      }
    }
  }
  for (let i = 1; i < stack.length; i++) half(stack[i - 1]!, stack[i]!, 0.5);
  return cycles;
}

/** Keeps only the turning points of a series that is fed value by value. */
export class TurningPoints {
  readonly points: number[] = [];
  #last = Number.NaN;
  #direction = 0;

  add(value: number): void {
    const direction = Math.sign(value - this.#last);
    if (Number.isNaN(this.#last)) this.points.push(value);
    else if (direction !== 0 && this.#direction !== 0 && direction !== this.#direction)
      this.points.push(this.#last);
    if (direction !== 0 && !Number.isNaN(direction)) this.#direction = direction;
    this.#last = value;
  }

  /** The series so far, with its last value as end point. */
  closed(): readonly number[] {
    return this.points.at(-1) === this.#last ? this.points : [...this.points, this.#last];
  }
}

/** Damage of a whole stay: rainflow cycles of the state of charge plus calendar at its mean. */
export function stayDamage(socTurningPoints: readonly number[], seconds: number, tempK: number): number {
  if (socTurningPoints.length === 0) return 0;
  const mean = socTurningPoints.reduce((sum, s) => sum + s, 0) / socTurningPoints.length;
  const cycles = rainflow(socTurningPoints).reduce(
    (sum, c) => sum + cycleDamage(c.depth, c.mean, tempK, c.count),
    0,
  );
  return cycles + calendarDamage(seconds, mean, tempK);
}
