import type { SortView } from '../../ports.ts';

/** A thing that was seen at a first look. */
export interface SeenThing {
  readonly massKg: number;
  /** [K] what was believed of its material. */
  readonly material: Float32Array;
  /** [outputs] how probably each accepts it. */
  readonly accepted: Float64Array;
}

/** Looking on: joules of all further looks up to one, and how probably it tells what the thing is of; else it tells nothing. */
export interface FurtherLook {
  readonly energyJ: number;
  readonly tells: number;
}

/** What outlooks are made from: things that were seen before, and the looks after the first. */
export interface OutlookInput {
  readonly view: SortView;
  readonly things: readonly SeenThing[];
  readonly looks: readonly FurtherLook[];
}

/** Labels below this probability are left out. */
const negligible = 5e-3;

/**
 * All that may be believed of things when it is decided about them, listed once, as it is asked for in every round of a plan: for each
 * thing what its first look says, and then, for each further look, what that may say: nothing, or each label that it may find.
 */
export class Outlooks {
  /** By thing: its first outlook, and how many answers a further look may give: nothing, or one of the labels. */
  readonly firsts: Int32Array;
  readonly answers: Int32Array;
  /** By outlook: how probable it is once the look is taken. */
  readonly share: Float64Array;
  /** By outlook: EUR of its best pick over passing on, joules left out, the output of that pick, and how probably that accepts it. */
  readonly eur: Float64Array;
  readonly output: Int32Array;
  readonly p: Float64Array;
  readonly #view: SortView;
  /** [outlooks, outputs] how probably each accepts. */
  readonly #accepted: Float64Array;
  /** By outlook: kg that a pick is expected to move. */
  readonly #pickedKg: Float64Array;

  constructor({ view, things, looks }: OutlookInput) {
    this.#view = view;
    const found = things.map(({ material }) => probableLabels(material));
    this.answers = Int32Array.from(found, ({ length }) => 1 + length);
    this.firsts = new Int32Array(things.length);
    let count = 0;
    found.forEach(({ length }, t) => {
      this.firsts[t] = count;
      count += 1 + (1 + length) * looks.length;
    });
    [this.share, this.eur, this.p] = [
      new Float64Array(count),
      new Float64Array(count),
      new Float64Array(count),
    ];
    this.output = new Int32Array(count);
    this.#accepted = new Float64Array(count * view.outputs.length);
    this.#pickedKg = new Float64Array(count);
    things.forEach((thing, t) => {
      let at = this.firsts[t]!;
      this.#set(at++, thing, 1, (o) => thing.accepted[o]!);
      for (const { tells } of looks) {
        this.#set(at++, thing, 1 - tells, (o) => thing.accepted[o]!);
        for (const k of found[t]!)
          this.#set(at++, thing, tells * thing.material[k]!, (o) => view.outputs[o]!.accepts[k]!);
      }
    });
  }

  /** Finds the best pick of every outlook, where an output pays `right` for each kg that it accepts less `all` for each kg; EUR/kg. */
  value(right: Float64Array, all: Float64Array): void {
    const { residueEurPerKg } = this.#view;
    const [count, accepted] = [right.length, this.#accepted];
    for (let at = 0; at < this.eur.length; at++) {
      let [most, output] = [-Infinity, 0];
      for (let o = 0; o < count; o++) {
        const eur = right[o]! * accepted[at * count + o]! - all[o]!;
        if (eur > most) [most, output] = [eur, o];
      }
      this.eur[at] = this.#pickedKg[at]! * (most + residueEurPerKg);
      this.output[at] = output;
      this.p[at] = accepted[at * count + output]!;
    }
  }

  #set(at: number, { massKg }: SeenThing, share: number, accepts: (output: number) => number): void {
    const { outputs, pick } = this.#view;
    this.share[at] = share;
    this.#pickedKg[at] = pick.success * massKg;
    outputs.forEach((_, o) => {
      this.#accepted[at * outputs.length + o] = accepts(o);
    });
  }
}

function probableLabels(material: Float32Array): number[] {
  const labels: number[] = [];
  material.forEach((p, k) => {
    if (p >= negligible) labels.push(k);
  });
  return labels;
}
