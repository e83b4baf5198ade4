import type { Drawing } from '../../sim/record/drawing.ts';
import { at } from '../../sim/record/must.ts';
import { ask } from '../ask.ts';
import type { Thought } from '../recording/items.ts';

/** What one sense got of an item: values in base64, little endian, row-major; `used` = the answer rested on it. */
export interface StreamAnswer {
  readonly sense: string;
  readonly title: string;
  readonly drawing: Drawing;
  readonly used: boolean;
  readonly shape: readonly number[];
  readonly type: 'bytes' | 'floats';
  readonly base64: string;
}

/** What a robot's senses got of an item at one look, as the server sends it (GET api/frames/<id>[/<look or last>[/<perception>]]). */
export interface FramesAnswer {
  readonly itemId: number;
  readonly robot: string;
  /** What answered; null where the robot did not get to decide. */
  readonly network: string | null;
  readonly streams: readonly StreamAnswer[];
  /** Titles of senses that the program which played the run handed in: their frames cannot be rendered here. */
  readonly own: readonly string[];
  /** The hidden state in words and numbers. */
  readonly truth: { readonly state: number; readonly quality: number; readonly grade: string };
  /** Where it was before it came to the site, in order. */
  readonly past: readonly { readonly place: string; readonly days: number; readonly inUse: boolean }[];
  /** What the perceptions of the run thought of it at their looks, each on its own day. */
  readonly others: readonly OtherThought[];
  /** The perceptions whose days the run holds. */
  readonly perceptions: readonly string[];
}

/** What a perception thought of an item at one look. */
export interface OtherThought {
  readonly perception: string;
  readonly robot: string;
  readonly thought: Thought;
}

/** The values of a stream. */
export function valuesOf({ base64, type }: StreamAnswer): Uint8Array | Float32Array {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return type === 'bytes' ? bytes : new Float32Array(bytes.buffer, 0, bytes.byteLength / 4);
}

/** [H, W, 4] for a canvas from [H, W, 3] sRGB. */
export function rgbaOf(rgb: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let i = 0, o = 0; i < rgb.length; i += 3, o += 4) {
    rgba[o] = at(rgb, i);
    rgba[o + 1] = at(rgb, i + 1);
    rgba[o + 2] = at(rgb, i + 2);
  }
  return rgba;
}

/**
 * Asks what was seen of an item at one look at it, null = the last, on the day of a perception, null = the main one; throws Error
 * with the server's own words.
 */
export async function fetchFrames(
  itemId: number,
  look: number | null,
  perception: string | null,
  signal: AbortSignal,
): Promise<FramesAnswer> {
  const of = perception === null ? '' : `/${encodeURIComponent(perception)}`;
  const place = look === null && perception === null ? '' : `/${look ?? 'last'}${of}`;
  const response = await ask(`api/frames/${itemId}${place}`, { signal });
  const answer = (await response.json()) as FramesAnswer | { readonly error: string };
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}
