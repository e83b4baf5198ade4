import type { Part } from '../../scenarios/record/indexed-reader.ts';
import type { Damage } from '../../scenarios/record/reader.ts';
import type { Step } from './reading.ts';

/** What the page asks of the worker that reads for it. */
export type Asked =
  | { readonly kind: 'read'; readonly base: string }
  /** A step has been taken: the next one may come. */
  | { readonly kind: 'taken' }
  /** Memory of lines that have been read goes back. */
  | { readonly kind: 'memory'; readonly memory: ArrayBuffer }
  | { readonly kind: 'part'; readonly id: number; readonly part: Part };

/** What the worker answers; `lines` hold events. */
export type Told =
  | { readonly kind: 'step'; readonly step: Step; readonly lines: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly damage: Damage | null; readonly message: string }
  /** The recording has an index: parts of it can be asked for, it has so many events, and ends at this instant. */
  | { readonly kind: 'index'; readonly length: number; readonly endUs: number }
  | { readonly kind: 'part'; readonly id: number; readonly lines: Uint8Array<ArrayBuffer> | null };
