import type { Part } from '../../scenarios/record/indexed-reader.ts';
import type { Damage } from '../../scenarios/record/reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { FeedStep } from './reading.ts';

/** What the page asks of the worker that reads for it. */
export type Asked =
  | { readonly kind: 'read'; readonly base: string }
  /** A step has been taken: the next one may come. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'part'; readonly id: number; readonly part: Part };

/** What the worker answers. */
export type Told =
  | { readonly kind: 'step'; readonly step: FeedStep }
  | { readonly kind: 'failed'; readonly damage: Damage | null; readonly message: string }
  /** The recording has an index: parts of it can be asked for, it has so many events, and ends at this instant. */
  | { readonly kind: 'index'; readonly length: number; readonly endUs: number }
  | { readonly kind: 'part'; readonly id: number; readonly events: readonly WorldEvent[] | null };
