import type { Classifier, Perception } from '../../sim/ports.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { must } from '../../sim/record/must.ts';
import type { RunKey } from '../../sim/run.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
import { type LookAheadOptions, lookAhead } from '../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { beliefCode, codeHash } from '../store/code.ts';
import { addressOf, type ContentStore } from '../store/store.ts';
import { readBeliefs, writeBeliefs } from './beliefs.ts';
import type { Network } from './network.ts';
import type { Variant } from './steps.ts';
import { costOfLook, truth } from './truth.ts';

/** The perceptions of one day, and what to do when the day is over. */
export interface OpenPerception {
  readonly port: Perception;
  /** Further looks with better senses, in order; empty without an escalation. */
  readonly escalation: readonly Perception[];
  /** Keeps what was believed, for the next time the same items are seen. */
  keep(): void;
  /** True once an item was asked about that no earlier day knew: then the day is to be played live. */
  missed(): boolean;
}

/** One network that looks with certain senses, and pays for the senses that it adds. */
interface Looker extends Network {
  readonly name: string;
  /** Senses that this look pays for; undefined = all that it sees. */
  readonly pays?: readonly Sense[];
}

/** Where a day's beliefs are kept. Items of a pool are the same in every replication, so are their beliefs. */
export function beliefAddress(
  { model, device, backend, senses }: Looker,
  world: WorldSpec,
  key: RunKey,
): string {
  const { seed, replication } = key;
  const day = world.feed.poolSize > 0 ? { seed } : { seed, replication };
  const { feed, site } = world;
  const recipe = {
    model,
    device,
    backend,
    senses: senses ?? null,
    day,
    feed,
    site,
    code: codeHash(beliefCode),
  };
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

interface OpenLooker {
  readonly port: Perception;
  keep(): void;
  missed(): boolean;
}

/** Opens one network as a perception: by its earlier answers where there are any and `live` does not ask for the network. */
async function openLooker(
  looker: Looker,
  world: WorldSpec,
  key: RunKey,
  store: ContentStore,
  live: boolean,
): Promise<OpenLooker> {
  const address = beliefAddress(looker, world, key);
  const kept = readBeliefs(store, address);
  let missed = false;
  const opened = (classifier: Classifier, frames: LookAheadOptions['frames']) =>
    lookAhead({
      name: looker.name,
      classifier,
      senseCost: costOfLook(world.robots[0]?.sensors ?? defaultSensors(), looker.pays ?? classifier.senses),
      frames,
      known: kept?.beliefs ?? [],
    });
  if (kept !== undefined && !live) {
    const unknown = silent(() => {
      missed = true;
    });
    const port = opened({ ...kept.facts, classify: unknown }, unknown);
    return { port, keep: () => {}, missed: () => missed };
  }
  // Rendering and networks bring large tables and libraries along, which a day of kept answers does not wait for.
  const { Instruments } = await import('../../sim/senses/frames.ts');
  const { openNetwork } = await import('./network.ts');
  const network = await openNetwork(store, looker);
  const instruments = new Instruments(key.seed);
  const port = opened(network, (item, state, seen) => instruments.look(item, state, seen));
  const keep = () => {
    const beliefs = port.cached();
    if (beliefs.length > (kept?.beliefs.length ?? 0))
      writeBeliefs(store, address, { facts: network, beliefs });
    network.dispose();
  };
  return { port, keep, missed: () => false };
}

/** The further looks of an escalating student: the teacher with thermal beside the camera, then with everything. */
function furtherLooks({ escalation, backend }: Variant): Looker[] {
  if (escalation === null) return [];
  const teacher = { ...escalation, backend };
  return [
    { name: 'teacher: visual, thermal', ...teacher, senses: ['visual', 'thermal'], pays: ['thermal'] },
    { name: 'teacher: all senses', ...teacher, pays: ['spectral'] },
  ];
}

/**
 * Opens the perceptions of a variant: trained networks on rendered frames, or the ablation that sees the truth. Networks whose
 * answers are kept are not loaded unless the day is to be played `live`.
 */
export async function openPerception(
  variant: Variant,
  world: WorldSpec,
  key: RunKey,
  store: ContentStore,
  live: boolean,
): Promise<OpenPerception> {
  const { perception: name, model, device, backend } = variant;
  if (model === null) {
    return { port: truth(world), escalation: [], keep: () => {}, missed: () => false };
  }
  const lookers = [{ name, model, device, backend }, ...furtherLooks(variant)];
  const open: OpenLooker[] = [];
  for (const looker of lookers) open.push(await openLooker(looker, world, key, store, live));
  const [first, ...others] = open;
  return {
    port: must(first, 'first look').port,
    escalation: others.map(({ port }) => port),
    keep() {
      for (const { keep } of open) keep();
    },
    missed: () => open.some(({ missed }) => missed()),
  };
}
