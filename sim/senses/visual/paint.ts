import type { ItemState } from '../../materials/item.ts';
import type { GeometryBuffer } from '../form/buffer.ts';
import { crackNet, grains, lumps, scratchLines, TEXEL_MASK, TILE } from '../form/noise.ts';
import { PART } from '../form/skin/mesh.ts';
import type { SurfaceTile } from '../form/texture.ts';
import { METAL, OWN, type Palette } from './palette.ts';
import { PRINT_CELLS, type Print } from './print.ts';

/**
 * The matter of every pixel of the item, built up as the thing is: body and parts, print, scratches and cracks, rust,
 * soil, water. Each layer is one pass over the pixels inside the outline.
 */
export interface Paint {
  /** [size * size * 3] linear diffuse colour. */
  readonly colour: Float32Array;
  /** Strength of the mirror reflection, 1 = bare surface, [size * size]. */
  readonly shine: Float32Array;
  /** Share of the pixel that is a bare metal mirror, [size * size]. */
  readonly metal: Float32Array;
  /** Share of the pixel that lets see through, 1 = as the bare body does, [size * size]. */
  readonly clear: Float32Array;
  /** Tile column of each pixel of a row, [size]: no pixel needs a division. */
  readonly columns: Int32Array;
}

/** An empty paint for frames of `size` px. */
export function blankPaint(size: number): Paint {
  const n = size * size;
  return {
    colour: new Float32Array(3 * n),
    shine: new Float32Array(n),
    metal: new Float32Array(n),
    clear: new Float32Array(n),
    columns: Int32Array.from({ length: size }, (_, x) => Math.floor((x * TILE) / size)),
  };
}

/** Offsets into the noise tiles: each kind of patch has its own place, so that none follows another. */
const place = { aged: 4133, scuffs: 9001, cracks: 2777, water: 12289 } as const;
/** Share of a print that full wear has rubbed off (choice, by eye). */
const SCUFFED = 0.45;
/** Softness of the edge of a rubbed spot, share of the ranked noise (choice, by eye). */
const RUBBED_EDGE = 0.18;
/** Strength of scratches and cracks on a fully worn piece, grey of a scratch, crack density that counts as a full net (choice, by eye). */
const SCRATCH = 0.45;
const SCRATCH_GREY = 0.5;
const CRACK = 0.45;
const FULL_NET_PER_MM = 2.5;
/** Mirror reflection of a water film against a dry moulded surface (choice, by eye). */
const WET_SHINE = 1.5;

/** Body colour between its least and most aged spots; other parts in their own colours. */
export function paintBody(paint: Paint, geometry: GeometryBuffer, palette: Palette, tile: SurfaceTile): void {
  const { body, parts, partKind } = palette;
  const { brightness } = tile;
  const { inside, count, texel: texels, part: partOf } = geometry;
  const { colour, shine, metal, clear } = paint;
  const clearness = palette.metal ? 0 : 0.9 * palette.through[1]!;
  const [r0, g0, b0] = [body[0]!, body[1]!, body[2]!];
  const [dr, dg, db] = [body[3]! - r0, body[4]! - g0, body[5]! - b0];
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = texels[pixel]!;
    const at = 3 * pixel;
    const part = partOf[pixel]!;
    // Ends are plain: beads and ribs run around the wall.
    const bright = part === PART.end ? 1 : brightness[texel]!;
    const kind = partKind[part]!;
    if (kind === OWN) {
      const aged = lumps[(texel + place.aged) & TEXEL_MASK]!;
      colour[at] = (r0 + dr * aged) * bright;
      colour[at + 1] = (g0 + dg * aged) * bright;
      colour[at + 2] = (b0 + db * aged) * bright;
    } else {
      const shade = part === PART.edge ? bright : 1;
      colour[at] = parts[3 * part]! * shade;
      colour[at + 1] = parts[3 * part + 1]! * shade;
      colour[at + 2] = parts[3 * part + 2]! * shade;
    }
    // A clear wall mirrors on both faces.
    shine[pixel] = kind === OWN ? palette.gloss * (1 + clearness) : 1;
    metal[pixel] = kind === METAL || (kind === OWN && palette.metal) ? 1 : 0;
    clear[pixel] = kind === OWN ? 1 : 0;
  }
}

/** Reflectance of a whitened fold, and how steeply whitening goes with the sky that a fold has lost (choices). */
const WHITENED = 0.85;
const STRAIN = 2.5;

/** The pale line of a bent wall: crazes and voids scatter where the skin was folded; it shows on what is coloured or clear. */
export function paintFolds(paint: Paint, geometry: GeometryBuffer, whitening: number): void {
  const { inside, count, sky, part } = geometry;
  const { colour, clear, shine } = paint;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const lost = 1 - sky[pixel]!;
    if (lost < 0.04 || part[pixel] !== PART.body) continue;
    const white = -Math.expm1(-whitening * STRAIN * lost);
    const at = 3 * pixel;
    for (let c = 0; c < 3; c++) colour[at + c]! += white * (WHITENED - colour[at + c]!);
    clear[pixel]! *= 1 - white;
    shine[pixel]! *= 1 - 0.5 * white;
  }
}

