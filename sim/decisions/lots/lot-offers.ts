import type { PooledOutput, SeenDay } from './seen-day.ts';

/** What is charged for a limit instead of keeping it: any values of 0 and more give a bound. */
export interface Multipliers {
  readonly eurPerJ: number;
  /** EUR per kg by which a lot misses the purity of a step; by output and step. */
  readonly purityEurPerKg: readonly Float64Array[];
  /** The step that each lot is thought to reach, and EUR that any other is granted beyond its worth; by output. */
  readonly steps: readonly number[];
  readonly otherEur: Float64Array;
}

/** The price lines of one output's steps, by multipliers: EUR per kg of what is right, and of all. */
interface Line {
  readonly right: number;
  readonly all: number;
}

function priceLine({ tiers, contaminantEurPerKg }: PooledOutput, step: number, purityEur: number): Line {
  return {
    right: tiers[step]!.priceEurPerKg + contaminantEurPerKg + purityEur,
    all: contaminantEurPerKg + purityEur * tiers[step]!.minPurity,
  };
}

/** EUR that a lot may bring on average for each kg2 of variance of what is right in it, as another step may turn out to pay more. */
function spreadEurPerKg2(output: PooledOutput, purityEurPerKg: Float64Array, otherEur: number): number {
  const rights = output.tiers.map((_, step) => priceLine(output, step, purityEurPerKg[step]!).right);
  const mean = rights.reduce((sum, right) => sum + right, 0) / rights.length;
  return rights.reduce((sum, right) => sum + (right - mean) * (right - mean), 0) / (2 * otherEur);
}

/** What picks take and bring, added up. */
export interface LotUsage {
  usedJ: number;
  /** By output: kg above the purity of its step, kg in all, kg that are right in truth, and the variance of these by belief, kg2. */
  readonly surplusKg: Float64Array;
  readonly lotKg: Float64Array;
  readonly rightKg: Float64Array;
  readonly rightKg2: Float64Array;
}

/** What picks are worth by multipliers. */
export class Offers {
  readonly eurPerJ: number;
  /** What is granted to lots that may reach another step than they are thought to. */
  readonly otherEur: number;
  readonly #day: SeenDay;
  /** By line: what is paid for each kg that is right, and charged for each kg; and by output: its first line. */
  readonly #right: Float64Array;
  readonly #all: Float64Array;
  readonly #first: Int32Array;
  readonly #purities: readonly number[];
  readonly #eurPerKg2: Float64Array;

  constructor(day: SeenDay, allowed: readonly (readonly number[])[], multipliers: Multipliers) {
    const { eurPerJ, purityEurPerKg, steps, otherEur } = multipliers;
    this.#day = day;
    this.eurPerJ = eurPerJ;
    const lineOf = (o: number) => (step: number) =>
      priceLine(day.outputs[o]!, step, purityEurPerKg[o]![step]!);
    const lines = allowed.map((steps, o) => steps.map(lineOf(o)));
    this.#right = Float64Array.from(lines.flat(), ({ right }) => right);
    this.#all = Float64Array.from(lines.flat(), ({ all }) => all);
    this.#first = new Int32Array(lines.length + 1);
    lines.forEach(({ length }, o) => {
      this.#first[o + 1] = this.#first[o]! + length;
    });
    this.#purities = allowed.map(([step], o) => day.outputs[o]!.tiers[step!]!.minPurity);
    this.#eurPerKg2 = Float64Array.from(day.outputs, (output, o) =>
      spreadEurPerKg2(output, purityEurPerKg[o]!, otherEur[o]!),
    );
    this.otherEur = allowed.reduce(
      (sum, some, o) => sum + (some.every((step) => step === steps[o]) ? 0 : otherEur[o]!),
      0,
    );
  }

  /** The best pick of an item by how probably each output accepts it, over passing it on. */
  best(
    accepted: Float64Array,
    i: number,
    massKg: number,
    pickJ: number,
  ): { eur: number; output: number; p: number } {
    const { outputs, residueEurPerKg } = this.#day;
    let [eur, output, p] = [-Infinity, -1, 0];
    for (let o = 0; o < outputs.length; o++) {
      const q = accepted[i * outputs.length + o]!;
      const spread = this.#eurPerKg2[o]! * massKg * q * (1 - q);
      for (let line = this.#first[o]!; line < this.#first[o + 1]!; line++) {
        const value = massKg * (this.#right[line]! * q - this.#all[line]! + residueEurPerKg + spread);
        if (value > eur) [eur, output, p] = [value, o, q];
      }
    }
    return { eur: eur - this.eurPerJ * pickJ, output, p };
  }

  use(usage: LotUsage, output: number, i: number, p: number): void {
    const massKg = this.#day.massKg[i]!;
    const right = this.#day.outputs[output]!.accepts[this.#day.truth[i]!]!;
    usage.usedJ += this.#day.pickJ[i]!;
    usage.surplusKg[output]! += massKg * (p - this.#purities[output]!);
    usage.lotKg[output]! += massKg;
    usage.rightKg[output]! += right * massKg;
    usage.rightKg2[output]! += massKg * massKg * p * (1 - p);
  }
}
