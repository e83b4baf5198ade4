import { type DrawKey, drawKey, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Rest } from './goods/kind.ts';
import type { Mesh } from './skin/mesh.ts';

/** From the item's own frame to the picture: how it came to rest, how the camera looks at it, what the frame shows. */

/** How a camera looks at things. */
export interface View {
  /** Shift of the item in the frame, share of its side: a fault. */
  readonly shift: number;
  /** Share 0..1 of things that stand, lean or show an end, instead of lying on their longest side. */
  readonly uprightShare: number;
  /** The camera looks down at a slant, drawn between 0 and this, degrees. */
  readonly tiltDeg: number;
  /** Distance from lens to thing, m: the nearer, the stronger the perspective. */
  readonly distanceM: number;
  /** Share of the frame's side that a thing fills (its mean; it varies by a third), or 0: fields of view in steps. */
  readonly fill: number;
}

/** The part of an instrument's state that says how it looks. */
export interface Outlook {
  readonly misregistration: number;
  readonly uprightShare: number;
  readonly tiltDeg: number;
  readonly distanceM: number;
  readonly fill: number;
}

/** How an instrument in this state looks at things: equal outlooks see equal poses and outlines, whatever the sense. */
export function viewOf({ misregistration, uprightShare, tiltDeg, distanceM, fill }: Outlook): View {
  return { shift: misregistration, uprightShare, tiltDeg, distanceM, fill };
}

/** Straight down from a high gantry through a long lens, rays all but parallel; one thing in eight stands or leans (bottles 5-10 % upright, a guess). */
export const BELT_VIEW: View = { shift: 0, uprightShare: 0.12, tiltDeg: 0, distanceM: 20, fill: 0 };

/** Fields of view in m: the crop takes the smallest one that holds the item, so size shows in steps and inside the crop. */
const fieldsOfViewM: readonly number[] = [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56];

/** Room around a thing in a field of view. */
const ROOM = 1.3;
/** How far the share of the frame that a thing fills varies, as logarithm. */
const FILL_SPREAD = 0.45;

/** Places of the draws of a pose. */
const draw = {
  x: 0,
  y: 1,
  texel: 2,
  upright: 3,
  end: 4,
  roll: 5,
  turn: 6,
  tilt: 7,
  lean: 8,
  fill: 9,
} as const;
/** Draws of the form begin here. */
export const FORM_DRAWS = 100;

/** The key of the draws of every item's pose: one for all instruments that look at it. */
export function poseKey(seed: number): DrawKey {
  return drawKey(seed, 0, 'sensing/scene', 'pose');
}

/** Rows of a rotation. No typed array: making one takes longer than the product. */
type Turn = readonly number[];

function multiply(a: Turn, b: Turn): Turn {
  const of = (i: number, j: number) =>
    a[3 * i]! * b[j]! + a[3 * i + 1]! * b[3 + j]! + a[3 * i + 2]! * b[6 + j]!;
  return [of(0, 0), of(0, 1), of(0, 2), of(1, 0), of(1, 1), of(1, 2), of(2, 0), of(2, 1), of(2, 2)];
}
const aboutX = (angle: number): Turn => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [1, 0, 0, 0, c, -s, 0, s, c];
};
const aboutY = (angle: number): Turn => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c, 0, s, 0, 1, 0, -s, 0, c];
};
const aboutZ = (angle: number): Turn => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c, -s, 0, s, c, 0, 0, 0, 1];
};

/** Most that a flat thing leans, from one side to the other, rad: a torn corner or a flap holds it up, it does not stand on edge. */
const LEAN = 1;

/** How a thing lies before it is turned about the vertical. */
function restOf(rest: Rest, item: ItemState, view: View, at: (index: number) => number): Turn {
  const upright = at(draw.upright) < view.uprightShare;
  const pitch = 0.3 * item.pitchRad;
  const roll = 2 * Math.PI * at(draw.roll);
  if (rest === 'round') {
    if (!upright) return multiply(aboutY(pitch), aboutX(roll));
    const mouthUp = at(draw.end) < 0.68 ? -1 : 1;
    return multiply(aboutY(mouthUp * (Math.PI / 2) + pitch), aboutX(roll));
  }
  if (rest === 'flat') {
    const over = at(draw.end) < 0.22 ? Math.PI : 0;
    const lean = upright ? (at(draw.lean) - 0.5) * LEAN : 0;
    return multiply(aboutX(over + lean), aboutY(pitch + 0.5 * lean));
  }
  const quarter = (Math.PI / 2) * Math.floor(4 * at(draw.end));
  if (!upright) return multiply(aboutY(pitch), aboutX(quarter));
  return multiply(aboutY((at(draw.lean) < 0.5 ? 1 : -1) * (Math.PI / 2) + pitch), aboutX(quarter));
}

