import type { Noise } from '../kernel/noise.ts';
import type { ItemState } from '../materials/item.ts';
import type { Palette } from './camera-palette.ts';
import type { Scene } from './scene.ts';
import { crackNet, grains, lumps, scratchLines } from './scene-noise.ts';
import type { SurfaceTile } from './scene-texture.ts';

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
}

/** Colour of the belt: a dark grey-green fabric belt (estimate). */
export const beltTint = [0.94, 1, 0.98] as const;

/** Belt brightness with its weave, stains and a look's own position. */
export function paintBelt(paint: Paint, size: number, reflectance: number, offset: number): void {
  const scale = 64 / size;
  for (let y = 0; y < size; y++) {
    const row = (((offset >> 7) + y * scale) & 127) * 128;
    for (let x = 0; x < size; x++) {
      const texel = row + ((offset + x * scale) & 127);
      paint.belt[y * size + x] = reflectance * (0.82 + 0.2 * grains[texel]! + 0.16 * lumps[texel]!);
    }
  }
}

/** Body colour between its least and most aged spots; what lies behind shines through clear walls. */
export function paintBody(
  paint: Paint,
  scene: Scene,
  palette: Palette,
  tile: SurfaceTile,
  round: number,
): void {
  const { body, through } = palette;
  const clear = through[0]! + through[1]! + through[2]! > 0.02;
  const { size } = scene;
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    const texel = scene.texel[pixel]!;
    const aged = lumps[(texel + 4133) & 16383]!;
    const bright = tile.brightness[texel]!;
    const s = scene.rim[pixel]!;
    const rim = round * s * s * s * s;
    let behind = 0;
    if (clear) {
      const x = Math.min(size - 1, Math.max(0, (pixel % size) + Math.round(5 * scene.tiltX[pixel]!)));
      const y = Math.min(
        size - 1,
        Math.max(0, Math.floor(pixel / size) + Math.round(5 * scene.tiltY[pixel]!)),
      );
      behind = paint.belt[y * size + x]!;
    }
    for (let c = 0; c < 3; c++) {
      let r = body[c]! + (body[c + 3]! - body[c]!) * aged;
      if (clear) {
        const t = (through[c]! + (through[c + 3]! - through[c]!) * aged) * (1 - 0.6 * rim);
        r = r * (1 + 1.2 * rim) + (t * t * behind * beltTint[c]!) / (1 - r * behind);
      }
      paint.colour[3 * pixel + c] = r * bright;
    }
    paint.shine[pixel] = 1;
  }
}

/** A label or print: blocks of ground, colour and text lines laid over a part of the length. */
export function paintLabel(
  paint: Paint,
  scene: Scene,
  palette: Palette,
  item: ItemState,
  random: Noise,
): void {
  const pattern = labelPattern(random);
  const ink = palette.inks;
  const half = item.shape === 'bottle' || item.shape === 'can' ? item.labelCover : Math.sqrt(item.labelCover);
  const across = item.shape === 'bottle' || item.shape === 'can' ? 2 : Math.sqrt(item.labelCover);
  const middle = (random.next() - 0.5) * (1 - half);
  const scuffed = 0.55 * item.wear;
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    const a = (scene.u[pixel]! - middle) / half;
    const b = scene.v[pixel]! / across;
    if (a < -1 || a > 1 || b < -1 || b > 1) continue;
    if (lumps[(scene.texel[pixel]! + 9001) & 16383]! < scuffed) continue;
    const cell = pattern[(((a + 1) * 7.99) | 0) * 16 + (((b + 1) * 7.99) | 0)]!;
    const from = 3 * cell;
    if (ink[from]! < 0) continue;
    for (let c = 0; c < 3; c++) paint.colour[3 * pixel + c] = ink[from + c]!;
    paint.shine[pixel] = 0.8;
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
export function paintWear(paint: Paint, scene: Scene, item: ItemState): void {
  const scratch = 0.45 * item.wear;
  const crack = 0.45 * Math.min(1, item.crackPerMm / 2.5);
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    const texel = scene.texel[pixel]!;
    const line = scratch * scratchLines[texel]!;
    const net = 1 - crack * crackNet[(texel + 2777) & 16383]!;
    for (let c = 0; c < 3; c++) {
      const at = 3 * pixel + c;
      const r = paint.colour[at]!;
      paint.colour[at] = (r + line * (0.5 - r)) * net;
    }
    paint.shine[pixel]! *= 1 - 0.5 * item.wear;
  }
}

/** Patches of another matter side by side with the surface: rust, soil. `shift` moves the patches of one kind against another. */
export function paintPatches(
  paint: Paint,
  scene: Scene,
  colour: Float32Array,
  cover: number,
  shift: number,
  shine: number,
): void {
  const softness = 0.25;
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    const texel = (scene.texel[pixel]! + shift) & 16383;
    // A soft threshold on ranked noise: its mean over the tile is the cover.
    const mix = Math.min(1, Math.max(0, (cover * (1 + softness) - lumps[texel]!) / softness));
    if (mix <= 0) continue;
    const grain = 0.8 + 0.4 * grains[texel]!;
    for (let c = 0; c < 3; c++) {
      const at = 3 * pixel + c;
      paint.colour[at]! += mix * (colour[c]! * grain - paint.colour[at]!);
    }
    paint.shine[pixel]! *= 1 - mix * (1 - shine);
  }
}

/** Water over everything: internal reflection darkens (0.49 R / (1 - 0.475 R)), the film mirrors. */
export function paintWater(paint: Paint, scene: Scene, cover: number): void {
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    if (lumps[(scene.texel[pixel]! + 12289) & 16383]! > cover) continue;
    for (let c = 0; c < 3; c++) {
      const at = 3 * pixel + c;
      const r = Math.min(1, paint.colour[at]!);
      paint.colour[at] = (0.49 * r) / (1 - 0.475 * r);
    }
    paint.shine[pixel] = 4;
  }
}
