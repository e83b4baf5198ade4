import type { ItemLife } from './items.ts';
import { countUntil } from './table/after.ts';
import type { Timeline } from './timeline.ts';

/** Two days of one run, lived by the same items: the one that is shown, and the one beside it. */
export interface Pair {
  readonly shown: Timeline;
  readonly beside: Timeline;
}

/** By how much the shown day is ahead of the one beside it, as the books of both stand. */
export interface Difference {
  readonly eur: number;
  readonly co2eKg: number;
}

export function differenceAt({ shown, beside }: Pair, timeUs: number): Difference {
  const [a, b] = [shown.stateAt(timeUs).accounts, beside.stateAt(timeUs).accounts];
  return { eur: a.valueEur - b.valueEur, co2eKg: a.co2eKg - b.co2eKg };
}

/** What was last decided on an item by `timeUs`, apart from looking again; null when nobody has. */
function choiceAt({ decisions }: ItemLife, timeUs: number): string | null {
  return decisions.findLast((d) => d.timeUs <= timeUs && d.chosen !== 'look')?.chosen ?? null;
}

/** Whether an item has gone another way on one of two days by `timeUs`: it was chosen otherwise, or lies in another bin. */
export function differs(a: ItemLife | undefined, b: ItemLife | undefined, timeUs: number): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.binnedUs <= timeUs && b.binnedUs <= timeUs) return a.bin !== b.bin;
  const [x, y] = [choiceAt(a, timeUs), choiceAt(b, timeUs)];
  return x !== null && y !== null && x !== y;
}

/** An item that ends in different bins on two days, and the instant from which it lies in both. */
export interface Parting {
  readonly timeUs: number;
  readonly itemId: number;
}

/** All items that part on two days, in the order of time. */
export function partingsOf({ shown, beside }: Pair): readonly Parting[] {
  const partings: Parting[] = [];
  const [a, b] = [shown.items, beside.items];
  for (let row = 0; row < a.length; row++) {
    const itemId = a.at(row, 'itemId');
    const other = b.rowOf(itemId);
    if (other === undefined || a.at(row, 'bin') === b.at(other, 'bin')) continue;
    const timeUs = Math.max(a.at(row, 'binnedUs'), b.at(other, 'binnedUs'));
    if (Number.isFinite(timeUs)) partings.push({ timeUs, itemId });
  }
  return partings.sort((a, b) => a.timeUs - b.timeUs);
}

/** How many of them have parted by `timeUs`. */
export function partedBy(partings: readonly Parting[], timeUs: number): number {
  return countUntil(partings, timeUs, (parting) => parting.timeUs);
}
