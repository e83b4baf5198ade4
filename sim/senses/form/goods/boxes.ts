import { type Mesh, PART, patch, type Vector } from '../skin/mesh.ts';
import { type Built, between, chance, type Order } from './kind.ts';

/** Boxes of board, opened, flattened and torn; cartons; crates; blocks. Shares by eye and memory unless marked. */

/** Board boxes: flat 60 %, boxed 15 %, torn 25 % (a guess for household waste). */
const FLATTENED = 0.35;
const TORN = 0.25;
const OPEN = 0.25;

interface Cuboid {
  readonly l: number;
  readonly w: number;
  readonly h: number;
}

/** Adds the faces of a cuboid that stands on z = -h / 2; those named in `without` stay open. */
function cuboid(mesh: Mesh, { l, w, h }: Cuboid, cells: number, without: readonly string[] = []): void {
  const [x, y, z] = [l / 2, w / 2, h / 2];
  const side = Math.max(1, Math.round(cells / 2));
  const faces: Record<string, { origin: Vector; u: Vector; v: Vector; n: [number, number] }> = {
    top: { origin: [-x, -y, z], u: [l, 0, 0], v: [0, w, 0], n: [cells, cells] },
    bottom: { origin: [-x, y, -z], u: [l, 0, 0], v: [0, -w, 0], n: [cells, cells] },
    front: { origin: [-x, -y, -z], u: [l, 0, 0], v: [0, 0, h], n: [cells, side] },
    back: { origin: [x, y, -z], u: [-l, 0, 0], v: [0, 0, h], n: [cells, side] },
    right: { origin: [x, -y, -z], u: [0, w, 0], v: [0, 0, h], n: [cells, side] },
    left: { origin: [-x, y, -z], u: [0, -w, 0], v: [0, 0, h], n: [cells, side] },
  };
  for (const [name, { origin, u, v, n }] of Object.entries(faces))
    if (!without.includes(name)) patch(mesh, { origin, u, v, cells: n, part: PART.body });
}

/** The inner faces of a box that is open above: floor and walls, darker towards the floor. */
function inner(mesh: Mesh, { l, w, h }: Cuboid, thick: number): void {
  const [x, y, z] = [l / 2 - thick, w / 2 - thick, h / 2];
  const [a, b] = [2 * x, 2 * y];
  const open = (Math.min(a, b) * 0.6) / (Math.min(a, b) * 0.6 + h);
  const part = PART.inside;
  const sky = [0.6 * open, 0.9] as const;
  const floor = -z + thick;
  const up: Vector = [0, 0, h - thick];
  patch(mesh, {
    origin: [-x, -y, floor],
    u: [a, 0, 0],
    v: [0, b, 0],
    cells: [3, 3],
    part,
    sky: [open, open],
  });
  patch(mesh, { origin: [x, -y, floor], u: [-a, 0, 0], v: up, cells: [3, 2], part, sky });
  patch(mesh, { origin: [-x, y, floor], u: [a, 0, 0], v: up, cells: [3, 2], part, sky });
  patch(mesh, { origin: [-x, -y, floor], u: [0, b, 0], v: up, cells: [3, 2], part, sky });
  patch(mesh, { origin: [x, y, floor], u: [0, -b, 0], v: up, cells: [3, 2], part, sky });
}

/** A flap hinged at the upper edge from `from` along `edge`, `out` pointing away from the box; opened by an angle from upright. */
function flap(order: Order, from: Vector, edge: Vector, out: Vector, length: number): void {
  const { mesh, random } = order;
  const angle = between(random, 0.15, 2.2);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const v: Vector = [out[0] * s * length, out[1] * s * length, c * length];
  const back: Vector = [-edge[0], -edge[1], -edge[2]];
  const other: Vector = [from[0] + edge[0], from[1] + edge[1], from[2] + edge[2]];
  patch(mesh, { origin: from, u: edge, v, cells: [2, 2], part: PART.body });
  patch(mesh, { origin: other, u: back, v, cells: [2, 2], part: PART.inside, sky: [0.75, 0.95] });
}

function openBox(order: Order, size: Cuboid): void {
  const { mesh, random } = order;
  const { l, w, h } = size;
  cuboid(mesh, size, 3, ['top']);
  inner(mesh, size, Math.max(0.001, order.thicknessM));
  const [x, y, z] = [l / 2, w / 2, h / 2];
  const reach = between(random, 0.3, 0.5);
  if (chance(random, 0.8)) flap(order, [-x, -y, z], [l, 0, 0], [0, -1, 0], w * reach);
  if (chance(random, 0.8)) flap(order, [x, y, z], [-l, 0, 0], [0, 1, 0], w * reach);
  if (chance(random, 0.7)) flap(order, [x, -y, z], [0, w, 0], [1, 0, 0], w * reach);
  if (chance(random, 0.7)) flap(order, [-x, y, z], [0, -w, 0], [-1, 0, 0], w * reach);
}

/** A strip of tape over the middle of the top. */
function tapeOver(mesh: Mesh, { l, w, h }: Cuboid): void {
  const wide = Math.min(0.05, 0.3 * w);
  const origin: Vector = [-l / 2, -wide / 2, h / 2 + 0.0008];
  patch(mesh, { origin, u: [l, 0, 0], v: [0, wide, 0], cells: [4, 1], part: PART.tape });
}

