/** Where a process is in its life. */
export const CREATED = 0;
export const DELAYED = 1;
export const BLOCKED = 2;
export const RUNNING = 3;
export const INTERRUPTED = 4;
export const ENDED = 5;

export type Stage =
  | typeof CREATED
  | typeof DELAYED
  | typeof BLOCKED
  | typeof RUNNING
  | typeof INTERRUPTED
  | typeof ENDED;
