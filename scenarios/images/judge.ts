import type { Engine } from '../../models/engine/backend.ts';
import type { Hooks } from '../../models/engine/hooks.ts';
import { namePictures, type PictureTraining, trainPictures } from '../../models/training/pictures.ts';
import { augmenter } from './augment.ts';
import { type Pictures, some } from './sets.ts';

/** How well a network names pictures. */
export interface Score {
  readonly accuracy: number;
  /** Mean over the classes of the share that is named right. */
  readonly balanced: number;
  /** [true class][named class], pictures. */
  readonly confusion: readonly (readonly number[])[];
}

/** What is told to every training. */
export interface Effort {
  readonly engine: Engine;
  readonly steps: number;
  readonly seed: number;
  readonly hooks: Hooks;
  /** How pictures are shown in training; default: photographed once more each time. */
  readonly show?: PictureTraining['show'];
}

/** Every fifth row of what is trained on is kept back: its best step is taken. */
const VALIDATION = 5;
const FOLDS = 3;

/** Trains on some pictures, names others. */
export async function scoreOf(
  names: readonly string[],
  train: Pictures,
  test: Pictures,
  effort: Effort,
): Promise<Score> {
  const [score] = await scoresOf(names, train, [test], effort);
  return score ?? scoreFrom([]);
}

/** Trains once on some pictures, names several sets of others. */
export async function scoresOf(
  names: readonly string[],
  train: Pictures,
  tests: readonly Pictures[],
  { steps, seed, hooks, show = augmenter(seed, train.side) }: Effort,
): Promise<Score[]> {
  const kept = (row: number) => Math.floor(row / names.length) % VALIDATION === 0;
  const classes = names.length;
  const spec = { classes, steps, seed, show };
  const weights = await trainPictures(
    some(train, (row) => !kept(row)),
    some(train, kept),
    spec,
    hooks,
  );
  return tests.map((test) => tally(classes, test, namePictures(weights, test, classes)));
}

function tally(classes: number, test: Pictures, answers: readonly number[]): Score {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  answers.forEach((named, i) => {
    const line = confusion[test.classes[i] ?? 0];
    if (line) line[named] = (line[named] ?? 0) + 1;
  });
  return scoreFrom(confusion);
}

/** Accuracy and balanced accuracy of a table of counts; classes without pictures count for neither. */
export function scoreFrom(confusion: readonly (readonly number[])[]): Score {
  let [right, all, recalls, seen] = [0, 0, 0, 0];
  confusion.forEach((line, code) => {
    const sum = line.reduce((a, b) => a + b, 0);
    if (sum === 0) return;
    right += line[code] ?? 0;
    all += sum;
    recalls += (line[code] ?? 0) / sum;
    seen++;
  });
  return { accuracy: right / Math.max(1, all), balanced: recalls / Math.max(1, seen), confusion };
}

/** Cross-validation on the photographs alone: what a network of this size can learn of them at all. */
export async function ceilingOf(names: readonly string[], photos: Pictures, effort: Effort): Promise<Score> {
  const sums = names.map(() => names.map(() => 0));
  const place = placesIn(photos);
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (row: number) => (place[row] ?? 0) % FOLDS === fold;
    const test = some(photos, inFold);
    const score = await scoreOf(
      names,
      spread(
        some(photos, (row) => !inFold(row)),
        names.length,
      ),
      test,
      effort,
    );
    score.confusion.forEach((line, i) => {
      line.forEach((count, j) => {
        const sum = sums[i];
        if (sum) sum[j] = (sum[j] ?? 0) + count;
      });
    });
  }
  return scoreFrom(sums);
}

/** Place of each picture within its class. */
function placesIn({ classes }: Pictures): number[] {
  const next = new Map<number, number>();
  return classes.map((code) => {
    const place = next.get(code) ?? 0;
    next.set(code, place + 1);
    return place;
  });
}

/** The same pictures with the classes in turn, so that every part of them holds all; rare classes come again. */
export function spread({ side, values, classes }: Pictures, count: number): Pictures {
  const rows = Array.from({ length: count }, (_, code) =>
    classes.flatMap((one, i) => (one === code ? [i] : [])),
  );
  const most = Math.max(...rows.map((own) => own.length));
  const order: number[] = [];
  for (let n = 0; n < most; n++)
    for (const own of rows) if (own.length > 0) order.push(own[n % own.length] ?? 0);
  return {
    side,
    values: order.map((row) => values[row] ?? new Uint8Array(0)),
    classes: order.map((row) => classes[row] ?? 0),
  };
}

/** Share of pictures that a network, trained on half of them, tells to be photographs or renders: 0.5 = it cannot. */
export async function domainScore(photos: Pictures, made: Pictures, effort: Effort): Promise<number> {
  const count = Math.min(photos.values.length, made.values.length);
  const both = (from: number): Pictures => {
    const take = ({ values }: Pictures) => values.slice(0, count).filter((_, i) => i % 2 === from);
    const [real, synthetic] = [take(photos), take(made)];
    return {
      side: photos.side,
      values: [...real, ...synthetic],
      classes: [...real.map(() => 0), ...synthetic.map(() => 1)],
    };
  };
  const names = ['photograph', 'render'];
  // Other light and another ground would hide what gives renders away.
  const asItIs = { ...effort, show: plainly };
  return (await scoreOf(names, spread(both(0), 2), both(1), asItIs)).balanced;
}

const plainly: PictureTraining['show'] = (picture, out, at) => {
  for (let i = 0; i < picture.length; i++) out[at + i] = (picture[i] ?? 0) / 255;
};
