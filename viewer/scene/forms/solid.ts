import {
  BoxGeometry,
  type BufferGeometry,
  Color,
  CylinderGeometry,
  Euler,
  Float32BufferAttribute,
  IcosahedronGeometry,
  LatheGeometry,
  Matrix4,
  Quaternion,
  SphereGeometry,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { RoundedBoxGeometry } from 'three/examples/jsm/geometries/RoundedBoxGeometry.js';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { palette } from './palette.ts';

const LATHE_SIDES = 16;
/** Sides of what is round in a plain picture. */
const PLAIN_SIDES = 10;

type Triple = readonly [number, number, number];

export interface Placing {
  readonly at?: Triple;
  /** Euler angles x, y, z in radians. */
  readonly turn?: Triple;
  readonly colour?: string;
}

/** Makes a body, `plain` = with sharp edges and few corners. */
type Make = (plain: boolean) => BufferGeometry;

/** A body at its place, in its colour. */
function placed(body: BufferGeometry, { at = [0, 0, 0], turn = [0, 0, 0], colour }: Placing): BufferGeometry {
  const part = body.index === null ? body : body.toNonIndexed();
  const pose = new Matrix4().compose(
    new Vector3(...at),
    new Quaternion().setFromEuler(new Euler(...turn)),
    new Vector3(1, 1, 1),
  );
  part.applyMatrix4(pose);
  const { r, g, b } = new Color(colour ?? palette.white);
  const count = part.getAttribute('position').count;
  const colours = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) colours.set([r, g, b], i * 3);
  part.setAttribute('color', new Float32BufferAttribute(colours, 3));
  return part;
}

/** What `build` made again with sharp edges and few corners, for a processor that draws it; null of any other geometry. */
export function plainTwin(geometry: BufferGeometry): BufferGeometry | null {
  return twins.get(geometry)?.() ?? null;
}

const twins = new WeakMap<BufferGeometry, () => BufferGeometry>();

/**
 * Collects simple bodies into ONE geometry with colours per vertex, so that a whole machine costs one draw call.
 * Lengths in metres, y up.
 */
export class Solid {
  private readonly parts: Make[] = [];

  box(size: Triple, placing: Placing = {}, radius = 0.015): this {
    const round = Math.min(radius, Math.min(...size) * 0.45);
    return this.part(
      (plain) =>
        plain || radius === 0
          ? new BoxGeometry(...size)
          : new RoundedBoxGeometry(size[0], size[1], size[2], 1, round),
      placing,
    );
  }

  cylinder(radius: number, height: number, placing: Placing = {}, topRadius = radius, sides = 28): this {
    return this.part(
      (plain) =>
        new CylinderGeometry(topRadius, radius, height, plain ? Math.min(sides, PLAIN_SIDES) : sides),
      placing,
    );
  }

  sphere(radius: number, placing: Placing = {}): this {
    return this.part(
      (plain) => (plain ? new SphereGeometry(radius, PLAIN_SIDES, 8) : new SphereGeometry(radius, 24, 16)),
      placing,
    );
  }

  /** A ball of triangles, the finer the higher its detail, stretched by `scale`. */
  ball(radius: number, detail: number, placing: Placing = {}, scale: Triple = [1, 1, 1]): this {
    return this.part(
      (plain) => new IcosahedronGeometry(radius, plain ? Math.max(0, detail - 2) : detail).scale(...scale),
      placing,
    );
  }

  torus(radius: number, tube: number, placing: Placing = {}): this {
    return this.part(
      (plain) => (plain ? new TorusGeometry(radius, tube, 5, 14) : new TorusGeometry(radius, tube, 10, 28)),
      placing,
    );
  }

  /** A body of revolution about y: outline as pairs of radius and height. */
  lathe(outline: readonly (readonly [number, number])[], placing: Placing = {}): this {
    const points = outline.map(([r, y]) => new Vector2(r, y));
    return this.part((plain) => new LatheGeometry(points, plain ? PLAIN_SIDES : LATHE_SIDES), placing);
  }

  add(geometry: BufferGeometry, placing: Placing): this {
    return this.part(() => geometry.clone(), placing);
  }

  build(): BufferGeometry {
    const geometry = this.make(false);
    twins.set(geometry, () => this.make(true));
    return geometry;
  }

  private part(make: Make, placing: Placing): this {
    this.parts.push((plain) => placed(make(plain), placing));
    return this;
  }

  private make(plain: boolean): BufferGeometry {
    return mergeGeometries(this.parts.map((part) => part(plain)));
  }
}
