import type { Photo } from './photo.ts';

/** Finds the thing before its background, cuts it out with some room around it and brings it to a square of a side. */

/** Width of the border that is taken for background, share of the shorter side. */
const BORDER = 0.04;
/** A pixel is of the thing when it differs from the background by more than so many of the border's own deviations, at least in codes. */
const DEVIATIONS = 4;
const LEAST_CODES = 18;
/** Share of a row or column that must differ until the thing begins: fewer are specks. */
const SPECKS = 0.02;
/** Room around the thing, share of its longer side. */
const ROOM = 0.06;

/** The background's median colour and how far the border strays from it (median of the absolute differences, all channels). */
interface Background {
  readonly colour: readonly [number, number, number];
  readonly stray: number;
}

/** A part of a picture, px; it may reach beyond its edges, where the background goes on. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

/** What the border of a picture says of its background. */
export function backgroundOf({ width, height, rgb }: Photo): Background {
  const edge = Math.max(1, Math.round(BORDER * Math.min(width, height)));
  const channels: [number[], number[], number[]] = [[], [], []];
  for (let y = 0; y < height; y++) {
    const whole = y < edge || y >= height - edge;
    for (let x = 0; x < width; x += !whole && x === edge - 1 ? Math.max(1, width - 2 * edge + 1) : 1)
      for (let c = 0; c < 3; c++) channels[c]?.push(rgb[3 * (y * width + x) + c] ?? 0);
  }
  const colour = channels.map(median) as [number, number, number];
  const strays = channels.map((values, c) =>
    median(values.map((value) => Math.abs(value - (colour[c] ?? 0)))),
  );
  return { colour, stray: Math.max(...strays) };
}

/** The square around the thing; the middle of the picture where nothing stands out, or all does. */
export function boxOf(photo: Photo, background: Background): Box {
  const { width, height, rgb } = photo;
  const limit = Math.max(LEAST_CODES, DEVIATIONS * background.stray);
  const columns = new Float64Array(width);
  const rows = new Float64Array(height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      let far = 0;
      for (let c = 0; c < 3; c++)
        far = Math.max(far, Math.abs((rgb[at + c] ?? 0) - (background.colour[c] ?? 0)));
      if (far <= limit) continue;
      columns[x] = (columns[x] ?? 0) + 1 / height;
      rows[y] = (rows[y] ?? 0) + 1 / width;
    }
  const [x0, x1] = [first(columns), last(columns)];
  const [y0, y1] = [first(rows), last(rows)];
  const side = Math.max(x1 - x0, y1 - y0) * (1 + 2 * ROOM);
  if (!(side > 0.05 * Math.min(width, height))) return middleOf(photo);
  const most = Math.max(width, height);
  const kept = Math.min(side, most);
  return { x: (x0 + x1 - kept) / 2, y: (y0 + y1 - kept) / 2, side: kept };
}

function middleOf({ width, height }: Photo): Box {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}

const first = (shares: Float64Array) => shares.findIndex((share) => share > SPECKS);
const last = (shares: Float64Array) => shares.findLastIndex((share) => share > SPECKS) + 1;

/** The thing of a picture as a square [side, side, 3]: the mean of what each pixel covers. */
export function cropped(photo: Photo, side: number): Uint8Array {
  const background = backgroundOf(photo);
  const box = boxOf(photo, background);
  const out = new Uint8Array(3 * side * side);
  const step = box.side / side;
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at += 3) {
      const from = { x: box.x + x * step, y: box.y + y * step };
      for (let c = 0; c < 3; c++) out[at + c] = meanOf(photo, from, step, c, background.colour[c] ?? 0);
    }
  return out;
}

/** Mean of one channel over a square of `step` px; beyond the picture lies the background. */
function meanOf(
  { width, height, rgb }: Photo,
  from: { readonly x: number; readonly y: number },
  step: number,
  channel: number,
  beyond: number,
): number {
  const samples = Math.max(1, Math.min(8, Math.round(step)));
  let sum = 0;
  for (let j = 0; j < samples; j++)
    for (let i = 0; i < samples; i++) {
      const x = Math.floor(from.x + ((i + 0.5) * step) / samples);
      const y = Math.floor(from.y + ((j + 0.5) * step) / samples);
      const outside = x < 0 || y < 0 || x >= width || y >= height;
      sum += outside ? beyond : (rgb[3 * (y * width + x) + channel] ?? 0);
    }
  return Math.round(sum / (samples * samples));
}
