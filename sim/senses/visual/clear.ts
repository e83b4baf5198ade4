import type { GeometryBuffer } from '../form/buffer.ts';
import { creaseSlopes, lumps, TEXEL_MASK } from '../form/noise.ts';
import { type Face, lookThrough, SLANTS, type Walls } from '../form/walls.ts';
import type { Lighting } from './lamps.ts';
import type { Paint } from './paint.ts';
import type { Palette } from './palette.ts';

/**
 * What shows through clear walls. Every wall on the way, near or far, tints by the path inside it, mirrors more the more it slants, and
 * where it is thick bends the view away, to the dark hall or to a lamp. So a clear thing is its rims, ribs, mouth and base: dark lines
 * on a bright ground and bright ones on a dark ground, with the ground in between.
 */

/** How far a tilted clear wall shifts what is behind it, px of 64 at full tilt: a thin shell little, thick glass much (choice, by eye). */
const BEND_PX = { thin: 1.5, thick: 7 } as const;
/** Longest path through a wall against its thickness: refraction keeps it below 1 / 0.74, but a curved wall is met along its arc (estimate). */
const LONGEST = { hollow: 6, flat: 1.35 } as const;
/** Share of the light on the ground below that did not come through the walls, of what they tint and of what they mirror (choice, by eye). */
const UNLIT = { tinted: 0.3, mirrored: 0.85 } as const;
/** A round body gathers light along its middle: that much more there (estimate). */
const CAUSTIC = 0.12;
/** Reflectance over black between which a body is no longer clear but milky: what shows through is then even (choice). */
const MILKY = { from: 0.25, to: 0.5 } as const;
/** Cosines of the slant between which a thick wall bends the view away, and the thickness that counts as full, m (estimates). */
const BENT = { from: 0.62, to: 0.2, thickM: 0.0025 } as const;
/** Least share of bending away of the thinnest wall: its ribs and rims are still lines (choice, by eye). */
const THIN_BEND = 0.3;

/** How one body lets see through. */
export interface ClearBody {
  readonly hollow: boolean;
  readonly haze: number;
  /** Thickness of a wall, m, and Fresnel reflection of one of its faces at right angles. */
  readonly thicknessM: number;
  readonly fresnel: number;
  /** Walls that the palette's transmittance counts. */
  readonly wallCount: number;
  /** Faces of the skin that make one wall. */
  readonly facesPerWall: number;
}

function smoothStep(t: number): number {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}

/** Schlick's form of Fresnel reflection. */
function schlick(fresnel: number, cos: number): number {
  const slant = 1 - cos;
  return fresnel + (1 - fresnel) * slant * slant * slant * slant * slant;
}

/** How far a thick wall of this body bends the view away, 0..1. */
function bendOf({ thicknessM, hollow }: ClearBody): number {
  const thick = Math.min(1, thicknessM / BENT.thickM);
  return hollow ? THIN_BEND + (1 - THIN_BEND) * thick : 0.35 * thick;
}

/** What one face of the body takes from the view at each slant. */
function faceOf(body: ClearBody): Face {
  const table = () => new Float32Array(SLANTS + 1);
  const face = { path: table(), mirrored: table(), bent: table() };
  const longest = body.hollow ? LONGEST.hollow : LONGEST.flat;
  const bent = bendOf(body);
  for (let i = 0; i <= SLANTS; i++) {
    const cos = (i + 0.5) / SLANTS;
    const r = schlick(body.fresnel, Math.min(1, cos));
    const away = bent * smoothStep((BENT.from - cos) / (BENT.from - BENT.to));
    face.path[i] = Math.min(longest, 1 / cos) / body.facesPerWall;
    face.mirrored[i] = Math.log((1 - r) / (1 + r)) / body.facesPerWall;
    face.bent[i] = Math.log(Math.max(0.03, 1 - 0.95 * away)) / body.facesPerWall;
  }
  return face;
}

/** Steps of a path of one wall, and most walls, in which transmittances are tabled. */
const PATH_STEPS = 6;
const MOST_WALLS = 10;

/** Transmittances by the absorption of the walls alone for each step of the path, [steps * 6]: least aged spots, most aged spots. */
function transmittances({ through }: Palette, { wallCount, fresnel }: ClearBody): Float64Array {
  const steps = MOST_WALLS * PATH_STEPS + 1;
  const kept = new Float64Array(6 * steps);
  const clear = clearest(fresnel, wallCount);
  for (let c = 0; c < 6; c++) {
    // Where nothing has aged, all spots are one.
    if (c > 2 && through[c] === through[c - 3]) {
      for (let step = 0; step < steps; step++) kept[6 * step + c] = kept[6 * step + c - 3]!;
      continue;
    }
    const depth = Math.log(Math.max(1e-4, Math.min(1, through[c]! / clear))) / wallCount;
    for (let step = 0; step < steps; step++)
      kept[6 * step + c] = Math.exp((depth * (step + 0.5)) / PATH_STEPS);
  }
  return kept;
}

