import { lathe, type Ring, ROUND, skyInHollow } from '../skin/lathe.ts';
import { PART, patch } from '../skin/mesh.ts';
import { type Built, between, chance, isCoarse, type Order } from './kind.ts';

/** Cans, pipes, cups and caps: round bodies with ends. Proportions by eye unless marked. */

/** Share of food cans that are open at one end (a lid hangs on 20-40 % of them; notes on waste, memory). */
const OPENED = 0.55;
/** Beads stand every 4-8 mm on the middle of a food can (memory). */
const BEAD_PITCH_M = 0.007;

/** Rings of an end with a seam of `rim`, a recess and a panel with concentric steps; `way`: 1 = the high end, -1 = the low one. */
function endRings(at: number, radius: number, depth: number, way: 1 | -1): Ring[] {
  const rings: Ring[] = [
    { at: at + way * 0.0015, radius: 0.97 * radius, part: PART.end, start: true },
    { at, radius: 0.9 * radius, part: PART.end },
    { at: at - way * depth, radius: 0.86 * radius, part: PART.end, sky: 0.7 },
    { at: at - way * depth, radius: 0.8 * radius, part: PART.end, sky: 0.7 },
    { at: at - way * 0.55 * depth, radius: 0.74 * radius, part: PART.end, sky: 0.85 },
    { at: at - way * 0.55 * depth, radius: 0.45 * radius, part: PART.end, sky: 0.9 },
    { at: at - way * 0.75 * depth, radius: 0.4 * radius, part: PART.end, sky: 0.85 },
    { at: at - way * 0.55 * depth, radius: 0, part: PART.end, sky: 0.9 },
  ];
  return way === 1 ? rings : rings.reverse().map((ring, i) => ({ ...ring, start: i === 0 }));
}

/** Rings of the inner wall and floor, seen through an open high end. */
function hollowRings(top: number, radius: number, depth: number): Ring[] {
  const at = (share: number) => top - share * depth;
  const sky = (share: number) => skyInHollow(radius, share * depth);
  return [
    { at: top, radius: 0.96 * radius, part: PART.inside, sky: 0.9, start: true },
    { at: at(0.25), radius: 0.95 * radius, part: PART.inside, sky: sky(0.35) },
    { at: at(0.6), radius: 0.95 * radius, part: PART.inside, sky: sky(0.6) },
    { at: at(1), radius: 0.94 * radius, part: PART.inside, sky: sky(1) * 0.8 },
    { at: at(1), radius: 0.94 * radius, part: PART.inside, sky: sky(1) * 0.8, start: true },
    { at: at(0.97), radius: 0.5 * radius, part: PART.inside, sky: sky(1) },
    { at: at(0.98), radius: 0, part: PART.inside, sky: sky(1) },
  ];
}

/** The tab on the lid of a drinks can: a small plate over the panel, off its middle, with a hole beside it. */
function addTab(order: Order, at: number, radius: number): void {
  const { mesh } = order;
  const size = 0.38 * radius;
  patch(mesh, {
    origin: [at + 0.0012, -size * 0.6, -0.2 * radius],
    u: [0, 1.2 * size, 0],
    v: [0, 0, 2 * size],
    cells: [2, 2],
    part: PART.end,
  });
  patch(mesh, {
    origin: [at + 0.0006, -size * 0.8, -0.78 * radius],
    u: [0, 1.6 * size, 0],
    v: [0, 0, 1.3 * size],
    cells: [1, 1],
    part: PART.inside,
    sky: [0.06, 0.1],
  });
}

function drinksRings(top: number, radius: number): Ring[] {
  const low = -top;
  return [
    { at: low + 0.5 * radius, radius: 0, part: PART.end, sky: 0.6 },
    { at: low + 0.38 * radius, radius: 0.45 * radius, part: PART.end, sky: 0.65 },
    { at: low, radius: 0.74 * radius, part: PART.end },
    { at: low + 0.02 * radius, radius: 0.8 * radius, part: PART.end },
    { at: low + 0.25 * radius, radius, part: PART.end },
    { at: low + 0.25 * radius, radius, start: true },
    { at: low * 0.35, radius },
    { at: top * 0.3, radius },
    { at: top - 0.36 * radius, radius },
    { at: top - 0.1 * radius, radius: 0.86 * radius, part: PART.end },
    { at: top, radius: 0.84 * radius, part: PART.end },
  ];
}

function foodRings(order: Order, top: number, radius: number): Ring[] {
  const rings: Ring[] = [];
  const seam = 0.003;
  rings.push(...endRings(-top, radius, 0.004, -1));
  rings.push({ at: -top, radius: radius + 0.001, part: PART.end, start: true });
  rings.push({ at: -top + seam, radius: radius + 0.001, part: PART.end });
  rings.push({ at: -top + seam, radius: radius - 0.0005 });
  const beaded = chance(order.random, 0.7) && !isCoarse(order);
  const beads = beaded ? Math.min(7, Math.floor((0.6 * 2 * top) / BEAD_PITCH_M)) : 0;
  const from = -0.55 * top;
  for (let i = 0; i <= 2 * beads; i++) {
    const deep = i % 2 === 1 ? 0.0012 : 0;
    rings.push({ at: from + (1.1 * top * i) / Math.max(1, 2 * beads), radius: radius - 0.0005 - deep });
  }
  rings.push({ at: top - seam, radius: radius - 0.0005 });
  rings.push({ at: top - seam, radius: radius + 0.001, part: PART.end });
  rings.push({ at: top, radius: radius + 0.001, part: PART.end });
  return rings;
}

