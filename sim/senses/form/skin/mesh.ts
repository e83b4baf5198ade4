/** A skin of triangles in the item's own frame: x along its length, y across, z up, metres. */
export interface Mesh {
  vertices: number;
  triangles: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  /** Place on the skin along and across, m: what textures and prints are bound to. */
  readonly s: Float32Array;
  readonly t: Float32Array;
  /** Share of the open sky that a place sees, 1 = all: folds and hollows see less. */
  readonly sky: Float32Array;
  /** Thickness of the wall against its nominal one. */
  readonly wall: Float32Array;
  /** Corners, counter-clockwise seen from outside. */
  readonly corners: Uint16Array;
  /** What a triangle belongs to: see `PART`. */
  readonly part: Uint8Array;
  /** Both sides can be seen: a sheet without thickness. */
  twoSided: boolean;
  /** 0 = curved between its triangles, 1 = each triangle is flat. */
  sharp: number;
  /** Half of what `s` and `t` run over on the printed face, m. */
  printS: number;
  printT: number;
}

/** Parts of a thing that are painted each in its own way. */
export const PART = {
  /** The skin that may be printed. */
  body: 0,
  /** A cap or lid of another matter. */
  cap: 1,
  /** An end or base without print, of the body's matter. */
  end: 2,
  /** The inner face of an open thing. */
  inside: 3,
  /** A cut or torn edge. */
  edge: 4,
  /** Packing tape over a seam. */
  tape: 5,
} as const;

/** More than any good of this folder needs. */
export const MOST_VERTICES = 2400;
const MOST_TRIANGLES = 4400;

/** An empty mesh. */
export function emptyMesh(): Mesh {
  const values = () => new Float32Array(MOST_VERTICES);
  return {
    vertices: 0,
    triangles: 0,
    ...{ x: values(), y: values(), z: values(), s: values(), t: values(), sky: values(), wall: values() },
    corners: new Uint16Array(3 * MOST_TRIANGLES),
    part: new Uint8Array(MOST_TRIANGLES),
    twoSided: false,
    sharp: 0,
    printS: 1,
    printT: 1,
  };
}

/** Forgets what the mesh held. */
export function clearMesh(mesh: Mesh): void {
  mesh.vertices = 0;
  mesh.triangles = 0;
  mesh.twoSided = false;
  mesh.sharp = 0;
}

/** Adds a vertex that sees the whole sky and has a wall of nominal thickness; returns its number. */
export function vertex(mesh: Mesh, x: number, y: number, z: number, s: number, t: number): number {
  const at = mesh.vertices++;
  mesh.x[at] = x;
  mesh.y[at] = y;
  mesh.z[at] = z;
  mesh.s[at] = s;
  mesh.t[at] = t;
  mesh.sky[at] = 1;
  mesh.wall[at] = 1;
  return at;
}

/** Adds a triangle. */
export function triangle(mesh: Mesh, a: number, b: number, c: number, part: number): void {
  const at = mesh.triangles++;
  mesh.corners[3 * at] = a;
  mesh.corners[3 * at + 1] = b;
  mesh.corners[3 * at + 2] = c;
  mesh.part[at] = part;
}

/** A point or direction, m. */
export type Vector = readonly [number, number, number];

/** A flat patch from `origin` along `u` and `v`, in `nu` x `nv` cells; its normal is u x v. */
export interface Patch {
  readonly origin: Vector;
  readonly u: Vector;
  readonly v: Vector;
  readonly cells: readonly [number, number];
  readonly part: number;
  /** Sky at the start and the end of `v`, 1 unless given. */
  readonly sky?: readonly [number, number];
}

const lengthOf = ([x, y, z]: Vector) => Math.sqrt(x * x + y * y + z * z);

/** Adds a patch; its print runs from minus to plus half its sides. */
export function patch(mesh: Mesh, { origin, u, v, cells, part, sky = [1, 1] }: Patch): void {
  const [nu, nv] = cells;
  const first = mesh.vertices;
  const [lengthU, lengthV] = [lengthOf(u), lengthOf(v)];
  for (let j = 0; j <= nv; j++) {
    const b = j / nv;
    for (let i = 0; i <= nu; i++) {
      const a = i / nu;
      const at = vertex(
        mesh,
        origin[0] + a * u[0] + b * v[0],
        origin[1] + a * u[1] + b * v[1],
        origin[2] + a * u[2] + b * v[2],
        (a - 0.5) * lengthU,
        (b - 0.5) * lengthV,
      );
      mesh.sky[at] = sky[0] + b * (sky[1] - sky[0]);
    }
  }
  const row = nu + 1;
  for (let j = 0; j < nv; j++) {
    for (let i = 0; i < nu; i++) {
      const at = first + j * row + i;
      triangle(mesh, at, at + 1, at + row, part);
      triangle(mesh, at + 1, at + row + 1, at + row, part);
    }
  }
}