/** A box pressed flat: two panels side by side with flaps on both ends and slots between them. */
function flattened(order: Order, l: number, w: number): void {
  const { mesh, random } = order;
  const thick = Math.max(0.002, 2 * order.thicknessM);
  const split = between(random, 0.35, 0.65);
  const body = between(random, 0.5, 0.75);
  const panels: [number, number][] = [
    [-w / 2, w * (split - 0.5)],
    [w * (split - 0.5), w / 2],
  ];
  for (const [y0, y1] of panels) {
    const tilt = between(random, 0, 0.25) * (y1 - y0);
    const inset = 0.004;
    const flapL = (l * (1 - body)) / 2;
    const parts: [number, number, number][] = [
      [-l / 2, flapL, inset],
      [-l / 2 + flapL, l * body, 0],
      [l / 2 - flapL, flapL, inset],
    ];
    for (const [x0, length, gap] of parts) {
      if (gap > 0 && chance(random, 0.2)) continue;
      const lift = gap > 0 ? between(random, -0.3, 0.5) * length : 0;
      const origin: Vector = [x0, y0 + gap, thick];
      const v: Vector = [0, y1 - y0 - 2 * gap, y0 < 0 ? -tilt * 0 : tilt];
      patch(mesh, { origin, u: [length, 0, Math.max(0, lift)], v, cells: [2, 2], part: PART.body });
      patch(mesh, {
        origin: [x0, y0 + gap, 0],
        u: [length, 0, 0],
        v: [0, 0, thick],
        cells: [2, 1],
        part: PART.edge,
      });
    }
  }
  patch(mesh, {
    origin: [-l / 2, -w / 2, 0],
    u: [0, 0, thick],
    v: [0, w, 0],
    cells: [1, 2],
    part: PART.edge,
  });
  mesh.twoSided = true;
}

/** A piece torn or cut from a board: its face, and thick edges on which the flutes show. */
function board(order: Order, l: number, w: number): void {
  const { mesh } = order;
  const h = Math.max(0.002, order.thicknessM);
  const [x, y] = [l / 2, w / 2];
  const part = PART.edge;
  patch(mesh, { origin: [-x, -y, h], u: [l, 0, 0], v: [0, w, 0], cells: [8, 8], part: PART.body });
  patch(mesh, { origin: [-x, -y, 0], u: [l, 0, 0], v: [0, 0, h], cells: [8, 1], part });
  patch(mesh, { origin: [x, y, 0], u: [-l, 0, 0], v: [0, 0, h], cells: [8, 1], part });
  patch(mesh, { origin: [x, -y, 0], u: [0, w, 0], v: [0, 0, h], cells: [8, 1], part });
  patch(mesh, { origin: [-x, y, 0], u: [0, -w, 0], v: [0, 0, h], cells: [8, 1], part });
  mesh.twoSided = true;
}

/** A drinks carton: a brick, or a gable over it. */
function carton(order: Order): void {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const gable = chance(random, 0.45);
  const body = gable ? 0.78 * l : l;
  const d = w * between(random, 0.6, 1);
  const from = mesh.vertices;
  cuboid(mesh, { l: body, w, h: d }, 3, gable ? ['right'] : []);
  for (let i = from; i < mesh.vertices; i++) mesh.x[i]! -= (l - body) / 2;
  if (!gable) return;
  const x = -l / 2 + body;
  const rise = l - body;
  const fin = 0.25 * rise;
  const edge = x + rise - fin;
  const part = PART.body;
  const up: Vector = [rise - fin, 0, -d / 2];
  patch(mesh, { origin: [x, -w / 2, d / 2], u: up, v: [0, w, 0], cells: [2, 3], part });
  const down: Vector = [rise - fin, 0, d / 2];
  patch(mesh, { origin: [x, w / 2, -d / 2], u: down, v: [0, -w, 0], cells: [2, 3], part });
  patch(mesh, { origin: [edge, -w / 2, 0], u: [fin, 0, 0], v: [0, w, 0], cells: [1, 2], part });
  patch(mesh, { origin: [edge, w / 2, 0], u: [fin, 0, 0], v: [0, -w, 0], cells: [1, 2], part });
  patch(mesh, {
    origin: [x, w / 2, d / 2],
    u: [0.4 * rise, -w * 0.2, -d / 2],
    v: [0, 0, -d],
    cells: [2, 1],
    part,
  });
  patch(mesh, {
    origin: [x, -w / 2, d / 2],
    u: [0.4 * rise, w * 0.2, -d / 2],
    v: [0, 0, -d],
    cells: [2, 1],
    part,
  });
  mesh.twoSided = true;
}

/** A box of board, a carton or a crate. */
export function buildBox(order: Order): Built {
  const { mesh, random, look, lengthM: l, widthM: w } = order;
  mesh.sharp = 1;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  if (look.texture === 'smooth') {
    carton(order);
    return { crush: 'body', rest: 'any' };
  }
  if (look.texture === 'ribbed') {
    openBox({ ...order, thicknessM: 0.004 }, { l, w, h: between(random, 0.35, 0.6) * w });
    return { crush: 'none', rest: 'flat' };
  }
  const kind = random.next();
  if (kind < FLATTENED) flattened(order, l, w);
  else if (kind < FLATTENED + TORN) board(order, l, w);
  else {
    const size = { l, w: w * between(random, 0.6, 1), h: w * between(random, 0.15, 0.9) };
    if (kind < FLATTENED + TORN + OPEN) openBox(order, size);
    else {
      cuboid(mesh, size, 4);
      if (chance(random, 0.5)) tapeOver(mesh, size);
    }
    return { crush: 'body', rest: 'any' };
  }
  return { crush: 'body', rest: 'flat' };
}

/** A solid block: a beam, a slab of foam. */
export function buildBlock(order: Order): Built {
  const { mesh, lengthM: l, widthM: w, random, look } = order;
  mesh.sharp = 1;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  const foam = look.texture !== 'grain';
  const h = Math.max(order.thicknessM, foam ? 0 : 0.15 * w) * between(random, 0.9, 1.4);
  cuboid(mesh, { l, w, h }, 2);
  return { crush: 'body', rest: 'any' };
}
