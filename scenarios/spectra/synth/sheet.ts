import { at } from '../../../sim/record/must.ts';
import glyphs from './glyphs.json' with { type: 'json' };

/** A picture in memory, 8-bit RGB, with the few marks that a contact sheet needs. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** [height, width, 3], row-major. */
  readonly data: Uint8Array;
}

export type Rgb = readonly [number, number, number];

/** 3 x 5 letters: one octal digit a row, from the top. */
const GLYPHS: Readonly<Record<string, string>> = glyphs.rows;

export function blankSheet(width: number, height: number, paper: Rgb): Sheet {
  return { width, height, data: Uint8Array.from({ length: width * height * 3 }, (_, i) => at(paper, i % 3)) };
}

export function setPixel(sheet: Sheet, x: number, y: number, colour: Rgb): void {
  if (x < 0 || y < 0 || x >= sheet.width || y >= sheet.height) return;
  sheet.data.set(colour, (y * sheet.width + x) * 3);
}

/** Writes text in 3 x 5 letters, each dot `scale` pixels wide; (x, y) is the upper left corner. */
export function writeText(sheet: Sheet, text: string, x: number, y: number, scale: number, ink: Rgb): void {
  [...text.toLowerCase()].forEach((letter, place) => {
    const rows = GLYPHS[letter];
    if (rows === undefined) return;
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 3; column++) {
        if (((Number(rows[row]) >> (2 - column)) & 1) === 0) continue;
        const left = x + (place * 4 + column) * scale;
        for (let dy = 0; dy < scale; dy++) {
          for (let dx = 0; dx < scale; dx++) setPixel(sheet, left + dx, y + row * scale + dy, ink);
        }
      }
    }
  });
}

/** Copies an RGB picture [size, size, 3] enlarged by a whole factor. */
export function pastePicture(
  sheet: Sheet,
  rgb: Uint8Array,
  size: number,
  x: number,
  y: number,
  scale: number,
): void {
  for (let row = 0; row < size * scale; row++) {
    for (let column = 0; column < size * scale; column++) {
      const i = (Math.floor(row / scale) * size + Math.floor(column / scale)) * 3;
      setPixel(sheet, x + column, y + row, [at(rgb, i), at(rgb, i + 1), at(rgb, i + 2)]);
    }
  }
}

/** Draws values 0..1 as a line in a box, left to right, 0 at the bottom. */
export function drawCurve(
  sheet: Sheet,
  values: ArrayLike<number>,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ink: Rgb,
): void {
  let last = -1;
  for (let column = 0; column < box.width; column++) {
    const value = at(values, Math.round((column / (box.width - 1)) * (values.length - 1)));
    const row = Math.round((1 - Math.min(Math.max(value, 0), 1)) * (box.height - 1));
    const [from, to] = last < 0 ? [row, row] : [Math.min(last, row), Math.max(last, row)];
    for (let y = from; y <= to; y++) setPixel(sheet, box.x + column, box.y + y, ink);
    last = row;
  }
}
