import { BehaviorSubject } from 'rxjs';
import type { Part } from '../../scenarios/record/indexed-reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';

/** Events of a page: as many as lie between two snapshots of a timeline, so that one page leads to any instant. */
export const PAGE_EVENTS = 1000;
/** Pages in memory at most: more than a day of the quickstart has, and as many as a search of the log looks through. */
const PAGES_KEPT = 64;
/** Pause before a page that could not be had is asked for again. */
const AGAIN_MS = 1000;

/** Gives events of a recording again that were let go; rejects where they cannot be had. */
export type EventSource = (part: Part) => Promise<readonly WorldEvent[]>;

/** Told of pages as they go and come back, so that copies of what is in them go and come back too. */
export interface PageWatcher {
  gone(events: readonly WorldEvent[]): void;
  back(events: readonly WorldEvent[]): void;
}

/**
 * The events of a recording in their order, growing at the end. With a `source`, only so many pages stay in memory: those
 * that were looked at last. One that is missing is asked for when somebody looks at it, and `changes` tells when it is back.
 */
export class EventPages {
  length = 0;
  /** Grows when a page comes back: what is drawn of missing events is drawn anew. */
  readonly changes = new BehaviorSubject(0);
  private readonly pages: (WorldEvent[] | null)[] = [];
  private readonly lookedAt: number[] = [];
  private readonly asked = new Set<number>();
  private times = new Float64Array(PAGE_EVENTS);
  private looks = 0;
  private inMemory = 0;
  private again: EventSource | null = null;

  constructor(
    private readonly watcher: PageWatcher,
    private readonly pagesKept = PAGES_KEPT,
  ) {}

  /** From now on pages may be let go, since this gives them again. */
  letGo(again: EventSource): void {
    this.again = again;
    this.trim();
  }

  push(event: WorldEvent): void {
    if (this.length % PAGE_EVENTS === 0) this.newPage();
    this.pages.at(-1)?.push(event);
    if (this.length === this.times.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.times);
      this.times = longer;
    }
    this.times[this.length++] = event.timeUs;
  }

  /** Instant of an event, us; known of all of them. */
  timeUs(index: number): number | undefined {
    return index < this.length ? this.times[index] : undefined;
  }

  /** Number of events that are not later than `timeUs`: the index of the first one after it. */
  until(timeUs: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.times[middle] ?? 0) <= timeUs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** An event; undefined when there is none, or while its page is being fetched. */
  at(index: number): WorldEvent | undefined {
    return index < 0 || index >= this.length
      ? undefined
      : this.page(Math.floor(index / PAGE_EVENTS))?.[index % PAGE_EVENTS];
  }

  /** A page of events; null while it is being fetched. */
  page(number: number): readonly WorldEvent[] | null {
    const page = this.pages[number] ?? null;
    if (page === null) this.fetch(number);
    else this.lookedAt[number] = ++this.looks;
    return page;
  }

  /** Whether the events up to an instant can be looked at now. */
  has(timeUs: number): boolean {
    const until = this.until(timeUs);
    return until % PAGE_EVENTS === 0 || this.pages[Math.floor(until / PAGE_EVENTS)] !== null;
  }

  /** Sees to it that the events of an instant are here, now or soon. */
  want(timeUs: number): void {
    const last = Math.floor((this.until(timeUs) - 1) / PAGE_EVENTS);
    for (let number = Math.floor(this.until(timeUs - 1) / PAGE_EVENTS); number <= last; number++)
      this.page(number);
  }

  /** Asks for a page that will be looked at soon. */
  fetch(number: number): void {
    if (this.pages[number] !== null || this.asked.has(number) || this.again === null) return;
    this.asked.add(number);
    this.again(this.partOf(number)).then(
      (events) => this.put(number, events),
      () => setTimeout(() => this.asked.delete(number), AGAIN_MS),
    );
  }

  private partOf(number: number): Part {
    const first = number * PAGE_EVENTS;
    const count = Math.min(PAGE_EVENTS, this.length - first);
    const [fromUs = 0, toUs = 0] = [this.times[first], this.times[first + count - 1]];
    return { first, count, fromUs, toUs };
  }

  private put(number: number, events: readonly WorldEvent[]): void {
    this.asked.delete(number);
    this.pages[number] = [...events];
    this.lookedAt[number] = ++this.looks;
    this.inMemory += 1;
    this.watcher.back(events);
    this.trim();
    this.changes.next(this.changes.value + 1);
  }

  private newPage(): void {
    this.pages.push([]);
    this.lookedAt.push(++this.looks);
    this.inMemory += 1;
    this.trim();
  }

  /** Lets the pages go that nobody has looked at for longest; the last one still grows. */
  private trim(): void {
    while (this.again !== null && this.inMemory > this.pagesKept) {
      const here = [...this.pages.keys()].filter((i) => this.pages[i] && i < this.pages.length - 1);
      const looked = (i: number): number => this.lookedAt[i] ?? 0;
      const oldest = here.reduce((a, b) => (looked(b) < looked(a) ? b : a), here[0] ?? 0);
      const page = this.pages[oldest];
      if (!page || here.length === 0) return;
      this.pages[oldest] = null;
      this.inMemory -= 1;
      this.watcher.gone(page);
    }
  }
}