/** A drinks can, a food can or a spray can along x. */
export function buildCan(order: Order): Built {
  const { mesh, random, look } = order;
  const radius = order.widthM / 2;
  const top = order.lengthM / 2;
  const food = look.texture === 'ribbed' || order.item.processMark === 'three-piece';
  mesh.printS = top;
  mesh.printT = Math.PI * radius;
  if (food) {
    lathe(mesh, foodRings(order, top, radius), ROUND, order.segments, radius);
    const open = chance(random, OPENED);
    const ends = open ? hollowRings(top, radius, 2 * top - 0.004) : endRings(top, radius, 0.004, 1);
    lathe(mesh, ends, ROUND, order.segments, radius);
    return { crush: 'body', rest: 'round' };
  }
  lathe(mesh, drinksRings(top, radius), ROUND, order.segments, radius);
  lathe(mesh, endRings(top, 0.9 * radius, 0.005, 1), ROUND, order.segments, radius);
  addTab(order, top - 0.0028, 0.7 * radius);
  return { crush: 'body', rest: 'round' };
}

/** A pipe along x, open at both ends. */
export function buildTube(order: Order): Built {
  const { mesh } = order;
  const radius = order.widthM / 2;
  const top = order.lengthM / 2;
  const inner = Math.max(0.3 * radius, radius - order.thicknessM);
  const rings: Ring[] = [
    { at: -top + 2 * radius, radius: 0, part: PART.inside, sky: 0.05 },
    { at: -top + 1.5 * radius, radius: inner, part: PART.inside, sky: 0.15 },
    { at: -top, radius: inner, part: PART.edge, sky: 0.9 },
    { at: -top, radius, part: PART.edge },
    { at: -top, radius, start: true },
    { at: 0, radius },
    { at: top, radius },
    { at: top, radius, part: PART.edge, start: true },
    { at: top, radius: inner, part: PART.inside, sky: 0.9 },
    { at: top - 1.5 * radius, radius: inner, part: PART.inside, sky: 0.15 },
    { at: top - 2 * radius, radius: 0, part: PART.inside, sky: 0.05 },
  ];
  lathe(mesh, rings, ROUND, order.segments, radius);
  mesh.printS = top;
  mesh.printT = Math.PI * radius;
  return { crush: 'none', rest: 'round' };
}

/** A cup along x, its mouth at the high end; one in six has a lid. */
export function buildCup(order: Order): Built {
  const { mesh, random, look } = order;
  const radius = order.widthM / 2;
  const top = order.lengthM / 2;
  const foot = radius * between(random, 0.62, 0.86);
  const rim = radius * between(random, 0.03, 0.08);
  const lid = chance(random, 0.16);
  const wall: Ring[] = [];
  const steps = isCoarse(order) ? 2 : look.texture === 'ribbed' ? 8 : 4;
  const ribs = look.texture === 'ribbed' && chance(random, 0.6) ? 0.012 * radius : 0;
  for (let i = 0; i <= steps; i++)
    wall.push({
      at: -top + 2 * top * 0.97 * (i / steps),
      radius: foot + (radius - rim - foot) * (i / steps) - (i % 2 === 1 ? ribs : 0),
      start: i === 0,
    });
  const rings: Ring[] = [
    { at: -top + 0.05 * radius, radius: 0, part: PART.end, sky: 0.8 },
    { at: -top + 0.05 * radius, radius: 0.85 * foot, part: PART.end, sky: 0.7 },
    { at: -top, radius: 0.9 * foot, part: PART.end, wall: 1.5 },
    { at: -top, radius: 0.98 * foot, part: PART.end, wall: 1.5 },
    ...wall,
    { at: top - 0.8 * rim, radius, wall: 2 },
    { at: top, radius: radius - 0.4 * rim, wall: 2 },
  ];
  lathe(mesh, rings, ROUND, order.segments, radius);
  if (lid) {
    const dome = between(random, 0.02, 0.4) * radius;
    const lidRings: Ring[] = [
      { at: top + 0.001, radius: 1.02 * radius, part: PART.cap },
      { at: top + 0.3 * dome, radius: 0.9 * radius, part: PART.cap },
      { at: top + dome, radius: 0.5 * radius, part: PART.cap },
      { at: top + dome, radius: 0, part: PART.cap },
    ];
    lathe(mesh, lidRings, ROUND, order.segments, radius);
  } else
    lathe(
      mesh,
      hollowRings(top, radius - 0.6 * rim, 1.94 * top),
      { square: 0, aspect: 1 },
      order.segments,
      radius,
    );
  mesh.printS = top;
  mesh.printT = Math.PI * radius;
  return { crush: 'body', rest: 'round' };
}

/** A screw cap: a short cup with a flat top. */
export function buildCap(order: Order): Built {
  const { mesh, random } = order;
  const radius = order.widthM / 2;
  const height = Math.min(order.lengthM, order.widthM * between(random, 0.35, 0.8));
  const top = height / 2;
  const rings: Ring[] = [
    { at: -top, radius: 0, part: PART.body },
    { at: -top, radius: 0.5 * radius, part: PART.body },
    { at: -top, radius: 0.92 * radius, part: PART.body },
    { at: -top + 0.06 * height, radius, part: PART.body },
    { at: -top + 0.06 * height, radius, start: true },
    { at: 0, radius },
    { at: top, radius },
  ];
  const section = { square: 0, aspect: 1, lobes: order.segments / 2, depth: 0.03 };
  lathe(mesh, rings, section, order.segments, radius);
  lathe(mesh, hollowRings(top, 0.95 * radius, 0.9 * height), ROUND, order.segments, radius);
  mesh.printS = radius;
  mesh.printT = radius;
  return { crush: 'none', rest: 'any' };
}
