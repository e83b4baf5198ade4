import { type EventData, type EventOf, idOf, type WorldEvent } from '../../sim/record/event.ts';

/**
 * What one robot thought of an item at one look, and what its hidden state says of the choice. `label` = the material id that
 * it believes, `confidence` its probability; `chosen` and `best` are actions: `pick:pet`, `pass`, `look`.
 */
export type ItemDecision = Readonly<ReturnType<typeof decided>>;

/** One pick attempt: hand closed at gripUs, opened at releaseUs; `ok` = it held the item meanwhile. */
export type ItemPick = {
  readonly robot: string;
  readonly gripUs: number;
  readonly releaseUs: number;
  readonly ok: boolean;
};

/** All that a recording says about one item: what it is, and when what happened to it. */
export interface ItemLife extends EventData<'item.arrived'> {
  readonly arrivedUs: number;
  /** Phase of its arrival among the events of that instant. */
  readonly arrivedPhase: number;
  readonly decisions: readonly ItemDecision[];
  readonly picks: readonly ItemPick[];
  readonly binnedUs: number;
  readonly bin: string;
  readonly binnedBy: string;
}

/** The event with which a life began, but for its number. */
export function arrivalOf(life: ItemLife): EventOf<'item.arrived'> {
  const { arrivedUs: timeUs, arrivedPhase: phase, decisions, picks, binnedUs, bin, binnedBy, ...data } = life;
  return { type: 'item.arrived', seq: 0, phase, timeUs, subject: `item:${data.itemId}`, data };
}

/** What was thought of an item: the likeliest materials, the likeliest state, how much of its value is left, and its best next use. */
export type Thought = Readonly<ReturnType<typeof thoughtOf>>;

function thoughtOf(seen: EventData<'item.decided'>['seen']) {
  const { label, confidence, next, state, stateConfidence, quality, grade } = seen;
  return { label, confidence, next, state, stateConfidence, quality, grade };
}

/** The decision that an event tells. */
export function decided({ timeUs, data }: EventOf<'item.decided'>) {
  const { by, seen, chosen, chosenEur, best } = data;
  return {
    timeUs,
    robot: idOf(by),
    network: seen.network,
    ...thoughtOf(seen),
    options: data.options,
    looks: seen.looks,
    ...{ dirt: seen.dirt, lampAge: seen.lampAge },
    ...{ chosen, chosenEur, best: best.action, bestEur: best.valueEur },
  };
}

/** The item that an event is about, or null when it is about none. */
export function itemIdOf({ data }: WorldEvent): number | null {
  return 'itemId' in data ? data.itemId : null;
}

/** The robot that holds the item at `timeUs`, or null. */
export function heldBy(life: ItemLife, timeUs: number): string | null {
  for (const { robot, gripUs, releaseUs, ok } of life.picks)
    if (ok && gripUs <= timeUs && timeUs < releaseUs) return robot;
  return null;
}
