import { type EventData, type EventOf, idOf, type WorldEvent } from '../../sim/record/event.ts';

/**
 * What one robot thought of an item at one look, and what its hidden state says of the choice. `label` = the material id that
 * it believes, `confidence` its probability; `chosen` and `best` are actions: `pick:pet`, `pass`, `look`.
 */
export type ItemDecision = Readonly<ReturnType<typeof decided>>;

/** One pick attempt: hand closed at gripUs, opened at releaseUs; `ok` = it held the item meanwhile. */
export interface ItemPick {
  readonly robot: string;
  readonly gripUs: number;
  readonly releaseUs: number;
  readonly ok: boolean;
}

/** All that a recording says about one item: what it is, and when what happened to it. */
export interface ItemLife extends EventData<'item.arrived'> {
  readonly arrivedUs: number;
  /** Phase of its arrival among the events of that instant. */
  readonly arrivedPhase: number;
  readonly decisions: ItemDecision[];
  readonly picks: ItemPick[];
  binnedUs: number;
  bin: string;
  binnedBy: string;
}

function arrived({ timeUs, phase, data }: EventOf<'item.arrived'>): ItemLife {
  const nothingYet = { binnedUs: Number.POSITIVE_INFINITY, bin: '', binnedBy: '' };
  return { ...data, arrivedUs: timeUs, arrivedPhase: phase, decisions: [], picks: [], ...nothingYet };
}

/** The event with which a life began, but for its number. */
export function arrivalOf(life: ItemLife): EventOf<'item.arrived'> {
  const { arrivedUs: timeUs, arrivedPhase: phase, decisions, picks, binnedUs, bin, binnedBy, ...data } = life;
  return { type: 'item.arrived', seq: 0, phase, timeUs, subject: `item:${data.itemId}`, data };
}

/** What was thought of an item: the likeliest materials, the likeliest state, and how much of its value is left. */
export type Thought = Readonly<ReturnType<typeof thoughtOf>>;

function thoughtOf(seen: EventData<'item.decided'>['seen']) {
  const { label, confidence, next, state, stateConfidence, quality } = seen;
  return { label, confidence, next, state, stateConfidence, quality };
}

function decided({ timeUs, data }: EventOf<'item.decided'>) {
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

const nothingKept = { options: [], next: [] };

/** Lets go of what only the item's panel shows of decisions: options and second thoughts. */
export function forgetDetails(lives: ReadonlyMap<number, ItemLife>, events: readonly WorldEvent[]): void {
  replaceDecisions(lives, events, (event) => ({ ...decided(event), ...nothingKept }));
}

/** Puts it back. */
export function recallDetails(lives: ReadonlyMap<number, ItemLife>, events: readonly WorldEvent[]): void {
  replaceDecisions(lives, events, decided);
}

function replaceDecisions(
  lives: ReadonlyMap<number, ItemLife>,
  events: readonly WorldEvent[],
  by: (event: EventOf<'item.decided'>) => ItemDecision,
): void {
  for (const event of events) {
    if (event.type !== 'item.decided') continue;
    const decisions = lives.get(event.data.itemId)?.decisions ?? [];
    const robot = idOf(event.data.by);
    const at = decisions.findIndex((one) => one.timeUs === event.timeUs && one.robot === robot);
    if (at >= 0) decisions[at] = by(event);
  }
}

/** The item that an event is about, or null when it is about none. */
export function itemIdOf({ data }: WorldEvent): number | null {
  return 'itemId' in data ? data.itemId : null;
}

/** Adds what `event` says to the lives of the items; events about anything else change nothing. */
export function recordItem(lives: Map<number, ItemLife>, event: WorldEvent): void {
  if (event.type === 'item.arrived') lives.set(event.data.itemId, arrived(event));
  const life = lives.get(itemIdOf(event) ?? -1);
  if (life === undefined) return;
  if (event.type === 'item.decided') life.decisions.push(decided(event));
  if (event.type === 'item.picked') {
    const { robot, startUs, ok } = event.data;
    life.picks.push({ robot, gripUs: startUs, releaseUs: event.timeUs, ok });
  }
  if (event.type === 'item.binned') {
    life.binnedUs = event.timeUs;
    life.bin = event.data.bin;
    life.binnedBy = event.data.by;
  }
}

/** The robot that holds the item at `timeUs`, or null. */
export function heldBy(life: ItemLife, timeUs: number): string | null {
  for (const { robot, gripUs, releaseUs, ok } of life.picks)
    if (ok && gripUs <= timeUs && timeUs < releaseUs) return robot;
  return null;
}
