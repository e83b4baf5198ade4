import { type Shape, shapes } from '../../record/shape.ts';

/**
 * The form of each shape seen from above, in units of its own half-length and half-width: half-width along u in -1..1,
 * and how the surface tilts across (by the share s of the half-width) and along (by u).
 */
export interface Outline {
  /** Half-width at u, [STEPS + 1] over u = -1..1. */
  readonly halfWidth: Float32Array;
  /** Tilt of the surface across, at |s| = 0..1, positive = outward, [STEPS + 1]. */
  readonly across: Float32Array;
  /** Tilt along, at |u| = 0..1, [STEPS + 1]. */
  readonly along: Float32Array;
  /** 1 = a hollow round body: longer path through the wall at its rim. */
  readonly round: number;
  /** How ragged the outline is, share of the half-width. */
  readonly ragged: number;
  /** How much crumpling bends the surface. */
  readonly soft: number;
  /** Height above the belt in half-widths: casts a shadow. */
  readonly height: number;
}

export const OUTLINE_STEPS = 64;

interface Form {
  readonly width: (u: number) => number;
  readonly across: (s: number) => number;
  readonly along?: (u: number) => number;
  readonly round?: number;
  readonly ragged?: number;
  readonly soft?: number;
  readonly height?: number;
}

const clamp01 = (x: number) => Math.min(1, Math.max(0, x));
const step = (from: number, to: number, x: number) => {
  const t = clamp01((x - from) / (to - from));
  return t * t * (3 - 2 * t);
};
/** A flat face with an edge rounded over the last part. */
const bevel = (from: number, tilt: number) => (s: number) =>
  s > from ? (tilt * (s - from)) / (1 - from) : 0;
/** A flat rim, a wall that falls inward, a flat floor. */
const dish = (s: number) => (s > 0.86 ? 0.15 : s > 0.66 ? -0.75 : 0);
const full = () => 1;

const forms: Readonly<Record<Shape, Form>> = {
  bottle: {
    width: (u) =>
      (u > 0.62 ? 1 - 0.68 * step(0.62, 0.82, u) : 1 - 0.06 * step(-0.9, -1, u)) - (u > 0.9 ? -0.04 : 0),
    across: (s) => 0.98 * s,
    along: (u) => (u > 0.62 && u < 0.82 ? 0.35 : 0),
    round: 1,
    soft: 0.7,
    height: 1,
  },
  cup: {
    width: (u) => 0.74 + 0.26 * clamp01((u + 1) / 1.9) - (u > 0.93 ? -0.05 : 0),
    across: (s) => 0.97 * s,
    along: bevel(0.94, 0.5),
    round: 1,
    soft: 0.7,
    height: 1,
  },
  can: {
    width: (u) => 1 - 0.14 * step(0.86, 0.98, Math.abs(u)),
    across: (s) => 0.98 * s,
    along: bevel(0.86, 0.5),
    round: 1,
    soft: 0.6,
    height: 1,
  },
  tube: { width: full, across: (s) => 0.98 * s, round: 1, soft: 0.05, height: 1 },
  tray: {
    width: (u) => 1 - 0.12 * step(0.88, 1, Math.abs(u)),
    across: dish,
    along: dish,
    soft: 0.6,
    height: 0.4,
  },
  box: {
    width: full,
    across: (s) => (s > 0.93 ? 0.6 : Math.abs(s - 0.5) < 0.03 ? -0.25 : 0),
    along: bevel(0.94, 0.6),
    soft: 0.4,
    height: 0.3,
  },
  film: {
    width: (u) => 0.85 + 0.12 * Math.sin(7 * u) - 0.2 * step(0.7, 1, Math.abs(u)),
    across: bevel(0.8, 0.3),
    ragged: 0.3,
    soft: 1,
    height: 0.15,
  },
  bag: {
    width: (u) => 0.9 - 0.25 * step(0.5, 1, u) + 0.05 * Math.sin(6 * u),
    across: bevel(0.6, 0.5),
    along: bevel(0.7, 0.4),
    ragged: 0.22,
    soft: 1,
    height: 0.3,
  },
  sheet: { width: full, across: bevel(0.96, 0.4), along: bevel(0.96, 0.4), soft: 0.5, height: 0.08 },
  block: { width: full, across: bevel(0.88, 0.7), along: bevel(0.92, 0.7), soft: 0.05, height: 0.5 },
  cloth: {
    width: (u) => 0.9 + 0.08 * Math.sin(5 * u),
    across: bevel(0.85, 0.4),
    ragged: 0.25,
    soft: 0.9,
    height: 0.2,
  },
  part: {
    width: (u) => 1 - 0.3 * step(0.55, 0.7, u) - 0.12 * step(0.9, 1, Math.abs(u)),
    across: bevel(0.75, 0.8),
    along: bevel(0.8, 0.7),
    soft: 0.02,
    height: 0.5,
  },
  shard: {
    width: (u) => 0.95 - 0.45 * step(0.1, 1, u) - 0.3 * step(-0.5, -1, u),
    across: bevel(0.7, 0.8),
    along: bevel(0.8, 0.6),
    ragged: 0.22,
    soft: 0.05,
    height: 0.6,
  },
};

function outlineFrom(form: Form): Outline {
  const along = form.along ?? (() => 0);
  const sample = (f: (x: number) => number, low: number) =>
    Float32Array.from({ length: OUTLINE_STEPS + 1 }, (_, i) => f(low + ((1 - low) * i) / OUTLINE_STEPS));
  return {
    halfWidth: sample(form.width, -1),
    across: sample(form.across, 0),
    along: sample(along, 0),
    round: form.round ?? 0,
    ragged: form.ragged ?? 0.01,
    soft: form.soft ?? 0,
    height: form.height ?? 0.2,
  };
}

const outlines: ReadonlyMap<Shape, Outline> = new Map(
  shapes.map((shape) => [shape, outlineFrom(forms[shape])]),
);

/** The outline of a shape. */
export function outlineOf(shape: Shape): Outline {
  return outlines.get(shape)!;
}
