import { jpegLoss, toCode } from './jpeg.ts';
import type { CameraState } from './state.ts';

/** What a telephone makes of a frame: sharpened edges, more contrast and colour, and the losses of JPEG. */

/** Grey that contrast turns around: middle grey as sRGB code. */
const MIDDLE = 118;

/** Develops a frame [size, size, 3] of 8-bit sRGB in place; a camera of sober settings leaves it as it is. */
export function develop(frame: Uint8Array, camera: CameraState, scratch: Float32Array): void {
  const { sizePx: size, sharpening, contrast, saturation, jpegQuality } = camera;
  if (sharpening > 0) sharpen(frame, size, sharpening, scratch);
  if (contrast !== 1 || saturation !== 1) grade(frame, contrast, saturation);
  if (jpegQuality > 0) jpegLoss(frame, size, jpegQuality);
}

/** Adds `amount` of the difference from the mean of the four neighbours; the border stays. */
function sharpen(frame: Uint8Array, size: number, amount: number, scratch: Float32Array): void {
  const row = 3 * size;
  scratch.set(frame);
  for (let y = 1; y < size - 1; y++)
    for (let at = y * row + 3; at < (y + 1) * row - 3; at++) {
      const around = scratch[at - 3]! + scratch[at + 3]! + scratch[at - row]! + scratch[at + row]!;
      frame[at] = toCode(scratch[at]! + amount * (4 * scratch[at]! - around));
    }
}

/** Contrast about middle grey, and distance from the grey of equal luma (Rec. 601). */
function grade(frame: Uint8Array, contrast: number, saturation: number): void {
  for (let at = 0; at < frame.length; at += 3) {
    const luma = 0.299 * frame[at]! + 0.587 * frame[at + 1]! + 0.114 * frame[at + 2]!;
    const grey = MIDDLE + contrast * (luma - MIDDLE);
    for (let c = 0; c < 3; c++)
      frame[at + c] = toCode(grey + contrast * saturation * (frame[at + c]! - luma));
  }
}
