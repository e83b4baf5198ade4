import type { Uniform } from '../../../kernel/random/random.ts';
import type { SeenDay } from '../seen-day.ts';

/** [rung][items] which thing of the day each looks like after a look; after the first, like itself. */
export type StandIns = readonly Int32Array[];

/** As everything is: it looks like itself. */
export function asItIs({ rungs, massKg }: SeenDay): StandIns {
  return rungs.map(() => Int32Array.from(massKg, (_, i) => i));
}

/** As it might be: after a further look each thing looks like any of a label, which it is as probably as the look before says. */
export function asItMightBe(day: SeenDay, random: Uniform): StandIns {
  const { labels, rungs, truth } = day;
  const alike = Array.from({ length: labels }, (): number[] => []);
  truth.forEach((k, i) => {
    if (k >= 0) alike[k]!.push(i);
  });
  const like = [...asItIs(day)];
  for (let rung = 1; rung < rungs.length; rung++) {
    const { belief } = rungs[rung - 1]!;
    like[rung] = like[rung - 1]!.map((before) => {
      const some = alike[labelOf(belief, before * labels, labels, random.next())]!;
      return some.length === 0 ? before : some[Math.floor(random.next() * some.length)]!;
    });
  }
  return like;
}

/** The label at which the probabilities from a place on add up to more than a share. */
function labelOf(belief: Float64Array, from: number, labels: number, share: number): number {
  let sum = 0;
  for (let k = 0; k < labels - 1; k++) {
    sum += belief[from + k]!;
    if (share < sum) return k;
  }
  return labels - 1;
}
