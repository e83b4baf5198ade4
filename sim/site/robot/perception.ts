import { kept } from '../../kernel/core/kept.ts';
import { drawKey, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Classifier, LookCost, Perception, Ports } from '../../ports.ts';
import type { Belief } from '../../record/belief.ts';
import type { Cost, Frames, Sense } from '../../record/frames.ts';
import type { Sensors } from '../../senses/registry.ts';
import { sensorKey } from '../../senses/sensors.ts';
import { conditionOf } from './condition.ts';

/** A belief with the key it may be reused under: plain data but for the typed arrays of the belief. */
export interface CachedBelief {
  readonly itemId: number;
  readonly sensorKey: string;
  readonly belief: Belief;
}

export interface LookAheadOptions {
  readonly name: string;
  readonly classifier: Classifier;
  /** What the sensors see of an item; pure. */
  readonly frames: (item: ItemState, sensors: Sensors, senses: readonly Sense[]) => Frames;
  /** Joules and seconds of one look with all senses of the classifier. */
  readonly senseCost: Cost;
  readonly batchSize?: number;
  /** Beliefs of an earlier run of the same model. */
  readonly known?: readonly CachedBelief[];
}

export interface LookAheadPerception extends Perception {
  /** Everything believed so far, to be kept for a later run. */
  cached(): CachedBelief[];
}

type Shelf = Map<number, Belief | null>;

/**
 * Perception by a live classifier. Requests wait until the first belief is needed, then all that wait are answered in
 * batches; answers are kept by (item, sensorKey) - the model is fixed - and shared by every run that uses this perception.
 */
export function lookAhead(options: LookAheadOptions): LookAheadPerception {
  return new LookAhead(options);
}

class LookAhead implements LookAheadPerception {
  readonly name: string;
  readonly labels: readonly string[];
  readonly senses: readonly Sense[];
  readonly device = '';
  readonly cost: LookCost;
  readonly #options: LookAheadOptions;
  readonly #shelves = new Map<string, Shelf>();
  /** The key of sensors is a hash; looked up once per object. */
  readonly #shelfOfSensors = new WeakMap<Sensors, Shelf>();
  #waiting: { item: ItemState; sensors: Sensors; shelf: Shelf }[] = [];

  constructor(options: LookAheadOptions) {
    const { classifier } = options;
    this.name = options.name;
    this.labels = classifier.labels;
    this.senses = classifier.senses;
    this.cost = { sense: options.senseCost, infer: classifier.cost };
    this.#options = options;
    for (const known of options.known ?? []) this.#shelf(known.sensorKey).set(known.itemId, known.belief);
  }

  request(item: ItemState, sensors: Sensors): void {
    const shelf = this.#shelfOf(sensors);
    if (shelf.has(item.itemId)) return;
    shelf.set(item.itemId, null);
    this.#waiting.push({ item, sensors, shelf });
  }

  belief(item: ItemState, sensors: Sensors): Belief {
    const shelf = this.#shelfOf(sensors);
    const known = shelf.get(item.itemId);
    if (known) return known;
    this.request(item, sensors);
    this.#answerAll();
    return shelf.get(item.itemId)!;
  }

  cached(): CachedBelief[] {
    return [...this.#shelves].flatMap(([sensorKey, shelf]) =>
      [...shelf].flatMap(([itemId, belief]) => (belief ? [{ itemId, sensorKey, belief }] : [])),
    );
  }

  #answerAll(): void {
    const { classifier, frames, batchSize = 32 } = this.#options;
    for (let from = 0; from < this.#waiting.length; from += batchSize) {
      const batch = this.#waiting.slice(from, from + batchSize);
      const seen = batch.map(({ item, sensors }) => frames(item, sensors, classifier.senses));
      const beliefs = classifier.classify(seen);
      for (const [i, { item, shelf }] of batch.entries()) shelf.set(item.itemId, beliefs[i]!);
    }
    this.#waiting = [];
  }

  #shelfOf(sensors: Sensors): Shelf {
    let shelf = this.#shelfOfSensors.get(sensors);
    if (shelf === undefined) {
      shelf = this.#shelf(sensorKey(sensors));
      this.#shelfOfSensors.set(sensors, shelf);
    }
    return shelf;
  }

  #shelf(key: string): Shelf {
    return kept(this.#shelves, key, () => new Map());
  }
}

/** The same beliefs at another cost: what a robot with its own sensors and board makes of a perception that robots share. */
export function atCost(perception: Perception, cost: LookCost, device = ''): Perception {
  const { name, labels, senses } = perception;
  return {
    ...{ name, labels, senses, device, cost },
    request: (item, sensors, timeUs) => perception.request(item, sensors, timeUs),
    belief: (item, sensors) => perception.belief(item, sensors),
  };
}

/** The ports of a day on which all robots see alike: one perception, and the better looks in order. */
export function sameEyes(
  perception: Perception,
  escalation: readonly Perception[] = [],
): Pick<Ports, 'seeing' | 'eyes'> {
  return { seeing: perception.name, eyes: () => ({ perception, escalation }) };
}

/**
 * Perfect perception: the belief is the truth, at a cost that the caller sets (an ablation, not a bound). Labels must hold
 * every material that comes, else the first belief of an unknown one throws.
 */
export function perfectPerception(
  labels: readonly string[],
  cost: LookCost,
  senses: readonly Sense[] = ['visual'],
): Perception {
  const indexOf = new Map(labels.map((id, k) => [id, k]));
  const known = new Map<number, Belief>();
  return {
    name: 'perfect',
    ...{ labels, senses, cost },
    device: '',
    request: () => {},
    belief(item) {
      let belief = known.get(item.itemId);
      if (belief === undefined) {
        belief = truthOf(item, indexOf, labels.length);
        known.set(item.itemId, belief);
      }
      return belief;
    },
  };
}

/** The truth, but for a share of items that are taken for another material of the same labels: a person at the belt. */
export function fallible(
  known: Perception,
  { seed, wrongShare }: { readonly seed: number; readonly wrongShare: number },
): Perception {
  const key = drawKey(seed, 0, 'picker', 'mistakes');
  const { labels } = known;
  const mistaken = new Map<number, Belief>();
  const mistake = (belief: Belief, itemId: number): Belief => {
    const truth = belief.material.indexOf(1);
    const step = 1 + Math.floor(uniformAt(key, itemId, 1) * (labels.length - 1));
    const material = new Float32Array(labels.length);
    material[(truth + step) % labels.length] = 1;
    return { ...belief, material };
  };
  return {
    ...known,
    name: 'manual-picker',
    belief(item, sensors) {
      const belief = known.belief(item, sensors);
      if (labels.length < 2 || uniformAt(key, item.itemId, 0) >= wrongShare) return belief;
      return kept(mistaken, item.itemId, () => mistake(belief, item.itemId));
    },
  };
}

function truthOf(item: ItemState, indexOf: ReadonlyMap<string, number>, k: number): Belief {
  const index = indexOf.get(item.materialId);
  if (index === undefined) {
    throw new Error(
      `perfect perception: ${item.materialId} is not among its ${k} labels; give it the labels of the feed`,
    );
  }
  const material = new Float32Array(k);
  material[index] = 1;
  return { modelId: 'truth', material, ...conditionOf(item) };
}
