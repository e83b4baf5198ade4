import { Wait } from '../processes/wait.ts';

/** A wait that stands in a queue. The links are in the wait itself, so that joining and leaving a queue allocate nothing. */
export abstract class Queued<T> extends Wait<T> {
  /** Neighbours in a linked queue. */
  ahead: Queued<unknown> | null = null;
  behind: Queued<unknown> | null = null;
  /** Position in a keyed queue. */
  place = 0;
  /** When it joined; kept only where a monitor wants it. */
  joinedUs = 0;
}
