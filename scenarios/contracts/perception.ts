import { makeItem } from '../../sim/materials/item.ts';
import type { Classifier } from '../../sim/ports.ts';
import type { Belief } from '../../sim/record/belief.ts';
import type { Frames } from '../../sim/record/frames.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import type { AnySense } from '../../sim/senses/registry.ts';
import { sensesOf } from '../../sim/senses/sensors.ts';
import type { RobotSpec } from '../../sim/world.ts';
import type { InputProblem } from '../errors.ts';
import { type MakeClassifier, type OwnDay, sensesWith } from '../own/parts.ts';
import { Breaches, textOf } from './breach.ts';

/** Items that a classifier is tried on: three of each material that the day may bring, but not more than so many. */
const MOST_ITEMS = 60;

/** How far a sum of 32-bit shares may be from 1. */
const SUM_TOLERANCE = 1e-3;

const isShares = (values: unknown, length: number): boolean => {
  if (!(values instanceof Float32Array) || values.length !== length) return false;
  const sum = values.reduce((total, p) => total + p, 0);
  return values.every((p) => p >= 0) && Math.abs(sum - 1) < SUM_TOLERANCE;
};

function checkFacts(breaches: Breaches, classifier: Classifier, day: OwnDay): boolean {
  const { modelId, labels, senses, cost, classify } = Object(classifier) as Partial<Classifier>;
  const isList = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.every((word) => typeof word === 'string');
  const cure = 'See Classifier in the types';
  breaches.check(typeof modelId === 'string' && modelId !== '', 'modelId must be a text', modelId, cure);
  breaches.check(typeof classify === 'function', 'classify must be a function', classify, cure);
  breaches.check(
    isList(labels) && textOf(labels) === textOf([...labels].sort()),
    'labels must be a sorted list of material ids',
    labels,
    'Use the labels that the maker is given',
  );
  const unknown = day.labels.filter((label) => isList(labels) && !labels.includes(label));
  breaches.check(unknown.length === 0, 'labels lack materials of the feed', unknown, 'Use day.labels');
  breaches.check(
    isList(senses) && senses.length > 0,
    'senses must be a list of at least one sense',
    senses,
    "Give the names, such as ['visual']",
  );
  const { energyJ, timeUs } = Object(cost) as { energyJ?: number; timeUs?: number };
  const isCost = Number(energyJ) >= 0 && Number.isInteger(timeUs) && Number(timeUs) >= 0;
  breaches.check(
    isCost,
    'cost must be { energyJ, timeUs }, whole microseconds',
    cost,
    'Say what a thought costs',
  );
  return breaches.problems.length === 0;
}

/** Every robot must carry every sense, else it could not look. */
function checkSenses(breaches: Breaches, { senses }: Classifier, robots: readonly RobotSpec[]) {
  for (const { id, sensors } of robots)
    for (const sense of senses) {
      const has = sensesOf(sensors);
      breaches.check(
        has.includes(sense),
        `robot ${id} has no sense ${sense}`,
        has,
        `Add it to the robot's sensors in the scenario, or hand in the sense`,
      );
    }
  return breaches.problems.length === 0;
}

function checkBelief(breaches: Breaches, belief: Belief, { labels, modelId }: Classifier): void {
  const { material, state, quality, modelId: by } = Object(belief) as Partial<Belief>;
  const cure = 'Give a Float32Array of shares that add up to 1';
  breaches.check(by === modelId, "a belief must carry the classifier's modelId", by, `Give ${modelId}`);
  breaches.check(
    isShares(material, labels.length),
    'belief.material must hold a probability for each label',
    material,
    cure,
  );
  breaches.check(
    isShares(state, 10),
    'belief.state must hold ten probabilities, for states 0 to 9',
    state,
    cure,
  );
  const isQuality = Number.isFinite(quality?.mean) && Number(quality?.sd) >= 0;
  breaches.check(
    isQuality,
    'belief.quality must be { mean, sd } with sd >= 0',
    quality,
    'Give 0..1 and its error',
  );
}

/** What a look at some items of the day's materials gives, noise and all. */
function framesOf(day: OwnDay, { senses }: Classifier, own: readonly AnySense[]): Frames[] {
  const { labels, world, key } = day;
  const instruments = new Instruments(key.seed, sensesWith(own));
  const sensors = world.robots[0]?.sensors ?? {};
  return Array.from({ length: Math.min(MOST_ITEMS, 3 * labels.length) }, (_, i) => {
    const materialId = labels[i % labels.length] ?? '';
    const item = makeItem({ seed: key.seed, itemId: i + 1, materialId, state: (3 * i) % 10 });
    return instruments.look(item, sensors, senses);
  });
}

/**
 * What a perception breaks: one belief an item, over its own sorted labels, whose shares add up to 1; and the belief of an item
 * does not hang on the batch that it came in.
 */
export function perceptionProblems(
  make: MakeClassifier,
  day: OwnDay,
  senses: readonly AnySense[],
  where: string,
): { readonly problems: readonly InputProblem[]; readonly senses: readonly string[] } {
  const breaches = new Breaches(where);
  const classifier = breaches.tried('the function that makes it', () => make(day));
  const isWhole =
    classifier !== undefined &&
    checkFacts(breaches, classifier, day) &&
    checkSenses(breaches, classifier, day.world.robots);
  if (!isWhole) return { problems: breaches.problems, senses: [] };
  const frames = framesOf(day, classifier, senses);
  const all = breaches.tried('classify(batch)', () => classifier.classify(frames)) ?? [];
  const isAll = Array.isArray(all) && all.length === frames.length;
  breaches.check(
    isAll,
    'classify(batch) must give one belief an item',
    Object(all).length,
    'Answer in the order of the batch',
  );
  if (isAll) for (const belief of all) checkBelief(breaches, belief, classifier);
  if (breaches.problems.length === 0) checkBatches(breaches, classifier, frames, all);
  return { problems: breaches.problems, senses: classifier.senses };
}

function checkBatches(
  breaches: Breaches,
  classifier: Classifier,
  frames: readonly Frames[],
  all: readonly Belief[],
): void {
  for (const size of [1, 7])
    for (let from = 0; from < frames.length; from += size) {
      const batch = classifier.classify(frames.slice(from, from + size));
      breaches.check(
        batch.every((belief, i) => textOf(belief) === textOf(Object(all[from + i]))),
        'the belief of an item must be the same, bit for bit, in every batch',
        `another one in a batch of ${size}`,
        'Look at each item by itself, and draw no random numbers',
      );
    }
}