/** Corners of the skin in the frame of a camera, all [vertices]: pixels to the right and down, metres towards the lens. */
export interface Projection {
  readonly px: Float32Array;
  readonly py: Float32Array;
  readonly near: Float32Array;
  /** Place over the ground, m: x, y along it, z above. */
  readonly wx: Float32Array;
  readonly wy: Float32Array;
  readonly wz: Float32Array;
  perM: number;
  /** Cosine and sine of the camera's slant. */
  cos: number;
  sin: number;
  /** Where the middle of the thing stands, m, and its pixel. */
  middleX: number;
  middleY: number;
  middleZ: number;
  centreX: number;
  centreY: number;
  distanceM: number;
  /** Where the textures of this thing begin, texels. */
  offset: number;
  /** Yaw of the item's length in the picture. */
  yawCos: number;
  yawSin: number;
}

/** Room for the projection of `vertices` corners. */
export function emptyProjection(vertices: number): Projection {
  const values = () => new Float32Array(vertices);
  return {
    ...{ px: values(), py: values(), near: values(), wx: values(), wy: values(), wz: values() },
    ...{ perM: 1, cos: 1, sin: 0, middleX: 0, middleY: 0, middleZ: 0, centreX: 0, centreY: 0 },
    ...{ distanceM: 1, offset: 0, yawCos: 1, yawSin: 0 },
  };
}

/** Sets the thing down on the ground: turned as it lies, its lowest point at height 0. */
function setDown(mesh: Mesh, turn: Turn, out: Projection): void {
  const { wx, wy, wz } = out;
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = turn as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < mesh.vertices; i++) {
    const x = mesh.x[i]!;
    const y = mesh.y[i]!;
    const z = mesh.z[i]!;
    wx[i] = xx * x + xy * y + xz * z;
    wy[i] = yx * x + yy * y + yz * z;
    const up = zx * x + zy * y + zz * z;
    wz[i] = up;
    if (up < lowest) lowest = up;
  }
  for (let i = 0; i < mesh.vertices; i++) wz[i]! -= lowest;
}

/** Middle and half-extents of the thing as the slanted camera sees it, in m: [x, y, halfX, halfY, near]. */
function extents(mesh: Mesh, { wx, wy, wz, cos, sin }: Projection): [number, number, number, number, number] {
  let x0 = 1e9;
  let x1 = -1e9;
  let y0 = 1e9;
  let y1 = -1e9;
  let n1 = 0;
  for (let i = 0; i < mesh.vertices; i++) {
    const x = wx[i]!;
    const y = wy[i]! * cos - wz[i]! * sin;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    const near = wy[i]! * sin + wz[i]! * cos;
    if (near > n1) n1 = near;
  }
  return [(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2, n1];
}

/** Puts the thing before the camera: `out` then holds where each corner is seen in a frame of `size` px. */
export function project(
  mesh: Mesh,
  item: ItemState,
  rest: Rest,
  key: DrawKey,
  view: View,
  size: number,
  out: Projection,
): void {
  const at = (index: number) => uniformAt(key, item.itemId, index);
  const yaw = item.yawRad + (at(draw.turn) < 0.5 ? Math.PI : 0);
  const turn = multiply(aboutZ(yaw), restOf(rest, item, view, at));
  setDown(mesh, turn, out);
  const tilt = (view.tiltDeg * at(draw.tilt) * Math.PI) / 180;
  out.cos = Math.cos(tilt);
  out.sin = Math.sin(tilt);
  out.yawCos = Math.cos(yaw);
  out.yawSin = Math.sin(yaw);
  out.offset = Math.floor(at(draw.texel) * 4096);
  const [mx, my, hx, hy, near] = extents(mesh, out);
  out.middleX = mx;
  out.middleY = my;
  out.middleZ = near / 2;
  const reach = 2 * Math.max(hx, hy);
  const fill = view.fill * Math.exp(FILL_SPREAD * (2 * at(draw.fill) - 1));
  const fieldM = view.fill > 0 ? reach / fill : (fieldsOfViewM.find((fov) => fov >= ROOM * reach) ?? 0.56);
  out.perM = size / fieldM;
  const roam = view.fill > 0 ? 0.2 : 0.06;
  out.centreX = size * (0.5 + view.shift + roam * (at(draw.x) - 0.5));
  out.centreY = size * (0.5 + view.shift + roam * (at(draw.y) - 0.5));
  out.distanceM = Math.max(view.distanceM, 2.2 * near);
  see(mesh, out);
}

function see(mesh: Mesh, out: Projection): void {
  const { wx, wy, wz, px, py, near, cos, sin, perM, middleX, middleY, middleZ, distanceM } = out;
  for (let i = 0; i < mesh.vertices; i++) {
    const towards = wy[i]! * sin + wz[i]! * cos;
    const scale = (perM * distanceM) / (distanceM - (towards - middleZ));
    px[i] = out.centreX + (wx[i]! - middleX) * scale;
    py[i] = out.centreY + (wy[i]! * cos - wz[i]! * sin - middleY) * scale;
    near[i] = towards;
  }
}
