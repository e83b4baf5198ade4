import { type ExactAccuracies, type ExactWorld, playExact } from '../../../models/training/exact-world.ts';
import { type Interval, meanInterval, pairedInterval, ratioInterval } from '../../stats/interval.ts';

/** Four look-alikes and two cues (ours, as are the distances: they put the ceiling between chance and what the dial's worlds reach). */
const WORLD: ExactWorld = {
  ...{ materials: 4, cues: 2, apart: 0.8, teacherApart: 2.5 },
  ...{ pool: 600, labelled: 20, tests: 2000 },
};
/** Drawings of the world that intervals are over. */
const DRAWINGS = 6;

/** The dial's arms in the small world, beside the best that is possible there. */
export interface ExactRow {
  readonly coupling: number;
  readonly ceiling: number;
  readonly oracle: number;
  readonly labelsOnly: number;
  readonly distilled: number;
  readonly gain: Interval;
  readonly pairing: Interval;
  readonly recovered: Interval | null;
}

/** Plays the small world at each value of the dial: seconds in all, the same each time. */
export function exactDial(couplings: readonly number[], world = WORLD, drawings = DRAWINGS): ExactRow[] {
  return couplings.map((coupling) => {
    const played = Array.from({ length: drawings }, (_, i) => playExact(world, coupling, i + 1));
    const of = (name: keyof ExactAccuracies) => played.map((one) => one[name]);
    const points = (name: keyof ExactAccuracies) => of(name).map((share) => 100 * share);
    const mean = (name: keyof ExactAccuracies) => meanInterval(of(name)).mean;
    const room = played.map(({ oracle, labelsOnly }) => oracle - labelsOnly);
    const won = played.map(({ distilled, labelsOnly }) => distilled - labelsOnly);
    return {
      ...{ coupling, ceiling: mean('ceiling'), oracle: mean('oracle') },
      ...{ labelsOnly: mean('labelsOnly'), distilled: mean('distilled') },
      gain: pairedInterval(points('distilled'), points('labelsOnly')),
      pairing: pairedInterval(points('distilled'), points('permuted')),
      // Where all labels bring nothing there is nothing to recover.
      recovered: coupling > 0 ? ratioInterval(won, room) : null,
    };
  });
}
