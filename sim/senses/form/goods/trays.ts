import { lathe, type Ring, type Section, skyInHollow } from '../skin/lathe.ts';
import { clearMesh, type Mesh, PART } from '../skin/mesh.ts';
import { type Built, between, chance, type Order } from './kind.ts';

/** Trays, tubs, clamshells and blisters: dishes with flat sides. They are turned about x and then set upright. Proportions by eye. */

/** How a clear dish is held together (PET, PVC, PS blisters): opened clamshells are as common as plain trays (guess). */
const CLAMSHELL = 0.35;

interface Dish {
  readonly radius: number;
  readonly depth: number;
  /** Width of the rim and how far the walls slope, shares of the radius. */
  readonly rim: number;
  readonly slope: number;
  /** Steps in the wall that stiffen it. */
  readonly steps: number;
}

/** Rings of the hollow side of a dish from its rim to its middle, the axis up. */
function hollow(dish: Dish): Ring[] {
  const { radius, depth, rim, slope, steps } = dish;
  const wallTop = radius * (1 - rim);
  const wallFoot = wallTop * (1 - slope);
  const rings: Ring[] = [
    { at: -0.03 * radius, radius, wall: 1.5 },
    { at: 0, radius: 0.97 * radius, wall: 1.5 },
    { at: 0, radius: wallTop },
    { at: 0, radius: wallTop, part: PART.inside, sky: 0.85, start: true },
  ];
  for (let i = 1; i <= steps; i++) {
    const a = i / steps;
    const sky = 0.45 + 0.55 * skyInHollow(wallTop, a * depth);
    const r = wallTop + (wallFoot - wallTop) * (i === steps ? 1 : a * 0.8);
    rings.push({ at: -a * depth, radius: r, part: PART.inside, sky: sky * 0.8 });
    if (i < steps) rings.push({ at: -a * depth, radius: r * 0.95, part: PART.inside, sky });
  }
  const floorSky = skyInHollow(1.2 * wallFoot, depth);
  rings.push({ at: -depth, radius: wallFoot, part: PART.inside, sky: 0.75 * floorSky, start: true });
  rings.push({ at: -depth, radius: 0.8 * wallFoot, part: PART.inside, sky: floorSky });
  rings.push({ at: -0.95 * depth, radius: 0.45 * wallFoot, part: PART.inside, sky: floorSky });
  rings.push({ at: -0.95 * depth, radius: 0, part: PART.inside, sky: floorSky });
  return rings;
}

/** Rings of the outer side, from the middle of the bottom to the rim. */
function outside(dish: Dish): Ring[] {
  const { radius, depth, rim, slope } = dish;
  const foot = radius * (1 - rim) * (1 - slope);
  return [
    { at: -depth, radius: 0, part: PART.end },
    { at: -depth, radius: 0.9 * foot, part: PART.end },
    { at: -0.97 * depth, radius: foot },
    { at: -0.5 * depth, radius: foot + 0.5 * (radius * (1 - rim) - foot) },
    { at: -0.03 * radius, radius: radius * (1 - rim) },
    { at: -0.03 * radius, radius },
  ];
}

/** Turns what was added since vertex `from` so that its axis points up, and lays it out at (x, y), `stretch` times as long. */
function upright(mesh: Mesh, from: number, stretch: number, x: number, turn: number): void {
  for (let i = from; i < mesh.vertices; i++) {
    const [up, side, along] = [mesh.x[i]!, mesh.y[i]!, mesh.z[i]!];
    mesh.z[i] = up;
    mesh.y[i] = side;
    mesh.x[i] = x - along * stretch * turn;
    if (turn < 0) mesh.y[i] = -side;
  }
}

/** Binds the skin to its place seen from above: prints and textures of a dish lie flat. */
function flatSkin(mesh: Mesh, from: number, x: number): void {
  for (let i = from; i < mesh.vertices; i++) {
    mesh.s[i] = mesh.x[i]! - x;
    mesh.t[i] = mesh.y[i]!;
  }
}

function addDish(order: Order, dish: Dish, section: Section, stretch: number, x: number, turn: 1 | -1): void {
  const { mesh } = order;
  const from = mesh.vertices;
  const rings = [...outside(dish), ...hollow(dish)];
  lathe(mesh, rings, section, order.segments, dish.radius);
  upright(mesh, from, stretch, x, turn);
  flatSkin(mesh, from, x);
}

/** A flat or domed lid over a dish. */
function addLid(order: Order, dish: Dish, section: Section, stretch: number, part: number): void {
  const { mesh, random } = order;
  const from = mesh.vertices;
  const { radius } = dish;
  const dome = between(random, 0.01, 0.12) * radius;
  const rings: Ring[] = [
    { at: -0.06 * radius, radius: 1.01 * radius, part },
    { at: 0.01 * radius, radius: radius, part },
    { at: 0.01 * radius, radius: 0.9 * radius, part, sky: 0.9 },
    { at: dome, radius: 0.84 * radius, part },
    { at: dome, radius: 0, part },
  ];
  lathe(mesh, rings, section, order.segments, radius);
  upright(mesh, from, stretch, 0, 1);
  flatSkin(mesh, from, 0);
}

/** A tray, tub, clamshell or blister, its rim up. */
export function buildTray(order: Order): Built {
  const { mesh, random, look } = order;
  clearMesh(mesh);
  const clear = look.scatterPerCm[1] < 1;
  const foam = look.texture === 'beads';
  const pulp = look.texture === 'fibre';
  const round = !foam && !pulp && chance(random, 0.2);
  const section: Section = { square: round ? 0 : between(random, 0.75, 0.97), aspect: 1 };
  const radius = order.widthM / 2;
  const deep = chance(random, 0.35) && !foam ? between(random, 0.6, 1.3) : between(random, 0.18, 0.5);
  const dish: Dish = {
    radius,
    depth: deep * radius,
    rim: foam || pulp ? between(random, 0.05, 0.12) : between(random, 0.04, 0.14),
    slope: between(random, 0.06, 0.28),
    steps: foam ? 2 : 2 + Math.floor(random.next() * 3),
  };
  const stretch = round ? 1 : order.lengthM / order.widthM;
  mesh.printS = (order.lengthM / 2) * 0.9;
  mesh.printT = radius * 0.9;
  if (clear && chance(random, CLAMSHELL)) {
    const half = order.widthM / 2;
    const small = { ...dish, radius: half, depth: Math.min(dish.depth, half * 0.8) };
    addDish(order, small, section, 1, -half, 1);
    addDish(order, { ...small, depth: small.depth * between(random, 0.3, 1) }, section, 1, half, -1);
    return { crush: 'body', rest: 'flat' };
  }
  addDish(order, dish, section, stretch, 0, 1);
  if (chance(random, deep > 0.55 ? 0.35 : 0.12))
    addLid(order, dish, section, stretch, chance(random, 0.6) ? PART.body : PART.cap);
  return { crush: 'body', rest: 'flat' };
}
