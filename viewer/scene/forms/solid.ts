import {
  BoxGeometry,
  type BufferGeometry,
  Color,
  CylinderGeometry,
  Euler,
  Float32BufferAttribute,
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

type Triple = readonly [number, number, number];

export interface Placing {
  readonly at?: Triple;
  /** Euler angles x, y, z in radians. */
  readonly turn?: Triple;
  readonly colour?: string;
}

/**
 * Collects simple bodies into ONE geometry with colours per vertex, so that a whole machine costs one draw call.
 * Lengths in metres, y up.
 */
export class Solid {
  private readonly parts: BufferGeometry[] = [];

  box(size: Triple, placing: Placing = {}, radius = 0.015): this {
    if (radius === 0) return this.add(new BoxGeometry(...size), placing);
    const round = Math.min(radius, Math.min(...size) * 0.45);
    return this.add(new RoundedBoxGeometry(size[0], size[1], size[2], 1, round), placing);
  }

  cylinder(radius: number, height: number, placing: Placing = {}, topRadius = radius, sides = 28): this {
    return this.add(new CylinderGeometry(topRadius, radius, height, sides), placing);
  }

  sphere(radius: number, placing: Placing = {}): this {
    return this.add(new SphereGeometry(radius, 24, 16), placing);
  }

  torus(radius: number, tube: number, placing: Placing = {}): this {
    return this.add(new TorusGeometry(radius, tube, 10, 28), placing);
  }

  /** A body of revolution about y: outline as pairs of radius and height. */
  lathe(outline: readonly (readonly [number, number])[], placing: Placing = {}): this {
    return this.add(
      new LatheGeometry(
        outline.map(([r, y]) => new Vector2(r, y)),
        LATHE_SIDES,
      ),
      placing,
    );
  }

  add(geometry: BufferGeometry, { at = [0, 0, 0], turn = [0, 0, 0], colour = palette.white }: Placing): this {
    const part = geometry.index === null ? geometry : geometry.toNonIndexed();
    const pose = new Matrix4().compose(
      new Vector3(...at),
      new Quaternion().setFromEuler(new Euler(...turn)),
      new Vector3(1, 1, 1),
    );
    part.applyMatrix4(pose);
    const { r, g, b } = new Color(colour);
    const count = part.getAttribute('position').count;
    const colours = new Float32Array(count * 3);
    for (let i = 0; i < count; i++) colours.set([r, g, b], i * 3);
    part.setAttribute('color', new Float32BufferAttribute(colours, 3));
    this.parts.push(part);
    return this;
  }

  build(): BufferGeometry {
    return mergeGeometries(this.parts);
  }
}
