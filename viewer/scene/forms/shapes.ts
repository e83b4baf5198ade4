import { type BufferGeometry, IcosahedronGeometry, Vector3 as V3, type Vector3 } from 'three';
import type { Shape } from '../../../sim/record/shape.ts';
import outlines from './outlines.json' with { type: 'json' };
import { palette } from './palette.ts';
import { Solid } from './solid.ts';

/** What is drawn for a shape: a body of unit size (1 long along x, 1 high, 1 wide), resting on y = 0. */
interface Form {
  readonly make: () => BufferGeometry;
  /** Height over the smaller of length and width; `wall` = as high as its wall is thick. */
  readonly height: number | 'wall';
  /** Lies as a round body: as deep as it is high. */
  readonly round?: true;
  readonly finish: 'glossy' | 'metal' | 'matt';
}

/** Moves vertices in and out by a fixed pattern, so that soft things look crumpled the same way each time. */
function crumple(geometry: BufferGeometry, amount: number): BufferGeometry {
  const position = geometry.getAttribute('position');
  const point: Vector3 = new V3();
  for (let i = 0; i < position.count; i++) {
    point.fromBufferAttribute(position, i);
    const wave = Math.sin(point.x * 17 + point.z * 11) + Math.sin(point.z * 23 - point.y * 19 + point.x * 7);
    point.multiplyScalar(1 + amount * wave * 0.5);
    position.setXYZ(i, point.x, point.y, point.z);
  }
  geometry.computeVertexNormals();
  return geometry;
}

const LYING: readonly [number, number, number] = [0, 0, Math.PI / 2];

/** A body of revolution on its side: outline as pairs of radius and place along it. */
const lying = (outline: number[][]) => (): BufferGeometry =>
  new Solid().lathe(outline as [number, number][], { turn: LYING, at: [0, 0.5, 0] }).build();

const bottle = lying(outlines.bottle);
const can = lying(outlines.can);

const tray = (): BufferGeometry =>
  new Solid()
    .box([0.94, 0.1, 0.94], { at: [0, 0.05, 0] }, 0)
    .box([1, 0.95, 0.07], { at: [0, 0.5, 0.46] }, 0)
    .box([1, 0.95, 0.07], { at: [0, 0.5, -0.46] }, 0)
    .box([0.06, 0.95, 0.94], { at: [0.47, 0.5, 0] }, 0)
    .box([0.06, 0.95, 0.94], { at: [-0.47, 0.5, 0] }, 0)
    .build();

const cup = (): BufferGeometry => new Solid().lathe(outlines.cup as [number, number][], {}).build();

const tube = lying(outlines.tube);

/** A closed carton: two flaps on top that leave a seam, and tape over it. */
const box = (): BufferGeometry =>
  new Solid()
    .box([1, 0.94, 1], { at: [0, 0.47, 0] }, 0)
    .box([0.98, 0.05, 0.47], { at: [0, 0.965, 0.25] }, 0)
    .box([0.98, 0.05, 0.47], { at: [0, 0.965, -0.25] }, 0)
    .box([1.01, 0.03, 0.12], { at: [0, 0.985, 0], colour: palette.tape }, 0)
    .build();

/** A moulded piece: a shell with a raised deck, a boss and an opening. */
const part = (): BufferGeometry =>
  new Solid()
    .box([1, 0.5, 1], { at: [0, 0.25, 0] }, 0.12)
    .box([0.5, 0.34, 0.7], { at: [-0.16, 0.62, 0], colour: palette.deck }, 0.08)
    .cylinder(0.12, 0.5, { at: [0.3, 0.75, 0.22], colour: palette.boss }, 0.1)
    .torus(0.13, 0.05, { turn: [Math.PI / 2, 0, 0], at: [0.3, 0.5, -0.22], colour: palette.opening })
    .build();

const lump = (amount: number, flat: number) => (): BufferGeometry => {
  const body = crumple(new IcosahedronGeometry(0.5, 3), amount);
  body.scale(1, flat, 1);
  body.translate(0, 0.5 * flat, 0);
  return new Solid().add(body, {}).build();
};

/** Filled and tied: a soft body with its neck to one side. */
const bag = (): BufferGeometry =>
  new Solid()
    .add(lump(0.2, 1)(), {})
    .cylinder(0.07, 0.24, { turn: LYING, at: [0.5, 0.42, 0] }, 0.15)
    .build();

const slab = (roundness: number) => (): BufferGeometry =>
  new Solid().box([1, 1, 1], { at: [0, 0.5, 0] }, roundness).build();

/** What each shape is drawn as: a new shape does not compile until it is drawn here. */
export const forms: Readonly<Record<Shape, Form>> = {
  bottle: { make: bottle, height: 1, round: true, finish: 'glossy' },
  can: { make: can, height: 1, round: true, finish: 'metal' },
  tube: { make: tube, height: 1, round: true, finish: 'matt' },
  cup: { make: cup, height: 0.8, finish: 'matt' },
  tray: { make: tray, height: 0.45, finish: 'matt' },
  box: { make: box, height: 0.5, finish: 'matt' },
  part: { make: part, height: 0.5, finish: 'matt' },
  bag: { make: bag, height: 0.5, finish: 'glossy' },
  film: { make: lump(0.24, 0.5), height: 0.3, finish: 'glossy' },
  cloth: { make: lump(0.16, 0.6), height: 0.5, finish: 'matt' },
  shard: { make: lump(0.3, 0.9), height: 0.7, finish: 'matt' },
  block: { make: slab(0.06), height: 'wall', finish: 'matt' },
  sheet: { make: slab(0), height: 'wall', finish: 'matt' },
};
