import type { Noise } from '../../kernel/random/noise.ts';
import type { ItemState } from '../../materials/item.ts';
import {
  crackNet,
  grains,
  lumps,
  scratchLines,
  TEXEL_MASK,
  TILE,
  TILE_MASK,
  TILE_SHIFT,
} from '../form/noise.ts';
import type { GeometryBuffer } from '../form/scene.ts';
import type { SurfaceTile } from '../form/texture.ts';
import type { Palette } from './palette.ts';

/**
 * The diffuse colour of every pixel of the item, built up as the thing is: body, print, scratches and cracks, rust,
 * soil, water. Each layer is one pass over the pixels inside the outline.
 */
export interface Paint {
  /** [size * size * 3] linear colour. */
  readonly colour: Float32Array;
  /** Strength of the mirror reflection, 1 = bare surface, [size * size]. */
  readonly shine: Float32Array;
  /** Brightness of the belt behind the item, [size * size]. */
  readonly belt: Float32Array;
  /** Tile column of each pixel of a row, [size]: no pixel needs a division. */
  readonly columns: Int32Array;
}

/** An empty paint for frames of `size` px. */
export function blankPaint(size: number): Paint {
  const n = size * size;
  return {
    colour: new Float32Array(3 * n),
    shine: new Float32Array(n),
    belt: new Float32Array(n),
    columns: Int32Array.from({ length: size }, (_, x) => Math.floor((x * TILE) / size)),
  };
}

/** Colour of the belt: a dark grey-green fabric belt (estimate). */
export const beltTint = [0.94, 1, 0.98] as const;

/** Offsets into the noise tiles: each kind of patch has its own place, so that none follows another. */
const place = { aged: 4133, scuffs: 9001, cracks: 2777, water: 12289 } as const;
/** Weave and stains of the belt: its brightness runs from 0.82 to 1.18 of the mean (choice, by eye). */
const BELT = { base: 0.82, weave: 0.2, stains: 0.16 } as const;
/** How far a tilted clear wall shifts what is behind it, px at full tilt; how much longer the way is at the rim (choice, by eye). */
const REFRACTION_PX = 5;
const RIM = { loss: 0.6, gain: 1.2 } as const;
/** Share of a print that full wear has rubbed off; gloss of print on plastic and on metal (choice, by eye). */
const SCUFFED = 0.55;
const PRINT_SHINE = 0.8;
const PRINT_ON_METAL = 0.25;
/** Strength of scratches and cracks on a fully worn piece, grey of a scratch, crack density that counts as a full net (choice, by eye). */
const SCRATCH = 0.45;
const SCRATCH_GREY = 0.5;
const CRACK = 0.45;
const FULL_NET_PER_MM = 2.5;
/** Mirror reflection of a water film against a dry moulded surface (choice, by eye). */
const WET_SHINE = 1.5;

/** Brightness of the belt against its mean, one tile. */
const beltTile = grains.map((grain, texel) => BELT.base + BELT.weave * grain + BELT.stains * lumps[texel]!);

/** Belt brightness with its weave, stains and a look's own position. */
export function paintBelt(paint: Paint, size: number, reflectance: number, offset: number): void {
  const { belt, columns } = paint;
  for (let y = 0, pixel = 0; y < size; y++) {
    const row = (((offset >> TILE_SHIFT) + columns[y]!) & TILE_MASK) << TILE_SHIFT;
    for (let x = 0; x < size; x++) {
      belt[pixel++] = reflectance * beltTile[row | ((offset + columns[x]!) & TILE_MASK)]!;
    }
  }
}

