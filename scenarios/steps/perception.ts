import { kept } from '../../sim/kernel/core/kept.ts';
import type { Classifier, Eyes, LookCost, Perception } from '../../sim/ports.ts';
import { type Cost, FREE } from '../../sim/record/frames.ts';
import { must } from '../../sim/record/must.ts';
import type { RunKey } from '../../sim/run.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { costOfLook } from '../../sim/senses/sensors.ts';
import { type Calibration, calibrated } from '../../sim/site/robot/calibrated.ts';
import { isAblation, knowsGrade, knowsMaterial } from '../../sim/site/robot/condition.ts';
import { atCost, type LookAheadOptions, lookAhead } from '../../sim/site/robot/perception.ts';
import type { RobotSpec, WorldSpec } from '../../sim/world.ts';
import type { OwnParts } from '../own/parts.ts';
import { beliefCode, codeHash } from '../store/code.ts';
import { addressOf, type ContentStore } from '../store/store.ts';
import { readBeliefs, writeBeliefs } from './beliefs.ts';
import type { Network } from './network.ts';
import type { Look, LooksTake, Variant } from './steps.ts';
import { ablation, person, sparedCost } from './truth.ts';

/** What the robots of one day see with, and what to do when the day is over. */
export interface OpenEyes {
  eyes(robotId: string): Eyes;
  /** Keeps what was believed, for the next time the same items are seen. */
  keep(): void;
  /** True once an item was asked about that no earlier day knew: then the day is to be played live. */
  missed(): boolean;
}

/** Where a day's beliefs are kept. Items of a pool are the same in every replication and at every rate, so are their beliefs. */
export function beliefAddress({ model, senses, backend }: Network, world: WorldSpec, key: RunKey): string {
  const { seed, replication } = key;
  const { site } = world;
  const { ratePerHour: _r, surges: _s, minGapS: _g, ...pool } = world.feed;
  const pooled = world.feed.poolSize > 0;
  const items = pooled ? { day: { seed }, feed: pool } : { day: { seed, replication }, feed: world.feed };
  const recipe = { model, senses: [...senses], backend, ...items, site, code: codeHash(beliefCode) };
  return addressOf('beliefs', recipe);
}

/** Stands for a network and its camera where only the answers of earlier days are there: `missed` hears of the first other item. */
function silent(missed: () => void): () => never {
  return () => {
    missed();
    throw new Error(
      'an item came that this network was never asked about: the day must be played with the network',
    );
  };
}

/** A network that answers for all robots that see with it, whatever their boards. */
interface OpenLooker {
  readonly beliefs: Perception;
  /** Joules and seconds of one answer by board. */
  readonly costs: Readonly<Record<string, Cost>>;
  keep(): void;
  missed(): boolean;
}

/** Opens one network as a perception: by its earlier answers where there are any and `live` does not ask for the network. */
async function openLooker(
  network: Network & { readonly name: string },
  world: WorldSpec,
  key: RunKey,
  store: ContentStore,
  live: boolean,
): Promise<OpenLooker> {
  const address = beliefAddress(network, world, key);
  const kept = readBeliefs(store, address);
  let missed = false;
  const opened = (classifier: Classifier, frames: LookAheadOptions['frames']) =>
    lookAhead({
      ...{ name: network.name, classifier, senseCost: FREE, frames },
      known: kept?.beliefs ?? [],
    });
  const judged = (answers: Perception, calibration: Calibration) =>
    calibrated(answers, calibration, world.feed);
  if (kept !== undefined && !live) {
    const unknown = silent(() => {
      missed = true;
    });
    const answers = opened({ ...kept.facts, cost: FREE, classify: unknown }, unknown);
    const beliefs = judged(answers, kept.facts.calibration);
    return { beliefs, costs: kept.facts.costs, keep: () => {}, missed: () => missed };
  }
  // Networks bring large libraries along, which a day of kept answers does not wait for.
  const { openNetwork } = await import('./network.ts');
  const open = await openNetwork(store, network);
  const instruments = new Instruments(key.seed);
  const answers = opened(open, (item, state, seen) => instruments.look(item, state, seen));
  const beliefs = judged(answers, open.calibration);
  const keep = () => {
    const cached = answers.cached();
    if (cached.length > (kept?.beliefs.length ?? 0))
      writeBeliefs(store, address, { facts: open, beliefs: cached });
    open.dispose();
  };
  return { beliefs, costs: open.costs, keep, missed: () => false };
}

