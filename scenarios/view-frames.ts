import type { JsonValue } from '../sim/record/json.ts';

/** The three streams of one item of a recorded run, rendered from its state. */
export async function itemFrames(runDir: string, itemId: number): Promise<JsonValue> {
  throw new Error(`item ${itemId} of ${runDir} has no recorded state`);
}
