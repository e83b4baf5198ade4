import { BehaviorSubject } from 'rxjs';
import type { Part } from '../../scenarios/record/indexed-reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { Numbers } from './table/numbers.ts';

/** Events of a page: as many as lie between two snapshots of a timeline, so that one page leads to any instant. */
export const PAGE_EVENTS = 1000;
/** Pages in memory at most: more than a day of the quickstart has, and as many as a search of the log looks through. */
const PAGES_KEPT = 64;
/**
 * Newest full pages of a longer recording that stay although nobody has looked at them: so few that what is only read on is gone
 * before it has been carried to where the engine clears up seldom.
 */
const FRESH_PAGES = 2;
/** Pause before a page that could not be had is asked for again. */
const AGAIN_MS = 1000;

/** Of a page that nobody has looked at yet. */
const NEVER = 0;

/** Gives events of a recording again that were let go; rejects where they cannot be had. */
export type EventSource = (part: Part) => Promise<readonly WorldEvent[]>;

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
  private readonly times = new Numbers();
  private looks = 0;
  private inMemory = 0;
  private again: EventSource | null = null;
  private expected = 0;

  /** `moved` is told when a page has gone or is back: what was made of its events is made anew. */
  constructor(
    private readonly moved: () => void,
    private readonly pagesKept = PAGES_KEPT,
  ) {}

  /** From now on pages may be let go, since this gives them again; `expected` = events that there will be, as far as is known. */
  letGo(again: EventSource, expected = 0): void {
    this.again = again;
    this.expected = expected;
    this.trim();
  }

  push(event: WorldEvent): void {
    if (this.length % PAGE_EVENTS === 0) this.newPage();
    this.pages.at(-1)?.push(event);
    this.times.push(event.timeUs);
    this.length += 1;
  }

  /** Instant of an event, us; known of all of them. */
  timeUs(index: number): number | undefined {
    return index >= 0 && index < this.length ? this.times.at(index) : undefined;
  }

  /** Number of events that are not later than `timeUs`: the index of the first one after it. */
  until(timeUs: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times.at(middle) <= timeUs) low = middle + 1;
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

  /** An event if it is in memory: none is fetched. */
  here(index: number): WorldEvent | undefined {
    return this.pages[Math.floor(index / PAGE_EVENTS)]?.[index % PAGE_EVENTS];
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
    return { first, count, fromUs: this.times.at(first), toUs: this.times.at(first + count - 1) };
  }

  private put(number: number, events: readonly WorldEvent[]): void {
    this.asked.delete(number);
    this.pages[number] = [...events];
    this.lookedAt[number] = ++this.looks;
    this.inMemory += 1;
    this.moved();
    this.trim();
    this.changes.next(this.changes.value + 1);
  }

  private newPage(): void {
    this.pages.push([]);
    this.lookedAt.push(NEVER);
    this.inMemory += 1;
    this.trim();
  }

  /** Lets pages go that nobody has looked at for longest, or ever; the last one still grows. */
  private trim(): void {
    const coming = Math.max(this.pages.length, this.expected / PAGE_EVENTS);
    if (this.again === null || coming <= this.pagesKept) return;
    const looked = (number: number): number => this.lookedAt[number] ?? NEVER;
    const here = [...this.pages.keys()].filter((i) => this.pages[i] && i < this.pages.length - 1);
    const unseen = here.filter((number) => looked(number) === NEVER).length;
    const over = Math.max(this.inMemory - this.pagesKept, unseen - FRESH_PAGES, 0);
    for (const number of here.sort((a, b) => looked(a) - looked(b)).slice(0, over)) this.letGoOf(number);
  }

  private letGoOf(number: number): void {
    this.pages[number] = null;
    this.inMemory -= 1;
    this.moved();
  }
}