/** Body colour between its least and most aged spots. */
export function paintBody(paint: Paint, geometry: GeometryBuffer, palette: Palette, tile: SurfaceTile): void {
  const { body } = palette;
  const { brightness } = tile;
  const { inside, count, texel: texels } = geometry;
  const { colour, shine } = paint;
  const [r0, g0, b0] = [body[0]!, body[1]!, body[2]!];
  const [dr, dg, db] = [body[3]! - r0, body[4]! - g0, body[5]! - b0];
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = texels[pixel]!;
    const aged = lumps[(texel + place.aged) & TEXEL_MASK]!;
    const bright = brightness[texel]!;
    const at = 3 * pixel;
    colour[at] = (r0 + dr * aged) * bright;
    colour[at + 1] = (g0 + dg * aged) * bright;
    colour[at + 2] = (b0 + db * aged) * bright;
    shine[pixel] = 1;
  }
}

/** The belt behind clear walls, bent by their tilt; `round`: walls of a tube are seen edge-on at its rim. */
export function paintBehind(paint: Paint, geometry: GeometryBuffer, palette: Palette, round: number): void {
  const { through } = palette;
  const { size, inside, count, texel: texels, rim: rims, tiltX, tiltY } = geometry;
  const { colour, belt } = paint;
  const last = size - 1;
  // Pixels come row by row: counting rows is cheaper than a division a pixel.
  let y = 0;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    while (pixel >= (y + 1) * size) y++;
    const aged = lumps[(texels[pixel]! + place.aged) & TEXEL_MASK]!;
    const s2 = rims[pixel]! * rims[pixel]!;
    const rim = round * s2 * s2;
    const seenX = Math.min(last, Math.max(0, pixel - y * size + shifted(tiltX[pixel]!)));
    const seenY = Math.min(last, Math.max(0, y + shifted(tiltY[pixel]!)));
    const behind = belt[seenY * size + seenX]!;
    const clear = 1 - RIM.loss * rim;
    const glow = 1 + RIM.gain * rim;
    for (let c = 0; c < 3; c++) {
      const at = 3 * pixel + c;
      const t = (through[c]! + (through[c + 3]! - through[c]!) * aged) * clear;
      const r = colour[at]!;
      colour[at] = r * glow + (t * t * behind * beltTint[c]!) / (1 - r * behind);
    }
  }
}

/** Pixels by which a wall of this tilt shifts what is behind it, to the nearest. */
function shifted(tilt: number): number {
  // Truncation of a positive number: several times as fast as Math.round.
  return ((REFRACTION_PX * tilt + REFRACTION_PX + 0.5) | 0) - REFRACTION_PX;
}

/** A label or print: blocks of ground, colour and text lines laid over a part of the length. */
export function paintLabel(
  paint: Paint,
  geometry: GeometryBuffer,
  palette: Palette,
  item: ItemState,
  random: Noise,
): void {
  const pattern = labelPattern(random);
  const ink = palette.inks;
  // A sleeve goes all round; a sticker has the proportions of the face it sits on.
  const sleeve = item.shape === 'bottle' || item.shape === 'can';
  const half = sleeve ? item.labelCover : Math.sqrt(item.labelCover);
  const across = sleeve ? 2 : half;
  const middle = (random.next() - 0.5) * (1 - half);
  const scuffed = SCUFFED * item.wear;
  const gloss = palette.metal ? PRINT_ON_METAL : PRINT_SHINE;
  for (let i = 0; i < geometry.count; i++) {
    const pixel = geometry.inside[i]!;
    const a = (geometry.u[pixel]! - middle) / half;
    const b = geometry.v[pixel]! / across;
    if (a < -1 || a > 1 || b < -1 || b > 1) continue;
    if (lumps[(geometry.texel[pixel]! + place.scuffs) & TEXEL_MASK]! < scuffed) continue;
    const cell = pattern[(((a + 1) * 7.99) | 0) * 16 + (((b + 1) * 7.99) | 0)]!;
    const from = 3 * cell;
    if (ink[from]! < 0) continue;
    for (let c = 0; c < 3; c++) paint.colour[3 * pixel + c] = ink[from + c]!;
    paint.shine[pixel] = gloss;
  }
}

