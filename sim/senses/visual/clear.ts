import type { GeometryBuffer } from '../form/buffer.ts';
import { creaseSlopes, lumps, TEXEL_MASK } from '../form/noise.ts';
import type { Lighting } from './lamps.ts';
import type { Paint } from './paint.ts';
import type { Palette } from './palette.ts';

/**
 * What shows through clear walls: the ground, bent by their tilt, tinted along the path through the wall; at the rim the dark or bright
 * hall that steep walls bend into view. So a clear thing is a dark outline on a bright ground and a bright one on a dark ground.
 */

/** How far a tilted clear wall shifts what is behind it, px of 64 at full tilt (choice, by eye). */
const REFRACTION_PX = 5;
/** Longest path through a wall against its thickness: at the rim of a hollow body, and of a flat sheet (refraction: 1 / 0.74). */
const LONGEST = { hollow: 7, flat: 1.35 } as const;
/** Share of the ground's light that did not come through the walls (choice). */
const UNLIT = 0.25;
/** A round body gathers light along its middle: that much more there (estimate). */
const CAUSTIC = 0.35;
/** Most of what a clear body sends back over black is the mirror image of its inner faces: that is drawn as a mirror (choice). */
const MIRRORED = 0.85;
/** Reflectance over black between which a body is no longer clear but milky: what shows through is then even (choice). */
const MILKY = { from: 0.25, to: 0.5 } as const;
/** How much of the ground a wall of twice the thickness hides (estimate). */
const THICK = 0.55;
/** Cosines of the tilt between which a wall stops showing the ground. */
const RIM = { from: 0.78, to: 0.3 } as const;

/** Light of the hall that comes through a rim, by channel, over white. */
function rimLight({ hall, lamps }: Lighting, c: number): number {
  let sum = 0.2 * hall[c]!;
  for (const lamp of lamps) sum += 0.05 * lamp.light[c]!;
  return sum;
}

/** How far a wall whose normal has this cosine shows the hall instead of the ground, 0..1. */
function steepness(nz: number): number {
  const steep = Math.min(1, Math.max(0, (RIM.from - nz) / (RIM.from - RIM.to)));
  return steep * steep * (3 - 2 * steep);
}

/** Steps of a wall's thickness in which paths are counted. */
const PATH_STEPS = 8;

/** Transmittances of a wall for each step of the path, [steps * 6]: least aged spots, most aged spots. */
function transmittances({ through }: Palette): Float64Array {
  const steps = LONGEST.hollow * PATH_STEPS + 1;
  const kept = new Float64Array(6 * steps);
  for (let c = 0; c < 6; c++) {
    const depth = Math.log(Math.max(1e-4, Math.min(1, through[c]!)));
    for (let step = 0; step < steps; step++)
      kept[6 * step + c] = Math.exp((depth * (step + 0.5)) / PATH_STEPS);
  }
  return kept;
}

/** The pixel of a frame that is nearest to a place. */
function bentTo(x: number, y: number, size: number): number {
  const column = Math.min(size - 1, Math.max(0, Math.round(x))) | 0;
  return (Math.min(size - 1, Math.max(0, Math.round(y))) | 0) * size + column;
}

/** Writes what is seen through into `seen` [size * size * 3] over white; `ground`: the lit ground, in units of `white`. */
export function seeThrough(
  geometry: GeometryBuffer,
  paint: Paint,
  palette: Palette,
  body: { readonly hollow: boolean; readonly haze: number },
  lighting: Lighting,
  white: readonly [number, number, number],
  ground: Float32Array,
  seen: Float32Array,
): void {
  const { size, inside, count, texel: texels, tiltX, tiltY, wall, sky } = geometry;
  const { colour, clear } = paint;
  const { through } = palette;
  const kept = transmittances(palette);
  const bend = (REFRACTION_PX * size) / 64;
  const { hollow } = body;
  // What a hazy wall spreads comes from all of the ground.
  const milky = Math.min(1, Math.max(0, (palette.body[1]! - MILKY.from) / (MILKY.to - MILKY.from)));
  const veil = Math.max(milky, 1 - (1 - body.haze) * (hollow ? 1 - body.haze : 1));
  const even = Float64Array.from(lighting.ground, (light) => light / 0.7);
  const rims = Float64Array.of(rimLight(lighting, 0), rimLight(lighting, 1), rimLight(lighting, 2));
  const perWhite = Float64Array.from(white, (level) => 1 / level);
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const at = 3 * pixel;
    const share = clear[pixel]!;
    seen[at] = 0;
    seen[at + 1] = 0;
    seen[at + 2] = 0;
    if (share === 0) continue;
    const tx = tiltX[pixel]!;
    const ty = tiltY[pixel]!;
    const nz = Math.sqrt(1 - tx * tx - ty * ty);
    const texel = (texels[pixel]! * 3) & TEXEL_MASK;
    const y = (pixel / size) | 0;
    // The far wall is uneven too.
    const wx = tx + 0.12 * creaseSlopes.x[texel]!;
    const wy = ty + 0.12 * creaseSlopes.y[texel]!;
    const from = 3 * bentTo(pixel - y * size + bend * wx, y + bend * wy, size);
    const longest = hollow ? LONGEST.hollow : LONGEST.flat;
    const path = Math.min(longest, wall[pixel]! * Math.min(longest, 1 / nz));
    // Thick glass bends the view away as a steep wall does.
    const thick = hollow ? THICK * Math.min(1, Math.max(0, wall[pixel]! - 1)) : 0;
    const rim = Math.max(thick, (hollow ? 0.95 : 0.5) * steepness(nz));
    const step = (path * PATH_STEPS) | 0;
    const caustic = hollow && nz > 0.9 ? 1 + CAUSTIC * (nz - 0.9) * 10 : 1;
    const aged = lumps[(texels[pixel]! + 4133) & TEXEL_MASK]!;
    for (let c = 0; c < 3; c++) {
      const least = kept[6 * step + c]!;
      const t = share * (least + (kept[6 * step + c + 3]! - least) * aged);
      const behind = ground[from + c]! * perWhite[c]! * (1 - rim) + rims[c]! * rim;
      // The light that lit the ground came through the walls too, but for what came in from the side.
      const own = colour[at + c]!;
      // Between body and ground light goes to and fro.
      const blurred = (behind + veil * (even[c]! - behind)) / (1 - milky * Math.min(0.9, own * even[c]!));
      seen[at + c] = t * (UNLIT + (1 - UNLIT) * t) * blurred * caustic * (0.75 + 0.25 * sky[pixel]!);
      colour[at + c] = own * (1 - MIRRORED * (1 - milky) * share * through[c]!);
    }
  }
}
