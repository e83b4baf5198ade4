import type { ObservedEvent, Observer } from '../core/observer.ts';
import { rankOf } from '../core/phase.ts';
import { hashText } from '../random/hash.ts';
import { Fingerprint } from './fingerprint.ts';

/**
 * What of each event goes into the fingerprint. `rank` is phase and priority; `name` is who it happens to; leave `sequence` out to
 * compare runs that differ in how many events were scheduled and cancelled.
 */
export type Ingredient = 'time' | 'rank' | 'sequence' | 'name' | 'action' | 'data';

const NAMES = 64;

/** The rolling fingerprint of a run's events: two runs with one fingerprint did the same in the same order. */
export class EventFingerprint implements Observer {
  private readonly rolling = new Fingerprint();
  /** The names seen last, by slot: a slot keeps its name for long, so each name is hashed about once. */
  private readonly names = new Array<string>(NAMES).fill('');
  private readonly hashes = new Int32Array(NAMES).fill(hashText('').lo);
  private readonly wants: Readonly<Record<'time' | 'sequence' | 'name' | 'data', boolean>>;
  /** All ones where the ingredient counts, else 0. */
  private readonly rankMask: number;
  private readonly actionMask: number;

  constructor(ingredients: readonly Ingredient[] = ['time', 'rank', 'name', 'action', 'data']) {
    const has = (ingredient: Ingredient): boolean => ingredients.includes(ingredient);
    this.wants = { time: has('time'), sequence: has('sequence'), name: has('name'), data: has('data') };
    this.rankMask = has('rank') ? -1 : 0;
    this.actionMask = has('action') ? -1 : 0;
  }

  observe({ queue, slot }: ObservedEvent): void {
    const { rolling, wants } = this;
    // What is small shares one round: phase, priority and action in one word, the name in the other.
    const rank = rankOf(queue.order) & this.rankMask;
    const small = rank ^ Math.imul(queue.actions[slot]! & this.actionMask, 0x10001);
    const name = wants.name ? this.hashOf(slot, queue.targets[slot]!.name) : 0;
    if (wants.time) rolling.add(queue.now);
    if (wants.sequence) rolling.add(queue.order);
    rolling.addWords(small, name);
    const data = queue.data[slot]!;
    if (data !== 0 && wants.data) this.addData(data);
  }

  /** 16 hexadecimal digits. */
  hex(): string {
    return this.rolling.hex();
  }

  private hashOf(slot: number, name: string): number {
    const at = slot & (NAMES - 1);
    if (this.names[at] !== name) this.learn(at, name);
    return this.hashes[at]!;
  }

  // What is rare has functions of its own, so that it does not count towards what the compiler inlines into the loop.

  private learn(at: number, name: string): void {
    this.names[at] = name;
    this.hashes[at] = hashText(name).lo;
  }

  private addData(data: number): void {
    this.rolling.add(data);
  }
}