/** A label or print over the parts that bear it. */
export function paintPrint(paint: Paint, geometry: GeometryBuffer, print: Print, wear: number): void {
  const { cells, inks, middleU, halfU, middleV, halfV, parts, gloss, sheen } = print;
  const { inside, count, u, v, part, texel } = geometry;
  const { colour, shine, metal, clear } = paint;
  const scuffed = SCUFFED * wear;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    if (((parts >> part[pixel]!) & 1) === 0) continue;
    const a = (u[pixel]! - middleU) / halfU;
    if (a < -1 || a > 1) continue;
    const around = v[pixel]!;
    // All the way around the print comes twice; a label comes on the front and on the back.
    const b = halfV === 0 ? 2 * (around - Math.round(around)) : foldBack(around, middleV) / halfV;
    if (b < -1 || b > 1) continue;
    const rubbed = (lumps[(texel[pixel]! + place.scuffs) & TEXEL_MASK]! - scuffed) / RUBBED_EDGE + 1;
    if (rubbed <= 0) continue;
    const left = scuffed === 0 || rubbed > 1 ? 1 : rubbed;
    const column = Math.min(PRINT_CELLS - 1, ((a + 1) * (PRINT_CELLS / 2)) | 0);
    const row = Math.min(PRINT_CELLS - 1, ((b + 1) * (PRINT_CELLS / 2)) | 0);
    const from = 3 * cells[row * PRINT_CELLS + column]!;
    if (from === 0) continue;
    const at = 3 * pixel;
    for (let c = 0; c < 3; c++) colour[at + c]! += left * (inks[from + c]! - colour[at + c]!);
    shine[pixel]! += left * (gloss - shine[pixel]!);
    metal[pixel]! *= 1 - left * (1 - sheen);
    clear[pixel]! *= 1 - left;
  }
}

/** Distance from the middle of the label, of two that lie half a turn apart. */
function foldBack(around: number, middle: number): number {
  const far = around - middle;
  return far > 0.75 ? far - 1 : far < -0.75 ? far + 1 : far;
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

/** How much sooner a hollow that sees no sky is covered (choice). */
const IN_HOLLOWS = 0.35;

/** Where patches lie and what they leave. */
export interface Patches {
  /** Share 0..1 that they cover. */
  readonly cover: number;
  /** Moves the patches of one kind against another, texels. */
  readonly shift: number;
  /** What the patch leaves of the mirror reflection. */
  readonly shineLeft: number;
  /** Soil gathers in hollows. */
  readonly inHollows: boolean;
  /** Softness of its edge, share of the ranked noise, and how much of what lies below it hides at most. */
  readonly edge: number;
  readonly hides: number;
  /** How far its own brightness varies, share of it. */
  readonly mottle: number;
}

/** Patches of another matter side by side with the surface: rust, soil. */
export function paintPatches(
  paint: Paint,
  geometry: GeometryBuffer,
  patch: Float32Array,
  how: Patches,
): void {
  const { inside, count, texel: texels, sky } = geometry;
  const { colour, shine, metal, clear } = paint;
  const { edge, hides, mottle } = how;
  const level = how.cover * (1 + edge);
  const hollow = how.inHollows ? IN_HOLLOWS : 0;
  const [red, green, blue] = [patch[0]!, patch[1]!, patch[2]!];
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = (texels[pixel]! + how.shift) & TEXEL_MASK;
    // A soft threshold on ranked noise: its mean over the tile is the cover.
    const above = level - lumps[texel]! + hollow * how.cover * (1 - sky[pixel]!);
    if (above <= 0) continue;
    const mix = above < edge ? (hides * above) / edge : hides;
    const add = mix * (1 + mottle * (0.5 * grains[texel]! + 0.5 * lumps[(3 * texel) & TEXEL_MASK]! - 0.5));
    const keep = 1 - mix;
    const at = 3 * pixel;
    colour[at] = colour[at]! * keep + red * add;
    colour[at + 1] = colour[at + 1]! * keep + green * add;
    colour[at + 2] = colour[at + 2]! * keep + blue * add;
    shine[pixel] = shine[pixel]! * (1 - mix * (1 - how.shineLeft));
    metal[pixel] = metal[pixel]! * keep;
    clear[pixel] = clear[pixel]! * keep;
  }
}

/** Water over everything: internal reflection darkens (0.49 R / (1 - 0.475 R)), the film mirrors. */
export function paintWater(paint: Paint, geometry: GeometryBuffer, palette: Palette): void {
  const { colour, shine, metal } = paint;
  for (let i = 0; i < geometry.count; i++) {
    const pixel = geometry.inside[i]!;
    if (lumps[(geometry.texel[pixel]! + place.water) & TEXEL_MASK]! > palette.wetCover) continue;
    if (metal[pixel]! > 0.5) continue;
    for (let at = 3 * pixel; at < 3 * pixel + 3; at++) {
      const r = Math.min(1, colour[at]!);
      colour[at] = (0.49 * r) / (1 - 0.475 * r);
    }
    shine[pixel] = WET_SHINE;
  }
}