/** Light of the hall that a bent view shows, over white: dark, but for lamps that stand across. */
const HALL = { dark: 0.14, bright: 0.5 } as const;

/**
 * What of the light a clear wall needs, flat: dark hall by channel, then for each lamp its direction along the frame, tilt of its image,
 * half of one over its variances, peak, and light by channel.
 */
const FIRST_LAMP = 3;
const RAY = 10;

function raysOf({ hall, lamps }: Lighting, sigma: number): Float64Array {
  const rays = new Float64Array(FIRST_LAMP + RAY * lamps.length);
  for (let c = 0; c < 3; c++) rays[c] = HALL.dark * hall[c]!;
  lamps.forEach(({ x, y, mirrorX, mirrorY, wideX, wideY, light }, k) => {
    const [vx, vy] = [sigma * sigma + wideX, sigma * sigma + wideY];
    const peak = 1 / (8 * Math.sqrt(vx * vy));
    rays.set([x, y, mirrorX, mirrorY, 0.5 / vx, 0.5 / vy, peak, ...light], FIRST_LAMP + RAY * k);
  });
  return rays;
}

/** An image beyond this many variances is not seen. */
const IMAGE_END = 6;

/**
 * Light at a pixel over white, into `to`: in a view that the wall bends away by channel (0-2), the brighter where a lamp stands across, and
 * in the far wall, which is hollow and shows the lamps at the opposite tilt (3-5).
 */
function hallLight(
  { tiltX, tiltY, texel }: GeometryBuffer,
  pixel: number,
  rays: Float64Array,
  to: Float64Array,
): void {
  const tx = tiltX[pixel]!;
  const ty = tiltY[pixel]!;
  const uneven = Math.max(0, 0.45 + creaseSlopes.x[(texel[pixel]! * 3) & TEXEL_MASK]!);
  const across = (HALL.bright * uneven) / (tx * tx + ty * ty + 1e-9);
  for (let c = 0; c < 3; c++) {
    to[c] = rays[c]!;
    to[c + 3] = 0;
  }
  for (let at = FIRST_LAMP; at < rays.length; at += RAY) {
    const far = tx * rays[at]! + ty * rays[at + 1]!;
    if (far < 0) {
      const bent = across * far * far;
      for (let c = 0; c < 3; c++) to[c] = to[c]! + bent * rays[at + 7 + c]!;
    }
    const dx = tx + rays[at + 2]!;
    const dy = ty + rays[at + 3]!;
    const place = dx * dx * rays[at + 4]! + dy * dy * rays[at + 5]!;
    if (place > IMAGE_END) continue;
    const image = rays[at + 6]! * Math.exp(-place);
    for (let c = 3; c < 6; c++) to[c] = to[c]! + image * rays[at + 4 + c]!;
  }
}

/** What a look through needs beside the body. */
export interface Sight {
  readonly geometry: GeometryBuffer;
  readonly paint: Paint;
  readonly palette: Palette;
  readonly lighting: Lighting;
  readonly walls: Walls;
  /** Spread of the surface's tilts. */
  readonly sigma: number;
}

/** Transmittance of all walls of a body whose matter takes nothing: (1 - R) / (1 + (2 n - 1) R). */
export function clearest(fresnel: number, wallCount: number): number {
  return (1 - fresnel) / (1 + (2 * wallCount - 1) * fresnel);
}

/** Takes the mirror images of its inner faces out of what a clear body sends back over black, for they are drawn as mirrors; haze stays. */
function takeMirrors(
  { geometry, paint, palette }: Sight,
  { fresnel, wallCount }: ClearBody,
  milky: number,
): void {
  const { inside, count } = geometry;
  const { colour, clear } = paint;
  const clean = clearest(fresnel, wallCount);
  const inner = (1 - milky) * (1 - clean - fresnel);
  const mirror = Float64Array.from(palette.through.subarray(0, 3), (t) => inner * (t / clean) * (t / clean));
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const share = clear[pixel]!;
    for (let c = 0; c < 3; c++) {
      const own = colour[3 * pixel + c]!;
      colour[3 * pixel + c] = Math.max(0, own - share * mirror[c]!);
    }
  }
}

/** Writes what is seen through into `seen` [size * size * 3] over white; `ground`: the lit ground, in units of `white`. */
export function seeThrough(
  sight: Sight,
  body: ClearBody,
  white: readonly [number, number, number],
  ground: Float32Array,
  seen: Float32Array,
): void {
  const { palette, geometry, walls } = sight;
  const milky = Math.min(1, Math.max(0, (palette.body[1]! - MILKY.from) / (MILKY.to - MILKY.from)));
  takeMirrors(sight, body, milky);
  if (milky === 1) glow(sight, body, seen);
  else {
    const { mesh, projection, normals } = geometry.stage;
    lookThrough(mesh, projection, normals, faceOf(body), walls);
    lookBehind(sight, body, milky, white, ground, seen);
  }
}

