import { type BufferGeometry, IcosahedronGeometry, Vector3 as V3, type Vector3 } from 'three';
import { Solid } from './solid.ts';

/** A drawable form: unit size (1 long along x, 1 high, 1 wide), resting on y = 0. */
interface Form {
  readonly make: () => BufferGeometry;
  /** Drawn height over drawn width: what a scale of 1 means for an item that is as high as it is wide. */
  readonly heightShare: number;
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

const bottle = (): BufferGeometry =>
  new Solid()
    .lathe(
      [
        [0, -0.5],
        [0.42, -0.5],
        [0.5, -0.45],
        [0.5, -0.08],
        [0.44, -0.03],
        [0.5, 0.02],
        [0.5, 0.14],
        [0.36, 0.3],
        [0.17, 0.4],
        [0.16, 0.46],
        [0.2, 0.46],
        [0.2, 0.5],
        [0, 0.5],
      ],
      { turn: LYING, at: [0, 0.5, 0] },
    )
    .build();

const can = (): BufferGeometry =>
  new Solid()
    .lathe(
      [
        [0, -0.47],
        [0.4, -0.47],
        [0.42, -0.5],
        [0.5, -0.44],
        [0.5, 0.42],
        [0.43, 0.48],
        [0.43, 0.5],
        [0.4, 0.47],
        [0, 0.47],
      ],
      { turn: LYING, at: [0, 0.5, 0] },
    )
    .build();

const tray = (): BufferGeometry =>
  new Solid()
    .box([0.94, 0.1, 0.94], { at: [0, 0.05, 0] }, 0)
    .box([1, 0.95, 0.07], { at: [0, 0.5, 0.46] }, 0)
    .box([1, 0.95, 0.07], { at: [0, 0.5, -0.46] }, 0)
    .box([0.06, 0.95, 0.94], { at: [0.47, 0.5, 0] }, 0)
    .box([0.06, 0.95, 0.94], { at: [-0.47, 0.5, 0] }, 0)
    .build();

const tub = (): BufferGeometry =>
  new Solid()
    .lathe(
      [
        [0, 0.02],
        [0.38, 0],
        [0.5, 0.96],
        [0.53, 0.96],
        [0.53, 1],
        [0.46, 1],
        [0.36, 0.06],
        [0, 0.06],
      ],
      {},
    )
    .build();

const board = (): BufferGeometry =>
  new Solid()
    .box([1, 0.34, 1], { at: [0, 0.17, 0], colour: '#ffffff' }, 0)
    .box([0.3, 0.5, 0.26], { at: [-0.2, 0.55, 0.1], colour: '#777777' }, 0)
    .box([0.16, 0.4, 0.5], { at: [0.28, 0.5, -0.1], colour: '#999999' }, 0)
    .cylinder(0.08, 0.6, { at: [0.05, 0.6, -0.3], colour: '#888888' })
    .build();

const cable = (): BufferGeometry =>
  new Solid()
    .torus(0.4, 0.09, { turn: [Math.PI / 2, 0, 0], at: [0, 0.25, 0] })
    .torus(0.34, 0.09, { turn: [Math.PI / 2 + 0.2, 0.1, 0], at: [0.04, 0.5, 0.02] })
    .torus(0.3, 0.08, { turn: [Math.PI / 2 - 0.15, 0, 0], at: [-0.03, 0.75, 0] })
    .build();

const lump = (amount: number, flat: number) => (): BufferGeometry => {
  const body = crumple(new IcosahedronGeometry(0.5, 3), amount);
  body.scale(1, flat, 1);
  body.translate(0, 0.5 * flat, 0);
  return new Solid().add(body, {}).build();
};

const slab = (): BufferGeometry => new Solid().box([1, 1, 1], { at: [0, 0.5, 0] }, 0.06).build();
const sheet = (): BufferGeometry => lump(0.24, 0.5)();

export const formNames = [
  'bottle',
  'can',
  'tray',
  'tub',
  'board',
  'cable',
  'cloth',
  'sheet',
  'shard',
  'slab',
] as const;
export type FormName = (typeof formNames)[number];

export const forms: Readonly<Record<FormName, Form>> = {
  bottle: { make: bottle, heightShare: 1 },
  can: { make: can, heightShare: 1 },
  tray: { make: tray, heightShare: 0.45 },
  tub: { make: tub, heightShare: 0.8 },
  board: { make: board, heightShare: 0.18 },
  cable: { make: cable, heightShare: 0.35 },
  cloth: { make: lump(0.16, 0.6), heightShare: 0.5 },
  sheet: { make: sheet, heightShare: 0.3 },
  shard: { make: lump(0.3, 0.9), heightShare: 0.7 },
  slab: { make: slab, heightShare: 0.5 },
};

/** Words in a recorded shape that say which form draws it; anything else is a slab. */
const words: readonly (readonly [RegExp, FormName])[] = [
  [/bottle|jar|flask/, 'bottle'],
  [/^can|tin|tube|pipe|battery|cap$/, 'can'],
  [/tray|crate|punnet/, 'tray'],
  [/tub|cup|pot|bucket/, 'tub'],
  [/board|pcb|part|device/, 'board'],
  [/cable|wire|ring|cord|hose/, 'cable'],
  [/textile|cloth|shoe|foam|sponge/, 'cloth'],
  [/film|bag|foil|paper|wrap/, 'sheet'],
  [/shard|chunk|rubble|fragment|lump|organic/, 'shard'],
];

/** The form that draws a recorded shape. */
export function formOf(shape: string): FormName {
  return words.find(([pattern]) => pattern.test(shape.toLowerCase()))?.[1] ?? 'slab';
}
