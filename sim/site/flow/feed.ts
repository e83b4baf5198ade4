import { kept } from '../../kernel/core/kept.ts';
import { exponential } from '../../kernel/random/distributions.ts';
import {
  type DrawKey,
  drawKey,
  normalAt,
  type RandomStream,
  stream,
  uniformAt,
} from '../../kernel/random/random.ts';
import { FULL_COUPLING } from '../../materials/appearance.ts';
import { gradeOf, stateOf } from '../../materials/damage.ts';
import { type ItemState, makeItem } from '../../materials/item.ts';
import type { Grade } from '../../record/item-state.ts';
import { displayColour } from '../../senses/optics/display-colour.ts';
import { ItemOptics } from '../../senses/optics/reflectance.ts';
import { arrivalRate, type FeedSpec, type SiteSpec, type WorldSpec } from '../../world.ts';
import { Surfaces } from './surface.ts';

/** One item on its way to the belt. */
export interface Arrival {
  /** 0, 1, 2 ... in order of arrival: the item's id in events and decisions. */
  readonly index: number;
  readonly timeUs: number;
  /** Hidden state; `item.itemId` is the specimen, which replications may share. */
  readonly item: ItemState;
  /** Degradation state 0..9. */
  readonly state: number;
  /** Best next use. */
  readonly grade: Grade;
  /** What the eye would see on average, '#rrggbb'. */
  readonly colour: string;
  /** Across the belt from its middle. */
  readonly laneM: number;
}

/** Items in order of arrival: a `Feed`, or what one has given before. */
export interface Arrivals {
  /** The next arrival before the end of the run, or null from then on. */
  next(): Arrival | null;
}

/** Specimens of one replication are numbered from here, so that replications do not share items by accident. */
const specimensPerReplication = 1_000_000;

/**
 * The stream of arrivals: the same whatever is done with the items. Gaps are exponential in the accumulated rate, so a
 * surge moves items in time but changes neither their order nor what they are.
 */
export class Feed implements Arrivals {
  readonly #world: WorldSpec;
  readonly #gaps: RandomStream;
  readonly #lanes: DrawKey;
  readonly #poolDraws: DrawKey;
  readonly #specimens: Specimens;
  readonly #replication: number;
  #index = 0;
  #timeUs = 0;

  /** Feeds of one specification and seed may share their specimens, whatever the replication. */
  constructor(
    world: WorldSpec,
    seed: number,
    replication: number,
    specimens = new Specimens(world.feed, seed),
  ) {
    this.#world = world;
    this.#replication = replication;
    this.#gaps = stream({ seed, replication, path: 'feed', purpose: 'gaps' });
    this.#lanes = drawKey(seed, replication, 'feed', 'lane');
    this.#poolDraws = drawKey(seed, replication, 'feed', 'pool');
    this.#specimens = specimens;
  }

  #specimen(index: number): number {
    const { poolSize } = this.#world.feed;
    if (poolSize === 0) return this.#replication * specimensPerReplication + index;
    return Math.floor(uniformAt(this.#poolDraws, index) * poolSize);
  }

  /** The next arrival before the end of the run, or null from then on. */
  next(): Arrival | null {
    const { site, feed, belt } = this.#world;
    const work = exponential(this.#gaps, 1);
    const reached = afterWork(site, feed, this.#timeUs, work);
    const timeUs = Math.max(reached, this.#timeUs + Math.round(feed.minGapS * 1e6));
    this.#timeUs = timeUs;
    if (!(timeUs < site.durationS * 1e6)) return null;
    const index = this.#index++;
    const lane = Math.max(-1, Math.min(1, 0.4 * normalAt(this.#lanes, index)));
    const { item, state, grade, colour } = this.#specimens.at(this.#specimen(index));
    return { index, timeUs, item, state, grade, colour, laneM: (lane * belt.widthM) / 2 };
  }
}

interface Specimen {
  readonly item: ItemState;
  readonly state: number;
  readonly grade: Grade;
  readonly colour: string;
}

/** The time at which the accumulated rate since `fromUs` reaches `work`; Infinity when it never does. */
function afterWork(site: SiteSpec, feed: FeedSpec, fromUs: number, work: number): number {
  const endUs = site.durationS * 1e6;
  const edges = [0, site.openHour, site.closeHour, 24, ...feed.surges.flatMap((s) => [s.fromHour, s.toHour])];
  let timeUs = fromUs;
  let left = work;
  while (timeUs < endUs) {
    const hour = (site.startHour + timeUs / 3600e6) % 24;
    const nextEdge = edges.reduce((best, edge) => (edge > hour + 1e-12 && edge < best ? edge : best), 24);
    const spanUs = Math.max(1, (nextEdge - hour) * 3600e6);
    const rate = arrivalRate(site, feed, hour);
    const needUs = rate > 0 ? (left / rate) * 1e6 : Infinity;
    if (needUs <= spanUs) return Math.round(timeUs + needUs);
    left -= (rate * spanUs) / 1e6;
    timeUs += spanUs;
  }
  return Infinity;
}

/** Makes items by (seed, specimen); a pool keeps what it has made, because replications draw from it again and again. */
export class Specimens {
  readonly #feed: FeedSpec;
  readonly #seed: number;
  readonly #materialDraws: DrawKey;
  readonly #stateDraws: DrawKey;
  readonly #materialUpTo: readonly number[];
  readonly #stateUpTo: readonly number[];
  readonly #surfaces: Surfaces;
  readonly #itemOptics = new ItemOptics();
  readonly #pool = new Map<number, Specimen>();

  constructor(feed: FeedSpec, seed: number) {
    this.#feed = feed;
    this.#seed = seed;
    this.#materialDraws = drawKey(seed, 0, 'feed', 'material');
    this.#stateDraws = drawKey(seed, 0, 'feed', 'state');
    this.#materialUpTo = cumulative(feed.materials.map((m) => m.share));
    this.#stateUpTo = cumulative(feed.stateWeights);
    this.#surfaces = new Surfaces(feed, seed);
  }

  /** The specimen of that number; kept when the feed has a pool. */
  at(specimen: number): Specimen {
    if (this.#feed.poolSize === 0) return this.#make(specimen);
    return kept(this.#pool, specimen, () => this.#make(specimen));
  }

  #make(specimen: number): Specimen {
    const pick = pickOf(this.#materialUpTo, uniformAt(this.#materialDraws, specimen));
    const { materialId } = this.#feed.materials[pick]!;
    const { lookCoupling = FULL_COUPLING } = this.#feed;
    const wish =
      this.#stateUpTo.length === 0
        ? {}
        : { state: pickOf(this.#stateUpTo, uniformAt(this.#stateDraws, specimen)) };
    const made = makeItem({ seed: this.#seed, itemId: specimen, materialId, lookCoupling, ...wish });
    const item = this.#surfaces.of(made);
    return {
      item,
      state: stateOf(item),
      grade: gradeOf(item),
      colour: displayColour(item, this.#itemOptics),
    };
  }
}

function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((w) => {
    sum += w;
    return sum;
  });
}

function pickOf(upTo: readonly number[], u: number): number {
  const at = u * upTo.at(-1)!;
  return upTo.findIndex((edge) => at < edge);
}
