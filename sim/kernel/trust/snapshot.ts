import type { Callback, Entity, EventHandle, Target } from '../core/event.ts';
import type { SimulationOptions } from '../processes/run-options.ts';
import { Simulation } from '../simulation.ts';

/** Plain data that survives JSON. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** A state machine that can be saved: all it knows goes through `save` and `load`, its random streams' states included. */
export interface SavableEntity extends Entity {
  save(): Plain;
  load(state: Plain): void;
}

/** An instant of a simulation as plain data. */
export interface Snapshot {
  readonly version: 1;
  readonly seed: number;
  readonly replication: number;
  readonly nowUs: number;
  readonly sequence: number;
  readonly events: readonly SavedEvent[];
  readonly entities: { readonly [name: string]: Plain };
}

export interface SavedEvent {
  readonly timeUs: number;
  readonly order: number;
  readonly entity: string;
  readonly action: number;
  readonly data: number;
}

/**
 * Saves a simulation between two events. Every pending event must belong to one of `entities`, whose names must differ;
 * processes and callbacks cannot be saved (fork those by replay). O(pending events log pending events).
 */
export function saveSimulation(sim: Simulation, entities: readonly SavableEntity[]): Snapshot {
  const byName = byNameOf(entities);
  const { queue } = sim;
  const events = queue.list().map(({ timeUs, order, slot, target }) => {
    const name = target.name;
    if (byName.get(name) !== target) throw new Error(refusal(target));
    return { timeUs, order, entity: name, action: queue.actions[slot]!, data: queue.data[slot]! };
  });
  return {
    version: 1,
    seed: sim.seed,
    replication: sim.replication,
    nowUs: sim.now,
    sequence: queue.sequence,
    events,
    entities: Object.fromEntries(entities.map((entity) => [entity.name, entity.save()])),
  };
}

/**
 * Continues from a snapshot, bit for bit: makes a simulation, lets `build` make its entities in it (without scheduling), loads
 * their states and puts the pending events back at their places in the order.
 */
export function restoreSimulation(
  snapshot: Snapshot,
  build: (sim: Simulation) => readonly SavableEntity[],
  options: Omit<SimulationOptions, 'seed' | 'replication'> = {},
): Simulation {
  const sim = new Simulation({ ...options, seed: snapshot.seed, replication: snapshot.replication });
  sim.queue.now = snapshot.nowUs;
  const entities = byNameOf(build(sim));
  if (sim.pending > 0) throw new Error('restore: build must not schedule events; they are in the snapshot');
  for (const { timeUs, order, entity, action, data } of snapshot.events) {
    const target = entities.get(entity);
    if (target === undefined) throw new Error(`restore: no entity is named ${entity}`);
    sim.queue.insert(timeUs, order, target, action, data);
  }
  sim.queue.continueFrom(snapshot.sequence);
  for (const [name, state] of Object.entries(snapshot.entities)) entities.get(name)?.load(state);
  return sim;
}

/** One pending event of an entity. */
export interface PendingAction {
  readonly handle: EventHandle;
  readonly timeUs: number;
  readonly action: number;
  readonly data: number;
}

/** The pending events of an entity in order: how it finds its handles again after `load`. O(pending events). */
export function pendingOf(sim: Simulation, entity: Entity): readonly PendingAction[] {
  const { queue } = sim;
  return queue
    .list()
    .filter(({ target }) => target === entity)
    .map(({ timeUs, slot }) => ({
      handle: queue.handleOf(slot),
      timeUs,
      action: queue.actions[slot]!,
      data: queue.data[slot]!,
    }));
}

function byNameOf(entities: readonly SavableEntity[]): ReadonlyMap<string, SavableEntity> {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  if (byName.size < entities.length) throw new Error('snapshot: two entities have the same name');
  return byName;
}

function refusal(target: Target | Callback): string {
  const name = target.name || 'a callback';
  return `save: a pending event belongs to ${name}, which is not among the entities given; processes and callbacks are forked by replay`;
}
