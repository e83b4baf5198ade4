import type { ItemLife } from './items.ts';
import type { Lives } from './lives.ts';

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
export function confusionUntil(items: Lives, timeUs: number) {
  const counts = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  for (let row = 0; row < items.length && items.at(row, 'arrivedUs') <= timeUs; row++) {
    const said = items.saidAt(row, timeUs);
    if (said === null) continue;
    const material = items.at(row, 'material');
    names.add(material).add(said);
    const own = counts.get(material) ?? new Map<string, number>();
    counts.set(material, own.set(said, (own.get(said) ?? 0) + 1));
  }
  return { names: [...names].sort(), counts };
}

/** Whether an item is one of a mix-up at an instant. */
export function isMixedUp(life: ItemLife, { truth, said }: MixUp, timeUs: number): boolean {
  return life.material === truth && saidOf(life, timeUs) === said;
}
