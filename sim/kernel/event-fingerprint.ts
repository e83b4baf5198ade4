import { Fingerprint } from './fingerprint.ts';
import { hashText } from './hash.ts';
import type { ObservedEvent, Observer } from './observer.ts';
import { rankOf } from './phase.ts';

/**
 * What of each event goes into the fingerprint. `rank` is phase and priority; `name` is who it happens to; leave `sequence` out to
 * compare runs that differ in how many events were scheduled and cancelled.
 */
export type Ingredient = 'time' | 'rank' | 'sequence' | 'name' | 'action' | 'data';

const NAMES = 64;

/** The rolling fingerprint of a run's events: two runs with one fingerprint did the same in the same order. */
export class EventFingerprint implements Observer {
  private readonly rolling = new Fingerprint();
  /** The names seen last, by length: few names and many events, so each name is hashed about once. */
  private readonly names = new Array<string>(NAMES).fill('');
  private readonly hashes = new Int32Array(NAMES).fill(hashText('').lo);
  private readonly wants: Readonly<Record<Ingredient, boolean>>;

  constructor(ingredients: readonly Ingredient[] = ['time', 'rank', 'name', 'action', 'data']) {
    const has = (ingredient: Ingredient): boolean => ingredients.includes(ingredient);
    this.wants = {
      time: has('time'),
      rank: has('rank'),
      sequence: has('sequence'),
      name: has('name'),
      action: has('action'),
      data: has('data'),
    };
  }

  observe(event: ObservedEvent): void {
    const { rolling, wants } = this;
    if (wants.time) rolling.add(event.timeUs);
    if (wants.sequence) rolling.add(event.order);
    // What is small shares one round: phase, priority and action in one word, the name in the other.
    const rank = wants.rank ? rankOf(event.order) : 0;
    const action = wants.action ? event.action : 0;
    rolling.addWords(rank ^ Math.imul(action, 0x10001), wants.name ? this.hashOf(event) : 0);
    if (wants.data && event.data !== 0) rolling.add(event.data);
  }

  /** 16 hexadecimal digits. */
  hex(): string {
    return this.rolling.hex();
  }

  private hashOf({ slot, name }: ObservedEvent): number {
    const at = slot & (NAMES - 1);
    if (this.names[at] !== name) {
      this.names[at] = name;
      this.hashes[at] = hashText(name).lo;
    }
    return this.hashes[at]!;
  }
}
