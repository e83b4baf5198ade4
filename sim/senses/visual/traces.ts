import type { ItemState } from '../../materials/item.ts';
import { type Traces, tracesOf } from '../../materials/traces.ts';
import type { GeometryBuffer } from '../form/buffer.ts';
import { crackNet, lumps, TEXEL_MASK } from '../form/noise.ts';
import { PART } from '../form/skin/mesh.ts';
import type { Paint } from './paint.ts';

/** Lines and spots that the making and the breaking of a good leave: seams, welds, gates, pinch-off lines, petals; cracks through the wall. */

/** Petals of a stretched base: their share of the base's radius, and how much light their flanks take (memory, by eye). */
const PETALS = { count: 5, from: 0.25, to: 0.85, dark: 0.3 } as const;
/** Length of a pinch-off line, share of the radius of the base (memory). */
const PINCH_REACH = 0.8;
const PINCH_DARK = 0.4;

/** How much of a pixel of `px` m a line of `wide` m covers whose middle is `far` from the pixel's: thin lines fade, they do not vanish. */
function lineCover(far: number, wide: number, px: number): number {
  const over = (wide / 2 + px / 2 - Math.abs(far)) / px;
  return Math.min(1, wide / px, Math.max(0, over));
}

/** Takes a share of the light of a pixel: less colour on an opaque wall, less sight through a clear one. */
function darken({ colour, clear }: Paint, pixel: number, share: number): void {
  const keep = 1 - share;
  for (let at = 3 * pixel; at < 3 * pixel + 3; at++) colour[at]! *= keep;
  clear[pixel]! *= keep;
}

/** Draws what the process of an item has left on it. */
export function paintTraces(paint: Paint, geometry: GeometryBuffer, item: ItemState): void {
  const traces = tracesOf(item.processMark);
  if (traces.seams + traces.gateMm + traces.pinchMm === 0) return;
  const { inside, count, part, u, v } = geometry;
  const { mesh, projection } = geometry.stage;
  const px = 1 / projection.perM;
  const round = mesh.printT > 1.2 * (item.widthM / 2);
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const across = v[pixel]! * mesh.printT;
    if (part[pixel] === PART.body && round) seam(paint, pixel, across, mesh.printT, traces, px);
    else if (part[pixel] === PART.end)
      base(
        paint,
        pixel,
        u[pixel]! * mesh.printS,
        across,
        item.widthM / 2,
        traces,
        px,
        item.processMark === 'stretch-blown',
      );
  }
}

/** One or two lines along a round body: at the back, and half-way around. */
function seam(paint: Paint, pixel: number, across: number, half: number, traces: Traces, px: number): void {
  if (traces.seams === 0) return;
  const wide = traces.seamMm / 1000;
  const far =
    traces.seams === 1 ? half - Math.abs(across) : Math.min(half - Math.abs(across), Math.abs(across));
  const cover = lineCover(far, wide, px);
  if (cover > 0) darken(paint, pixel, traces.seamContrast * cover);
}

/** Gate spot, pinch-off line and petals of a base; (s, t): place from its middle, m. */
function base(
  paint: Paint,
  pixel: number,
  s: number,
  t: number,
  radius: number,
  traces: Traces,
  px: number,
  stretched: boolean,
): void {
  const far = Math.sqrt(s * s + t * t);
  if (traces.gateMm > 0) {
    const cover = lineCover(far, (2 * traces.gateMm) / 1000, px);
    if (cover > 0) darken(paint, pixel, traces.gateContrast * cover);
  }
  if (traces.pinchMm > 0 && Math.abs(s) < PINCH_REACH * radius) {
    const cover = lineCover(t, traces.pinchMm / 1000, px);
    if (cover > 0) darken(paint, pixel, PINCH_DARK * cover);
  }
  if (stretched && far > PETALS.from * radius && far < PETALS.to * radius) {
    const petal = Math.cos(PETALS.count * Math.atan2(t, s));
    if (petal < 0) darken(paint, pixel, -PETALS.dark * petal);
  }
}

/** Where cracks through the wall lie in the noise, the share of the net that full breakage opens, and how dark a crack is (choices). */
const CRACKS = { net: 6421, where: 10007, most: 0.7, dark: 0.75 } as const;

/** Cracks through the wall, in the parts that gave way. */
export function paintBreaks(paint: Paint, geometry: GeometryBuffer, breaks: number): void {
  const open = CRACKS.most * breaks;
  const { inside, count, texel: texels } = geometry;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = texels[pixel]!;
    const net = crackNet[(texel + CRACKS.net) & TEXEL_MASK]!;
    if (net === 0 || lumps[(texel + CRACKS.where) & TEXEL_MASK]! > open) continue;
    darken(paint, pixel, CRACKS.dark * net);
  }
}
