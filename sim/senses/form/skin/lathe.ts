import { type Mesh, PART, triangle } from './mesh.ts';

/** Skins turned about the x axis, round or with flat sides: bottles, cans, cups, trays, caps. */

/** One ring of a turned skin. */
export interface Ring {
  /** Place along the axis, m. */
  readonly at: number;
  /** Half-width across, m. */
  readonly radius: number;
  /** What the strip from this ring to the next belongs to. */
  readonly part?: number;
  readonly sky?: number;
  readonly wall?: number;
  /** Nothing joins this ring to the one before: a crease, or another body. */
  readonly start?: boolean;
}

/** The cross-section of a turned skin. */
export interface Section {
  /** 0 = round, 1 = square. */
  readonly square: number;
  /** Height over width. */
  readonly aspect: number;
  /** Lobes around (petals, flutes) and their depth as share of the radius. */
  readonly lobes?: number;
  readonly depth?: number;
}

export const ROUND: Section = { square: 0, aspect: 1 };

/** The unit cross-section at `segments` + 1 angles, y and z in turn, into `out`. */
function writeSection(section: Section, segments: number, out: Float64Array): void {
  for (let k = 0; k <= segments; k++) {
    const angle = (2 * Math.PI * (k % segments)) / segments;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const flat = Math.max(Math.abs(cos), Math.abs(sin));
    let radius = 1 / (1 - section.square + section.square * flat);
    if (section.lobes) radius *= 1 - (section.depth ?? 0) * (0.5 + 0.5 * Math.cos(section.lobes * angle));
    out[2 * k] = cos * radius;
    out[2 * k + 1] = sin * radius * section.aspect;
  }
}

/**
 * Adds a turned skin of about `sidesAsked` sides; rings in the order of the outer face from one end to the other, then back on the inner
 * face if it is open. `reference`: the radius that places on the skin around are measured at, m.
 */
export function lathe(
  mesh: Mesh,
  rings: readonly Ring[],
  section: Section,
  sidesAsked: number,
  reference: number,
): void {
  // Corners lie half-way between the axes: eighths hold them.
  const segments = section.square > 0 ? 8 * Math.ceil(sidesAsked / 8) : sidesAsked;
  const sides = new Float64Array(2 * segments + 2);
  writeSection(section, segments, sides);
  const around = (2 * Math.PI * reference) / segments;
  let before: Ring | null = null;
  for (const ring of rings) {
    const part = ring.part ?? PART.body;
    // Places on a disc are measured straight across it, those on a wall around it.
    const disc = part === PART.end || part === PART.cap || (before?.part === PART.end && !ring.start);
    addRow(mesh, ring, sides, disc ? 0 : around);
    if (before !== null && !ring.start) join(mesh, segments + 1, before, ring);
    before = ring;
  }
}

/** One row of vertices; `around`: metres of skin a side, 0 on a disc. */
function addRow(mesh: Mesh, ring: Ring, sides: Float64Array, around: number): void {
  const { at, radius } = ring;
  const sky = ring.sky ?? 1;
  const wall = ring.wall ?? 1;
  const row = sides.length / 2;
  const first = mesh.vertices;
  mesh.vertices += row;
  const { x, y, z, s, t } = mesh;
  for (let k = 0, to = first; k < row; k++, to++) {
    x[to] = at;
    y[to] = radius * sides[2 * k]!;
    z[to] = radius * sides[2 * k + 1]!;
    s[to] = around === 0 ? y[to]! : at;
    t[to] = around === 0 ? z[to]! : (k - (row - 1) / 2) * around;
    mesh.sky[to] = sky;
    mesh.wall[to] = wall;
  }
}

/** Joins the last row of vertices to the one before it; a ring without radius is one point, so that its faces share a direction. */
function join(mesh: Mesh, row: number, before: Ring, ring: Ring): void {
  const part = before.part ?? PART.body;
  const highs = mesh.vertices - row;
  const lows = highs - row;
  const lowStep = before.radius === 0 ? 0 : 1;
  const highStep = ring.radius === 0 ? 0 : 1;
  for (let k = 0; k < row - 1; k++) {
    const low = lows + k * lowStep;
    const high = highs + k * highStep;
    if (lowStep === 1) triangle(mesh, low, low + 1, high, part);
    if (highStep === 1) triangle(mesh, high, low + lowStep, high + 1, part);
  }
}

/** Sky that the floor of a round hollow sees at `depth` below its mouth of `radius`: a disc seen from its axis. */
export function skyInHollow(radius: number, depth: number): number {
  return (radius * radius) / (radius * radius + depth * depth);
}
