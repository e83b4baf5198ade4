import type { WorldEvent } from '../../sim/record/event.ts';
import { flagOf, idOf, numberOf, recordOf, textOf } from './fields.ts';

/** What one robot thought of an item at one look. */
export interface ItemDecision {
  readonly timeUs: number;
  readonly robot: string;
  readonly action: string;
  readonly bin: string;
  /** Material id that the robot believes, with its probability. */
  readonly label: string;
  readonly confidence: number;
  /** Best action by the hidden state, and what chosen and best were worth. */
  readonly best: string;
  readonly bestBin: string;
  readonly chosenEur: number | null;
  readonly bestEur: number | null;
}

/** One pick attempt: hand closed at gripUs, opened at releaseUs; `ok` = it held the item meanwhile. */
export interface ItemPick {
  readonly robot: string;
  readonly gripUs: number;
  readonly releaseUs: number;
  readonly ok: boolean;
}

/** All that a recording says about one item: what it is, and when what happened to it. */
export interface ItemLife {
  readonly itemId: number;
  readonly material: string;
  readonly materialClass: string;
  readonly shape: string;
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly colour: string;
  readonly massKg: number;
  readonly laneM: number;
  readonly angleRad: number;
  readonly arrivedUs: number;
  readonly decisions: ItemDecision[];
  readonly picks: ItemPick[];
  binnedUs: number;
  bin: string;
  binnedBy: string;
}

/** Time in the hand when the recording gives none. */
const DEFAULT_MOVE_US = 1_000_000;

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Angle on the belt when none is recorded: fixed by the item's number, so that every viewing is the same. */
function restingAngle(itemId: number): number {
  return ((itemId * 0.618_033_988_75) % 1) * 2 * Math.PI;
}

function arrived(event: WorldEvent, itemId: number): ItemLife {
  const { data } = event;
  const colour = textOf(data, 'colour', '#9aa0a6');
  const material = textOf(data, 'material', 'unknown');
  const widthM = numberOf(data, 'widthM', 0.08);
  return {
    itemId,
    material,
    materialClass: textOf(data, 'class', material),
    shape: textOf(data, 'shape', 'box'),
    lengthM: numberOf(data, 'lengthM', 0.15),
    widthM,
    heightM: numberOf(data, 'heightM', widthM),
    colour: COLOUR.test(colour) ? colour : '#9aa0a6',
    massKg: numberOf(data, 'massKg'),
    laneM: numberOf(data, 'laneM'),
    angleRad: numberOf(data, 'angleRad', restingAngle(itemId)),
    arrivedUs: event.timeUs,
    decisions: [],
    picks: [],
    binnedUs: Number.POSITIVE_INFINITY,
    bin: '',
    binnedBy: '',
  };
}

function decided(event: WorldEvent): ItemDecision {
  const { data } = event;
  const best = textOf(data, 'best') || textOf(recordOf(data, 'best'), 'action');
  const optional = (key: string): number | null => (key in data ? numberOf(data, key) : null);
  return {
    timeUs: event.timeUs,
    robot: idOf(textOf(data, 'robot')),
    action: textOf(data, 'action'),
    bin: idOf(textOf(data, 'bin')),
    label: textOf(data, 'label'),
    confidence: numberOf(data, 'confidence'),
    best,
    bestBin: idOf(textOf(data, 'bestBin')),
    chosenEur: optional('chosenEur'),
    bestEur: optional('bestEur'),
  };
}

/** The item that an event is about, or null when it is about none. */
export function itemIdOf(event: WorldEvent): number | null {
  if (!event.type.startsWith('item.')) return null;
  const id = numberOf(event.data, 'itemId', Number(idOf(event.subject)));
  return Number.isInteger(id) ? id : null;
}

/** Adds what `event` says to the lives of the items; events about anything else change nothing. */
export function recordItem(lives: Map<number, ItemLife>, event: WorldEvent): void {
  const itemId = itemIdOf(event);
  if (itemId === null) return;
  if (event.type === 'item.arrived') {
    lives.set(itemId, arrived(event, itemId));
    return;
  }
  const life = lives.get(itemId);
  if (life === undefined) return;
  const { data, timeUs } = event;
  if (event.type === 'item.decided') life.decisions.push(decided(event));
  if (event.type === 'item.picked') {
    const gripUs = Math.min(timeUs, numberOf(data, 'startUs', timeUs - DEFAULT_MOVE_US));
    const robot = idOf(textOf(data, 'robot', life.decisions.at(-1)?.robot ?? ''));
    life.picks.push({ robot, gripUs, releaseUs: timeUs, ok: flagOf(data, 'ok', true) });
  }
  if (event.type === 'item.binned') {
    life.binnedUs = timeUs;
    life.bin = idOf(textOf(data, 'bin'));
    life.binnedBy = idOf(textOf(data, 'by'));
  }
}

/** The robot that holds the item at `timeUs`, or null. */
export function heldBy(life: ItemLife, timeUs: number): string | null {
  const pick = life.picks.find((p) => p.ok && p.gripUs <= timeUs && timeUs < p.releaseUs);
  return pick?.robot ?? null;
}
