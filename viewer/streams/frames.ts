import { at } from '../../sim/record/must.ts';
/** The three streams of one item as the server sends them (GET api/frames/<id>): bytes in base64, little endian. */
export interface FramesAnswer {
  readonly itemId: number;
  readonly rgb: { readonly widthPx: number; readonly heightPx: number; readonly base64: string } | null;
  readonly thermal: {
    readonly frames: number;
    readonly widthPx: number;
    readonly heightPx: number;
    /** Seconds after the flash of each frame. */
    readonly timesS: readonly number[];
    readonly base64: string;
  } | null;
  readonly spectrum: {
    readonly wavelengthsNm: readonly number[];
    readonly reflectance: readonly number[];
  } | null;
  /** The hidden state in words and numbers. */
  readonly truth: { readonly state: number; readonly quality: number; readonly grade: string };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

/** [H, W, 4] for a canvas from [H, W, 3] sRGB in base64. */
export function rgbaOf(base64: string): Uint8ClampedArray<ArrayBuffer> {
  const rgb = bytesOf(base64);
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let i = 0, o = 0; i < rgb.length; i += 3, o += 4) {
    rgba[o] = at(rgb, i);
    rgba[o + 1] = at(rgb, i + 1);
    rgba[o + 2] = at(rgb, i + 2);
  }
  return rgba;
}

/** Kelvin of all frames, row-major, from base64. */
export function kelvinOf(base64: string): Float32Array {
  const bytes = bytesOf(base64);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** Asks for the streams of an item; throws Error with the server's own words. */
export async function fetchFrames(itemId: number, signal: AbortSignal): Promise<FramesAnswer> {
  const response = await fetch(`api/frames/${itemId}`, { signal });
  const answer = (await response.json()) as FramesAnswer | { readonly error: string };
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}
