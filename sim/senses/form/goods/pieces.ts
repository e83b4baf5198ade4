import { lathe, ROUND, type Section } from '../skin/lathe.ts';
import { type Mesh, PART } from '../skin/mesh.ts';
import { buildCap } from './cans.ts';
import { type Built, between, chance, type Order } from './kind.ts';

/** Solid parts and broken pieces: housings, toys, fittings, lenses, rubble, shards. Proportions by eye. */

/** A part of less than this length is a cap, m: its look says 25-50 mm. */
const CAP_M = 0.051;

/** A turned or moulded body of a few random steps, its axis along x. */
function turned(order: Order, section: Section, length: number, radius: number, shift: number): void {
  const { mesh, random } = order;
  const steps = 2 + Math.floor(random.next() * 3);
  const rings = [];
  rings.push({ at: shift - length / 2, radius: 0, part: PART.end });
  let r = radius * between(random, 0.6, 1);
  rings.push({ at: shift - length / 2, radius: r * 0.94, part: PART.end });
  for (let i = 0; i < steps; i++) {
    const from = shift - length / 2 + (length * (i + 0.04)) / steps;
    rings.push({ at: from, radius: r, start: i === 0 });
    rings.push({ at: shift - length / 2 + (length * (i + 0.96)) / steps, radius: r });
    if (i < steps - 1) r = radius * between(random, 0.5, 1);
  }
  rings.push({ at: shift + length / 2, radius: r * 0.94, part: PART.end });
  rings.push({ at: shift + length / 2, radius: 0, part: PART.end });
  lathe(mesh, rings, section, order.segments, radius);
}

/** Lays what was turned about an upright axis flat: its face looks up, its radius is stretched to a length of `l` at a width of `w`. */
function layDown(mesh: Mesh, from: number, l: number, w: number): void {
  for (let i = from; i < mesh.vertices; i++) {
    const [up, along] = [mesh.x[i]!, mesh.z[i]!];
    mesh.z[i] = up;
    mesh.x[i] = (-along * l) / w;
    mesh.s[i] = mesh.x[i]!;
    mesh.t[i] = mesh.y[i]!;
  }
}

/** A shell of a housing: a shallow box with rounded edges, often with its ribbed inner side up. */
function housing(order: Order): void {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const section = { square: between(random, 0.7, 0.95), aspect: 1 };
  const radius = w / 2;
  const depth = between(random, 0.15, 0.5) * w;
  const edge = between(random, 0.03, 0.15) * radius;
  const from = mesh.vertices;
  const rings = [
    { at: -depth, radius: 0.95 * radius, part: PART.end },
    { at: -depth, radius, start: true },
    { at: -edge, radius },
    { at: 0, radius: radius - edge },
    { at: 0, radius: 0.6 * radius },
    { at: chance(random, 0.5) ? -edge : 0, radius: 0.55 * radius, sky: 0.85 },
    { at: chance(random, 0.5) ? -edge : 0, radius: 0 },
  ];
  lathe(mesh, rings, section, order.segments, radius);
  layDown(mesh, from, l, w);
  mesh.twoSided = true;
}

/** A cap, a housing, a toy, a fitting. */
export function buildPart(order: Order): Built {
  const { mesh, random, look, lengthM: l, widthM: w } = order;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  if (look.texture === 'ribbed' && look.lengthM[1] < CAP_M) return buildCap(order);
  if (look.texture === 'granular' || look.texture === 'hide' || (look.roughnessUm[1] < 0.5 && l > 0.05)) {
    housing(order);
    return { crush: 'none', rest: 'flat' };
  }
  const square = chance(random, 0.6) ? between(random, 0.5, 0.95) : 0;
  turned(order, { square, aspect: between(random, 0.4, 1) }, l, w / 2, 0);
  if (chance(random, 0.6)) {
    const side = { square: chance(random, 0.5) ? 0.8 : 0, aspect: between(random, 0.5, 1.2) };
    const from = mesh.vertices;
    turned(order, side, w * between(random, 0.6, 1.2), w * between(random, 0.1, 0.3), 0);
    const at = between(random, -0.35, 0.35) * l;
    for (let i = from; i < mesh.vertices; i++) {
      const [x, y] = [mesh.x[i]!, mesh.y[i]!];
      mesh.x[i] = at - y;
      mesh.y[i] = x;
    }
  }
  return { crush: 'none', rest: 'any' };
}

/** A lump of rubble, a shard of a plate, a strip of rubber. */
export function buildShard(order: Order): Built {
  const { mesh, random, lengthM: l, widthM: w } = order;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  const thick = Math.max(order.thicknessM, 0.004) * between(random, 0.8, 1.6);
  const radius = w / 2;
  const section: Section = {
    square: chance(random, 0.5) ? between(random, 0.4, 0.9) : ROUND.square,
    aspect: 1,
  };
  const from = mesh.vertices;
  const rings = [
    { at: 0, radius: 0, part: PART.end },
    { at: 0, radius: 0.95 * radius, part: PART.edge },
    { at: 0.15 * thick, radius, part: PART.edge },
    { at: 0.85 * thick, radius: 0.98 * radius, part: PART.edge },
    { at: thick, radius: 0.93 * radius, start: true },
    { at: thick, radius: 0.5 * radius },
    { at: thick, radius: 0 },
  ];
  lathe(mesh, rings, section, order.segments, radius);
  layDown(mesh, from, l, w);
  mesh.sharp = 0.8;
  return { crush: 'body', rest: 'any' };
}
