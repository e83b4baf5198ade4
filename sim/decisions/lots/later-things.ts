import type { Uniform } from '../../kernel/random/random.ts';
import type { Examples, SeenDay } from './seen-day.ts';
import { Sight } from './sight.ts';

/** [look][items] which thing each looks like: after the first itself, after others one of the later things. */
export type Likeness = readonly Int32Array[];

/**
 * What may be seen by a further look: a thing that is seen for sure for each label of which there is no example, examples, from which it is drawn what
 * a thing of a label looks like, and the things of the day, which nobody draws where there are examples.
 */
export interface LaterThings {
  /** By look: the first at the day's items, others at later things. */
  readonly sights: readonly Sight[];
  /** [later things] the label of a thing that may be drawn; -1 of others, which come last. */
  readonly label: Int32Array;
  /** [labels] how many may be drawn. */
  readonly perLabel: Float64Array;
}

/** The later things of a day: its examples are those of other days, or its own things where there are none. */
export function laterThings(day: SeenDay): LaterThings {
  const { labels, rungs, truth } = day;
  const { label, beliefs } = day.examples ?? noExamples(day);
  const own = day.examples === undefined ? truth : new Int32Array(truth.length).fill(-1);
  const missing = missingOf(label, own, labels);
  const sure = missing.flatMap((k) => oneHot(k, labels));
  const sights = rungs.map((rung, look) =>
    look === 0
      ? new Sight(day, rung)
      : new Sight(day, { ...rung, belief: Float64Array.from([...sure, ...beliefs[look]!, ...rung.belief]) }),
  );
  const all = Int32Array.from([...missing, ...label, ...own]);
  const perLabel = new Float64Array(labels);
  for (const k of all) if (k >= 0) perLabel[k]! += 1;
  return { sights, label: all, perLabel };
}

const noExamples = ({ rungs }: SeenDay): Examples => ({
  label: new Int32Array(0),
  beliefs: rungs.map(() => new Float64Array(0)),
});

/** Labels of which there is no thing that may be drawn. */
function missingOf(label: Int32Array, own: Int32Array, labels: number): number[] {
  const known = new Set([...label, ...own]);
  return Array.from({ length: labels }, (_, k) => k).filter((k) => !known.has(k));
}

const oneHot = (k: number, labels: number): number[] =>
  Array.from({ length: labels }, (_, l) => (l === k ? 1 : 0));

/** As everything is: it looks like itself. */
export function asItIs({ rungs, massKg }: SeenDay, { label }: Pick<LaterThings, 'label'>): Likeness {
  const own = label.length - massKg.length;
  return rungs.map((_, look) => Int32Array.from(massKg, (_, i) => (look === 0 ? i : own + i)));
}

/** As it might be: after a further look each thing looks like any of a label, which it is as probably as the look before says. */
export function asItMightBe(day: SeenDay, { sights, label }: LaterThings, random: Uniform): Likeness {
  const alike = Array.from({ length: day.labels }, (): number[] => []);
  label.forEach((k, thing) => {
    if (k >= 0) alike[k]!.push(thing);
  });
  const like = [Int32Array.from(day.massKg, (_, i) => i)];
  for (let look = 1; look < day.rungs.length; look++)
    like.push(
      like[look - 1]!.map((before) => {
        const some = alike[labelOf(sights[look - 1]!, before, random.next())]!;
        return some[Math.floor(random.next() * some.length)]!;
      }),
    );
  return like;
}

/** The label at which the probabilities of a thing add up to more than a share. */
function labelOf({ labelsFrom, label, p }: Sight, thing: number, share: number): number {
  let [at, sum] = [labelsFrom[thing]!, 0];
  const last = labelsFrom[thing + 1]! - 1;
  for (; at < last; at++) {
    sum += p[at]!;
    if (share < sum) break;
  }
  return label[at]!;
}