/** 16 x 16 cells: 0 ground, 1 colour, 2 print; a block of colour, lines of text. */
function labelPattern(random: Noise): Uint8Array {
  const pattern = new Uint8Array(256);
  const blockFrom = Math.floor(random.next() * 8);
  const blockTo = blockFrom + 3 + Math.floor(random.next() * 6);
  const lines = 2 + Math.floor(random.next() * 2);
  for (let row = 0; row < 16; row++) {
    let printing = random.next() < 0.5;
    for (let col = 0; col < 16; col++) {
      const inBlock = row >= blockFrom && row < blockTo;
      if (random.next() < 0.35) printing = !printing;
      const text = row % lines === 0 && printing && col > 1 && col < 14;
      pattern[row * 16 + col] = text ? (inBlock ? 0 : 2) : inBlock ? 1 : 0;
    }
  }
  return pattern;
}

/** Scratches lighten dark and clear bodies and dull the gloss; cracks show as a dark net. */
export function paintWear(paint: Paint, geometry: GeometryBuffer, item: ItemState): void {
  const scratch = SCRATCH * item.wear;
  const crack = CRACK * Math.min(1, item.crackPerMm / FULL_NET_PER_MM);
  const dull = 1 - 0.5 * item.wear;
  const { inside, count, texel: texels } = geometry;
  const { colour, shine } = paint;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = texels[pixel]!;
    shine[pixel] = shine[pixel]! * dull;
    const line = scratch * scratchLines[texel]!;
    const net = crack * crackNet[(texel + place.cracks) & TEXEL_MASK]!;
    if (line === 0 && net === 0) continue;
    const at = 3 * pixel;
    const keep = (1 - line) * (1 - net);
    const add = SCRATCH_GREY * line * (1 - net);
    colour[at] = colour[at]! * keep + add;
    colour[at + 1] = colour[at + 1]! * keep + add;
    colour[at + 2] = colour[at + 2]! * keep + add;
  }
}

/** Softness of the edge of a patch, share of the ranked noise. */
const PATCH_EDGE = 0.25;

/**
 * Patches of another matter side by side with the surface: rust, soil. `shift` moves the patches of one kind against
 * another; `shine` is what the patch leaves of the mirror reflection.
 */
export function paintPatches(
  paint: Paint,
  geometry: GeometryBuffer,
  patch: Float32Array,
  cover: number,
  shift: number,
  shineLeft: number,
): void {
  const { inside, count, texel: texels } = geometry;
  const { colour, shine } = paint;
  const level = cover * (1 + PATCH_EDGE);
  const [red, green, blue] = [patch[0]!, patch[1]!, patch[2]!];
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = (texels[pixel]! + shift) & TEXEL_MASK;
    // A soft threshold on ranked noise: its mean over the tile is the cover.
    const above = level - lumps[texel]!;
    if (above <= 0) continue;
    const mix = Math.min(1, above / PATCH_EDGE);
    const add = mix * (0.8 + 0.4 * grains[texel]!);
    const keep = 1 - mix;
    const at = 3 * pixel;
    colour[at] = colour[at]! * keep + red * add;
    colour[at + 1] = colour[at + 1]! * keep + green * add;
    colour[at + 2] = colour[at + 2]! * keep + blue * add;
    shine[pixel] = shine[pixel]! * (1 - mix * (1 - shineLeft));
  }
}

/** Water over everything: internal reflection darkens (0.49 R / (1 - 0.475 R)), the film mirrors. */
export function paintWater(paint: Paint, geometry: GeometryBuffer, palette: Palette): void {
  const { colour, shine } = paint;
  for (let i = 0; i < geometry.count; i++) {
    const pixel = geometry.inside[i]!;
    if (lumps[(geometry.texel[pixel]! + place.water) & TEXEL_MASK]! > palette.wetCover) continue;
    for (let at = 3 * pixel; at < 3 * pixel + 3; at++) {
      const r = Math.min(1, colour[at]!);
      colour[at] = (0.49 * r) / (1 - 0.475 * r);
    }
    if (!palette.metal) shine[pixel] = WET_SHINE;
  }
}
