import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Node hides its garbage collector; a context made after the flag is set shows it. */
setFlagsFromString('--expose-gc');

/** Collects garbage now, so that no case pays for what the one before left behind. */
export const collect = runInNewContext('gc') as () => void;
