import { kept } from '../../kernel/core/kept.ts';
import { drawKey, uniformAt } from '../../kernel/random/random.ts';
import { gradeOf, qualityOf, STATE_COUNT, stateOf } from '../../materials/damage.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Perception } from '../../ports.ts';
import type { Belief } from '../../record/belief.ts';
import { grades } from '../../record/item-state.ts';
import type { FeedSpec } from '../../world.ts';
import { Specimens } from '../flow/feed.ts';

/** All that sees without a network: the truth; the truth but for condition, which is as usual; the condition of another piece. */
export const ablations = ['perfect', 'material-only', 'shuffled-condition'] as const;
export type Ablation = (typeof ablations)[number];

export function isAblation(name: string): name is Ablation {
  return (ablations as readonly string[]).includes(name);
}

/** What a belief says of condition. */
export type Condition = Required<Pick<Belief, 'state' | 'quality' | 'grade'>>;

const oneOf = (length: number, place: number): Float32Array => {
  const shares = new Float32Array(length);
  shares[place] = 1;
  return shares;
};

/** The condition of an item as it is. */
export function conditionOf(item: ItemState): Condition {
  return {
    state: oneOf(STATE_COUNT, stateOf(item)),
    quality: { mean: qualityOf(item), sd: 0 },
    grade: oneOf(grades.length, grades.indexOf(gradeOf(item))),
  };
}

/** The same perception with other beliefs, each made once an item and look. */
function told(
  perception: Perception,
  name: string,
  change: (belief: Belief, item: ItemState) => Belief,
): Perception {
  const known = new WeakMap<Belief, Map<number, Belief>>();
  return {
    ...perception,
    name,
    request: (item, sensors, timeUs) => perception.request(item, sensors, timeUs),
    belief(item, sensors) {
      const belief = perception.belief(item, sensors);
      const changed = known.get(belief) ?? new Map<number, Belief>();
      known.set(belief, changed);
      return kept(changed, item.itemId, () => change(belief, item));
    },
  };
}

/** What a perception says of material, with the true condition beside it: the limit of not knowing grades is lifted. */
export function knowsGrade(perception: Perception): Perception {
  return told(perception, perception.name, (belief, item) => ({ ...belief, ...conditionOf(item) }));
}

/** What a perception says of condition, with the true material beside it; its best next use follows from both. */
export function knowsMaterial(perception: Perception): Perception {
  const { labels } = perception;
  return told(perception, perception.name, (belief, item) => ({
    ...belief,
    material: oneOf(labels.length, labels.indexOf(item.materialId)),
  }));
}

/** Conditions in which each material comes, by its id. */
export type Conditions = ReadonlyMap<string, readonly Condition[]>;

/** Pieces of a material that stand for all that come, and where their numbers begin: no day has so many. */
const SAMPLE = 200;
const SAMPLE_FROM = 3_000_000_000;

/** The conditions in which each material of a feed comes, from pieces that never do. */
export function conditionsOf(feed: FeedSpec, seed: number): Conditions {
  return new Map(
    feed.materials.map(({ materialId }) => {
      const pieces = new Specimens({ ...feed, materials: [{ materialId, share: 1 }], poolSize: 0 }, seed);
      const sample = Array.from({ length: SAMPLE }, (_, i) => conditionOf(pieces.at(SAMPLE_FROM + i).item));
      return [materialId, sample];
    }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

const meanOf = (rows: readonly Float32Array[]): Float32Array =>
  Float32Array.from(rows[0] ?? [], (_, i) => mean(rows.map((row) => row[i]!)));

/** What is known of a piece's condition by whoever knows how often each comes. */
function usual(sample: readonly Condition[]): Condition {
  const values = sample.map(({ quality }) => quality.mean);
  const middle = mean(values);
  return {
    state: meanOf(sample.map(({ state }) => state)),
    quality: { mean: middle, sd: Math.sqrt(mean(values.map((x) => (x - middle) * (x - middle)))) },
    grade: meanOf(sample.map(({ grade }) => grade)),
  };
}

/**
 * The ablation that knows the material and not the condition, but how often each condition comes with the material (`truth` is a
 * perception that knows both): what seeing condition is worth is measured against it.
 */
export function materialOnly(truth: Perception, conditions: Conditions): Perception {
  const known = new Map([...conditions].map(([id, sample]) => [id, usual(sample)]));
  return told(truth, 'material-only', (belief, { materialId }) => ({ ...belief, ...known.get(materialId)! }));
}

/** The ablation that knows the material, and takes the condition of another piece of it for that of the item. */
export function shuffledCondition(truth: Perception, conditions: Conditions, seed: number): Perception {
  const draws = drawKey(seed, 0, 'condition', 'shuffle');
  return told(truth, 'shuffled-condition', (belief, { itemId, materialId }) => {
    const sample = conditions.get(materialId)!;
    return { ...belief, ...sample[Math.floor(uniformAt(draws, itemId) * sample.length)]! };
  });
}
