import type { ItemLife } from './items.ts';

/** A pair of materials: what an item is, and what a robot said of it at the last look. */
export interface MixUp {
  readonly truth: string;
  readonly said: string;
}

/** What was said of an item at the last look until an instant; null when nobody has looked. */
export function saidOf({ decisions }: ItemLife, timeUs: number): string | null {
  for (let i = decisions.length - 1; i >= 0; i--) {
    const decision = decisions[i];
    if (decision !== undefined && decision.timeUs <= timeUs) return decision.label;
  }
  return null;
}

/** How often each truth was taken for what until an instant: `counts[truth][said]`. */
export function confusionUntil(items: Iterable<ItemLife>, timeUs: number) {
  const counts = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  for (const life of items) {
    if (life.arrivedUs > timeUs) break;
    const said = saidOf(life, timeUs);
    if (said === null) continue;
    names.add(life.material).add(said);
    const row = counts.get(life.material) ?? new Map<string, number>();
    counts.set(life.material, row.set(said, (row.get(said) ?? 0) + 1));
  }
  return { names: [...names].sort(), counts };
}

/** Whether an item is one of a mix-up at an instant. */
export function isMixedUp(life: ItemLife, { truth, said }: MixUp, timeUs: number): boolean {
  return life.material === truth && saidOf(life, timeUs) === said;
}
