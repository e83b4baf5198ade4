/**
 * A setup file of every test under `worker.mjs`: tests put their temporary folders where the parent clears them, and the
 * functions that a test file has called are written down (see `trace.ts`).
 */
import { writeFileSync } from 'node:fs';
import { afterAll } from 'vitest';

const { LOOPTWIN_TMP: temporary, LOOPTWIN_REACHED: file, LOOPTWIN_FUNCTIONS: count } = process.env;
if (temporary) process.env.TMPDIR = temporary;
if (file) {
  globalThis.reached = new Uint8Array(Number(count));
  afterAll(() => writeFileSync(file, globalThis.reached));
}