const nameOf = ({ model, senses }: Pick<Look, 'model' | 'senses'>) => `${model}/${senses.join('+')}`;

/** Every network that the robots of a variant see with, opened once, by the name of its looks. */
async function openLookers(
  { robots, backend }: Variant,
  world: WorldSpec,
  key: RunKey,
  store: ContentStore,
  live: boolean,
): Promise<Map<string, OpenLooker>> {
  const open = new Map<string, OpenLooker>();
  for (const { network: name, model, senses } of robots.flatMap(({ looks }) => looks)) {
    const looker = nameOf({ model, senses });
    if (model === null || open.has(looker)) continue;
    open.set(looker, await openLooker({ name, model, senses, backend }, world, key, store, live));
  }
  return open;
}

/** What a look costs a robot: its own sensors, and the network on its own board. */
function costOf(
  { pays, device }: Look,
  { sensors }: RobotSpec,
  costs: OpenLooker['costs'],
  take?: LooksTake,
): LookCost {
  const sense = costOfLook(sensors, pays);
  const infer = must(costs[device], `cost of a network on ${device}`);
  return sparedCost({ sense, infer }, take);
}

/** The same eyes with a part of the truth beside what they see. */
function knowing(seen: Perception, known: Variant['knows'] = []): Perception {
  const told = known.includes('material') ? knowsMaterial(seen) : seen;
  return known.includes('condition') ? knowsGrade(told) : told;
}

/**
 * Opens what the robots of a variant see with: trained networks on rendered frames, or the ablation that sees the truth.
 * Networks whose answers are kept are not loaded unless the day is to be played `live`. The caller's own perceptions go before.
 */
export async function openEyes(
  variant: Variant,
  world: WorldSpec,
  key: RunKey,
  store: ContentStore,
  live: boolean,
  own?: OwnParts,
): Promise<OpenEyes> {
  const open = await openLookers(variant, world, key, store, live);
  const { instead, looksTake } = variant;
  const ablations = new Map<string, (robot: RobotSpec) => Perception>();
  const known = (name: string) =>
    kept(ablations, name, () =>
      typeof instead === 'object'
        ? person(world, key, instead.wrongShare)
        : ablation(isAblation(name) ? name : 'perfect', world, key, looksTake),
    );
  const ofCaller = own && (await import('../own/eyes.ts')).ownEyes(own, world, key);
  const perceptionOf = (look: Look, robot: RobotSpec) => knowing(seenWith(look, robot), variant.knows);
  const seenWith = (look: Look, robot: RobotSpec): Perception => {
    const mine = ofCaller?.(look.network);
    if (mine !== undefined) return mine(robot);
    const looker = open.get(nameOf(look));
    return looker === undefined
      ? known(look.network)(robot)
      : atCost(looker.beliefs, costOf(look, robot, looker.costs, looksTake), look.device);
  };
  const eyes = new Map(
    variant.robots.map(({ robot: id, looks }) => {
      const robot = must(
        world.robots.find((one) => one.id === id),
        'robot of a variant',
      );
      const [perception, ...escalation] = looks.map((look) => perceptionOf(look, robot));
      return [id, { perception: must(perception, 'first look'), escalation }] as const;
    }),
  );
  const lookers = [...open.values()];
  return {
    eyes: (robotId) => must(eyes.get(robotId), 'eyes of a robot'),
    keep() {
      for (const { keep } of lookers) keep();
    },
    missed: () => lookers.some(({ missed }) => missed()),
  };
}

/** Works with the beliefs that are kept; where one is missing, once more with networks that look. */
export async function withBeliefs<T>(
  open: (live: boolean) => Promise<OpenEyes>,
  work: (eyes: OpenEyes) => Promise<T>,
): Promise<T> {
  const eyes = await open(false);
  try {
    return await work(eyes);
  } catch (error) {
    if (!eyes.missed()) throw error;
    return work(await open(true));
  }
}
