/** Where a process is in its life. What it does once started is told by its wait and by who is running. */
export const CREATED = 0;
export const STARTED = 1;
/** It runs, and has another process ended. */
export const ENDING_ANOTHER = 2;
export const INTERRUPTED = 3;
export const ENDED = 4;

export type Stage =
  | typeof CREATED
  | typeof STARTED
  | typeof ENDING_ANOTHER
  | typeof INTERRUPTED
  | typeof ENDED;