/** A milky wall shows nothing of what is behind it, but lets the light of the ground through, evenly. */
function glow({ geometry, paint, palette, lighting }: Sight, body: ClearBody, seen: Float32Array): void {
  const { inside, count, tiltX, tiltY, wall, sky } = geometry;
  const { colour, clear } = paint;
  const kept = transmittances(palette, body);
  const last = kept.length / 6 - 1;
  const clean = clearest(body.fresnel, body.wallCount);
  const even = Float64Array.from(lighting.ground, (light) => (light / 0.7) * clean);
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const at = 3 * pixel;
    const tx = tiltX[pixel]!;
    const ty = tiltY[pixel]!;
    const path = (body.wallCount * wall[pixel]!) / Math.sqrt(1 - tx * tx - ty * ty);
    const step = 6 * Math.min(last, (path * PATH_STEPS) | 0);
    const share = clear[pixel]! * (0.8 + 0.2 * sky[pixel]!);
    for (let c = 0; c < 3; c++) {
      const tint = kept[step + c]!;
      const lit = UNLIT.tinted + (1 - UNLIT.tinted) * tint;
      seen[at + c] = (share * tint * lit * even[c]!) / (1 - Math.min(0.9, colour[at + c]! * even[c]!));
    }
  }
}

/** The ground behind clear walls, as they bend, tint, mirror and veil it. */
function lookBehind(
  sight: Sight,
  body: ClearBody,
  milky: number,
  white: readonly [number, number, number],
  ground: Float32Array,
  seen: Float32Array,
): void {
  const { geometry, paint, palette, lighting, walls } = sight;
  // What a hazy wall spreads comes from all of the ground.
  const veil = Math.max(milky, 1 - (1 - body.haze) * (body.hollow ? 1 - body.haze : 1));
  const { size, inside, count, texel: texels, tiltX, tiltY, sky } = geometry;
  const { colour, clear } = paint;
  const kept = transmittances(palette, body);
  const last = kept.length / 6 - 1;
  const bend = ((BEND_PX.thin + (BEND_PX.thick - BEND_PX.thin) * bendOf(body)) * size) / 64;
  const even = Float64Array.from(lighting.ground, (light) => light / 0.7);
  const perWhite = Float64Array.from(white, (level) => 1 / level);
  const rays = raysOf(lighting, sight.sigma);
  const light = new Float64Array(6);
  const glint = body.hollow ? 2 * body.fresnel : 0;
  const edge = size - 1;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const at = 3 * pixel;
    const share = clear[pixel]! * (0.8 + 0.2 * sky[pixel]!);
    const tx = tiltX[pixel]!;
    const ty = tiltY[pixel]!;
    const texel = (texels[pixel]! * 3) & TEXEL_MASK;
    const y = (pixel / size) | 0;
    // The far wall is uneven too.
    const column = Math.round(pixel - y * size + bend * (tx + 0.12 * creaseSlopes.x[texel]!)) | 0;
    const row = Math.round(y + bend * (ty + 0.12 * creaseSlopes.y[texel]!)) | 0;
    const inX = column < 0 ? 0 : column > edge ? edge : column;
    const from = 3 * ((row < 0 ? 0 : row > edge ? edge : row) * size + inX);
    const path = (walls.path[pixel]! * PATH_STEPS) | 0;
    const step = 6 * (path < last ? path : last);
    const left = Math.exp(walls.lost[pixel]!);
    hallLight(geometry, pixel, rays, light);
    const flat = 1 - tx * tx - ty * ty - 0.81;
    const caustic = body.hollow && flat > 0 ? 1 + 5.3 * CAUSTIC * flat : 1;
    const lit = caustic * (UNLIT.mirrored + (1 - UNLIT.mirrored) * left);
    const aged = lumps[(texels[pixel]! + 4133) & TEXEL_MASK]!;
    for (let c = 0; c < 3; c++) {
      const tint = kept[step + c]! + (kept[step + c + 3]! - kept[step + c]!) * aged;
      // The light that lit the ground came through the walls too, but for what came in from the side.
      const own = lit * (UNLIT.tinted + (1 - UNLIT.tinted) * tint);
      const behind = own * (ground[from + c]! * perWhite[c]! * (1 - veil) + veil * even[c]!);
      // Between body and ground light goes to and fro.
      const seenHere =
        milky === 0 ? behind : behind / (1 - milky * Math.min(0.9, colour[at + c]! * even[c]!));
      const view = left * (seenHere + glint * light[c + 3]!) + light[c]! * (1 - left);
      seen[at + c] = share * tint * view;
    }
  }
}
