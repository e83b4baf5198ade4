import type { Noise } from '../../kernel/random/noise.ts';
import { decodeSrgb } from '../optics/colour.ts';

/** A print and the shapes that it is drawn from. */

/** Cells along the side of a print. */
export const PRINT_CELLS = 64;
/** Inks of one print; cell 0 is bare. */
export const INKS = 8;

export interface Print {
  /** [PRINT_CELLS * PRINT_CELLS], 0 = bare, else number of an ink. */
  readonly cells: Uint8Array;
  /** Linear RGB by ink, [3 * INKS]. */
  readonly inks: Float32Array;
  /** The printed field on the face: middle and half along and across; half across 0 = all the way around. */
  middleU: number;
  middleV: number;
  halfU: number;
  halfV: number;
  /** Parts that carry it, as bits. */
  parts: number;
  /** How glossy it is, 1 = as bare plastic. */
  gloss: number;
  /** Share of a metal's mirror that shows through it. */
  sheen: number;
}

/** An empty print. */
export function blankPrint(): Print {
  return {
    cells: new Uint8Array(PRINT_CELLS * PRINT_CELLS),
    inks: new Float32Array(3 * INKS),
    ...{ middleU: 0, middleV: 0, halfU: 1, halfV: 1, parts: 1, gloss: 0.8, sheen: 0 },
  };
}

/** Numbers of the inks in `cells`. */
export const ink = { ground: 1, first: 2, second: 3, third: 4, dark: 5, pale: 6, half: 7 } as const;

export type Rgb = readonly [number, number, number];

export function setInk(print: Print, number: number, [r, g, b]: Rgb): void {
  print.inks[3 * number] = decodeSrgb(r);
  print.inks[3 * number + 1] = decodeSrgb(g);
  print.inks[3 * number + 2] = decodeSrgb(b);
}

/** sRGB 0..1 of a hue 0..1, chroma and value. */
function hue(h: number, chroma: number, value: number): Rgb {
  const channel = (shift: number) => {
    const k = (h * 6 + shift) % 6;
    const ramp = Math.min(1, Math.max(0, Math.abs(k - 3) - 1));
    return value * (1 - chroma + chroma * ramp);
  };
  return [channel(0), channel(4), channel(2)];
}

/**
 * sRGB of paper white and of the solid process inks and their overprints on coated paper: cyan, magenta, blue, yellow, green, red, black
 * (ISO 12647-2 colours, memory). No print is more vivid than these.
 */
const SOLIDS: readonly Rgb[] = [
  [0.98, 0.98, 0.97],
  [0, 0.62, 0.88],
  [0.9, 0.02, 0.49],
  [0.19, 0.15, 0.51],
  [1, 0.93, 0.04],
  [0, 0.59, 0.25],
  [0.89, 0.08, 0.1],
  [0.06, 0.06, 0.07],
];

/** The nearest that inks can do: dots of cyan, magenta and yellow over each other by chance (Neugebauer). */
export function printable([r, g, b]: Rgb): Rgb {
  const [c, m, y] = [1 - r, 1 - g, 1 - b];
  const out: [number, number, number] = [0, 0, 0];
  SOLIDS.forEach((solid, k) => {
    const share = (k & 1 ? c : 1 - c) * (k & 2 ? m : 1 - m) * (k & 4 ? y : 1 - y);
    for (let i = 0; i < 3; i++) out[i]! += share * solid[i]!;
  });
  return out;
}

export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
  a[2] + share * (b[2] - a[2]),
];

/** Hues of packaging: red and yellow, blue, green lead (memory). */
const hues: readonly number[] = [
  0, 0.01, 0.03, 0.08, 0.13, 0.15, 0.3, 0.36, 0.5, 0.56, 0.6, 0.63, 0.66, 0.8, 0.93,
];

export function packHue(random: Noise): Rgb {
  const h = hues[Math.floor(random.next() * hues.length)]! + 0.03 * (random.next() - 0.5);
  return printable(hue((h + 1) % 1, 0.5 + 0.5 * random.next(), 0.35 + 0.65 * random.next()));
}

/** Grounds: white, pale, full colour, dark. */
export function ground(random: Noise): Rgb {
  const kind = random.next();
  if (kind < 0.4) return mix([1, 1, 1], packHue(random), 0.06 * random.next());
  if (kind < 0.5) return mix([1, 1, 1], packHue(random), 0.2 + 0.3 * random.next());
  if (kind < 0.82) return packHue(random);
  return mix([0.05, 0.05, 0.06], packHue(random), 0.35 * random.next());
}

export function fill(print: Print, x0: number, y0: number, x1: number, y1: number, number: number): void {
  const n = PRINT_CELLS;
  const [fromX, toX] = [Math.max(0, x0 | 0), Math.min(n, x1 | 0)];
  for (let y = Math.max(0, y0 | 0); y < Math.min(n, y1 | 0); y++)
    print.cells.fill(number, y * n + fromX, y * n + Math.max(fromX, toX));
}

export function ellipse(print: Print, x: number, y: number, rx: number, ry: number, number: number): void {
  for (let row = Math.ceil(y - ry); row <= y + ry; row++) {
    const d = (row - y) / ry;
    const half = rx * Math.sqrt(Math.max(0, 1 - d * d));
    fill(print, x - half, row, x + half, row + 1, number);
  }
}

/** Lines of words in a box: big letters mostly in `dark`; of small ones a cell holds a whole line, white between, so they are `half`. */
export function text(print: Print, random: Noise, box: readonly number[], height: number, gap: number): void {
  const [x0, y0, x1, y1] = box as [number, number, number, number];
  const n = PRINT_CELLS;
  for (let y = Math.ceil(y0); y + height <= y1; y += height + gap) {
    const end = random.next() < 0.2 ? x0 + (x1 - x0) * random.next() : x1;
    for (let x = Math.ceil(x0); x < end; x++) {
      if (random.next() < 0.17) continue;
      const number = random.next() < (height > 1 ? 0.6 : 0.06) ? ink.dark : ink.half;
      for (let k = 0; k < height; k++) {
        if (x < 0 || x >= n || y + k < 0 || y + k >= n) continue;
        print.cells[(y + k) * n + x] = number;
      }
    }
  }
}

/** A bar code on its white field. */
export function barCode(print: Print, random: Noise, x: number, y: number): void {
  const [w, h] = [10 + Math.floor(random.next() * 8), 6 + Math.floor(random.next() * 5)];
  fill(print, x - 1, y - 1, x + w + 1, y + h + 1, ink.pale);
  for (let k = 0; k < w; k++)
    if (random.next() < 0.55)
      fill(print, x + k, y, x + k + 1, y + h, random.next() < 0.5 ? ink.dark : ink.half);
}

/** Something like a photograph: blots of three inks. */
export function picture(print: Print, random: Noise, box: readonly number[]): void {
  const [x0, y0, x1, y1] = box as [number, number, number, number];
  fill(print, x0, y0, x1, y1, random.next() < 0.5 ? ink.first : ink.third);
  const spots = 4 + Math.floor(random.next() * 8);
  for (let k = 0; k < spots; k++) {
    const rx = (x1 - x0) * (0.05 + 0.25 * random.next());
    const ry = (y1 - y0) * (0.05 + 0.25 * random.next());
    const x = x0 + rx + (x1 - x0 - 2 * rx) * random.next();
    const y = y0 + ry + (y1 - y0 - 2 * ry) * random.next();
    ellipse(print, x, y, rx, ry, ink.first + Math.floor(random.next() * 6));
  }
}
