import type { JsonValue } from '../../../sim/record/json.ts';
import { messagesOf } from '../../record/replay.ts';
import { answerFrames } from '../frames.ts';
import type { RecordedItems } from '../states.ts';
import { bytesOf, type Carried, carry } from './page.ts';

/** Items that robots decided on, those first of which one wants to know what was seen: sorted wrongly, then dear, then early. */
export function itemsByInterest(path: string): number[] {
  const regretEur = new Map<number, number>();
  const wrong = new Set<number>();
  for (const message of messagesOf(path)) {
    if (message.type === 'item.decided') {
      const { itemId, best, chosenEur } = message.data;
      regretEur.set(itemId, (regretEur.get(itemId) ?? 0) + best.valueEur - chosenEur);
    }
    if (message.type === 'item.binned' && !message.data.correct) wrong.add(message.data.itemId);
  }
  const rank = (id: number): number => (wrong.has(id) ? 1 : 0);
  return [...regretEur]
    .sort(([a, x], [b, y]) => rank(b) - rank(a) || y - x || a - b)
    .map(([itemId]) => itemId);
}

/**
 * What was seen of an item at each look at it, as the page will ask for it: on the day of the main perception, and on the days of
 * further ones whose recordings the page takes along.
 */
async function looksAt(items: RecordedItems, itemId: number, missing: readonly string[]): Promise<Carried[]> {
  const item = await items.find(itemId);
  if (item === null) return [];
  const frames = (look: number, perception: string | null): Carried => {
    const of = perception === null ? '' : `/${encodeURIComponent(perception)}`;
    const answer: JsonValue = answerFrames(item, look, perception);
    return carry(`api/frames/${itemId}/${look}${of}`, JSON.stringify(answer));
  };
  const further = item.further.filter(({ file }) => !missing.includes(file));
  return [
    ...item.looks.map((_, look) => frames(look, null)),
    ...further.flatMap(({ began, byItem }) =>
      (byItem.get(itemId) ?? []).map((_, look) => frames(look, began.perception)),
    ),
  ];
}

/**
 * The frames of as many items as fit into `bytes`, in the order of `wanted`; the first that does not fit ends it. `missing` =
 * further recordings that the page does not take along.
 */
export async function framesWithin(
  items: RecordedItems,
  wanted: readonly number[],
  missing: readonly string[],
  bytes: number,
  signal: AbortSignal,
): Promise<{ readonly files: Carried[]; readonly items: number }> {
  const files: Carried[] = [];
  let left = bytes;
  let kept = 0;
  for (const itemId of wanted) {
    signal.throwIfAborted();
    const looks = await looksAt(items, itemId, missing);
    left -= looks.reduce((sum, look) => sum + bytesOf(look), 0);
    if (left < 0) break;
    files.push(...looks);
    kept += 1;
    // Rendering takes milliseconds an item: signals must come through in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { files, items: kept };
}
