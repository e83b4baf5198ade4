import { maintenancePolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import { kept } from '../../../sim/kernel/core/kept.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import type { Perception, Ports } from '../../../sim/ports.ts';
import type { EventOf, WorldEvent } from '../../../sim/record/event.ts';
import type { RunSummary } from '../../../sim/record/summary.ts';
import { type RunKey, startRun } from '../../../sim/run.ts';
import { Feed, Specimens } from '../../../sim/site/flow/feed.ts';
import { perfectPerception, sameEyes } from '../../../sim/site/robot/perception.ts';
import type { FeedSpec, WorldSpec } from '../../../sim/world.ts';
import { plainDepot } from '../plain-depot.ts';
import { ofType } from '../record/of-type.ts';

export const lookCost = {
  sense: { energyJ: 0.05, timeUs: 100_000 },
  infer: { energyJ: 0.005, timeUs: 80_000 },
};

export const allLabels = materials.map((m) => m.id);

type Options = Partial<Ports> & {
  /** What all robots see with. */
  readonly perception?: Perception;
  readonly escalation?: readonly Perception[];
};

export function portsOf(options: Options = {}): Ports {
  const { perception = perfectPerception(allLabels, lookCost), escalation = [], ...others } = options;
  return {
    ...sameEyes(perception, escalation),
    sorting: sortPolicy('expected-value'),
    maintenance: maintenancePolicy('run-to-failure', plainDepot),
    ...others,
  };
}

export interface Played {
  readonly events: WorldEvent[];
  /** Sorting decisions. */
  readonly decisions: EventOf<'item.decided'>[];
  readonly summary: RunSummary;
}

const pools = new WeakMap<FeedSpec, Map<number, Specimens>>();

/** The days of a test file share the specimens of a feed and a seed. */
function specimensOf(feed: FeedSpec, seed: number): Specimens {
  const bySeed = kept(pools, feed, () => new Map<number, Specimens>());
  return kept(bySeed, seed, () => new Specimens(feed, seed));
}

/** Plays a world to its end and keeps everything. */
export function play(
  world: WorldSpec,
  key: Partial<RunKey> = {},
  ports: Ports = portsOf(),
  slice = 10_000,
): Played {
  const events: WorldEvent[] = [];
  const { seed = 1, replication = 0 } = key;
  const feed = new Feed(world, seed, replication, specimensOf(world.feed, seed));
  const run = startRun(world, { seed, replication }, ports, { event: (e) => events.push(e) }, feed);
  while (run.advance(slice));
  return { events, decisions: ofType(events, 'item.decided'), summary: run.summary() };
}

/** Items of a pool are made once in a test file: most of a test's time would go into making them. */
const pooledFeed = { ...plainDepot.feed, poolSize: 400 };

/** The depot, shortened, with pooled items, and changed. */
export function depot(changes: (world: WorldSpec) => Partial<WorldSpec> = () => ({}), hours = 2): WorldSpec {
  const base = {
    ...plainDepot,
    site: { ...plainDepot.site, durationS: hours * 3600 },
    feed: pooledFeed,
  };
  return { ...base, ...changes(base) };
}

/** A perception that is right with probability `p`, else takes the next label: deterministic by item. */
export function noisyPerception(p: number): Perception {
  const perfect = perfectPerception(allLabels, lookCost);
  return {
    ...perfect,
    name: `right-${p}`,
    belief(item, sensors) {
      const truth = perfect.belief(item, sensors);
      const right = truth.material.indexOf(1);
      const hash = (item.itemId * 2654435761) % 4294967296;
      const wrong = (right + 1 + (hash % 7)) % allLabels.length;
      const material = new Float32Array(allLabels.length);
      material[hash / 4294967296 < p ? right : wrong] = p;
      material[hash / 4294967296 < p ? wrong : right] = 1 - p;
      return { ...truth, modelId: 'noisy', material };
    },
  };
}
