import { lathe, type Ring, type Section } from '../skin/lathe.ts';
import { PART } from '../skin/mesh.ts';
import { type Built, between, chance, isCoarse, type Order } from './kind.ts';

/** Bottles, flasks and jars, of plastic and of glass. Proportions by eye unless marked. */

/** Share of thrown-away bottles and jars that still have the cap or lid they were sold with (notes on waste, memory: 0.5-0.8). */
const CAPPED = 0.75;
/** A wall of glass is thicker than this, m: nothing else of this shape is. */
const GLASS_WALL_M = 0.002;
/** A glass base is 1.5-2.5 times as thick as the side, its lip 1.5 times (4-8 against 2-4 mm). */
const GLASS_BASE = 2;
const GLASS_LIP = 1.5;
/** The base centre of a stretched bottle is 5-10 times its wall, its neck as well (1-2.5 against 0.1-0.25 mm). */
const STRETCHED_BASE = 3;

interface Profile {
  /** Where the shoulder starts and ends, share of the length from the base. */
  readonly shoulder: number;
  readonly neckFrom: number;
  /** Radius of the neck against the body's. */
  readonly neck: number;
  /** Depth of the base's push-up against the radius. */
  readonly push: number;
  /** Rings around the body and their depth against the radius. */
  readonly ribs: number;
  readonly ribDepth: number;
  /** How much narrower the middle is. */
  readonly waist: number;
}

function glassProfile(order: Order): Profile {
  const { random } = order;
  const kind = random.next();
  if (kind < 0.38) {
    const neck = between(random, 0.72, 0.92);
    return {
      shoulder: between(random, 0.7, 0.82),
      neckFrom: between(random, 0.83, 0.88),
      neck,
      push: 0.15,
      ribs: 0,
      ribDepth: 0,
      waist: 0,
    };
  }
  const shoulder = between(random, 0.42, 0.62);
  const neckFrom = shoulder + between(random, 0.08, 0.24);
  return {
    shoulder,
    neckFrom,
    neck: between(random, 0.34, 0.44),
    push: between(random, 0.1, 0.6),
    ribs: 0,
    ribDepth: 0,
    waist: 0,
  };
}

function plasticProfile(order: Order): Profile {
  const { random } = order;
  const wide = chance(random, 0.2);
  const shoulder = between(random, 0.5, 0.8);
  return {
    shoulder,
    neckFrom: Math.min(0.9, shoulder + between(random, 0.06, 0.28)),
    neck: wide ? between(random, 0.6, 0.85) : between(random, 0.28, 0.48),
    push: between(random, 0.05, 0.3),
    ribs: chance(random, 0.55) ? 3 + Math.floor(random.next() * 5) : 0,
    ribDepth: between(random, 0.02, 0.07),
    waist: chance(random, 0.35) ? between(random, 0.04, 0.16) : 0,
  };
}

/** Outer radius of the body at share `a` of the way from base to shoulder. */
function bodyRadius(profile: Profile, radius: number, a: number): number {
  const rib =
    profile.ribs > 0 ? profile.ribDepth * (0.5 - 0.5 * Math.cos(2 * Math.PI * profile.ribs * a)) : 0;
  return radius * (1 - rib - profile.waist * Math.sin(Math.PI * a));
}

/** Rings of base and body. */
function bodyRings(profile: Profile, order: Order, radius: number, base: number): Ring[] {
  const { lengthM } = order;
  const from = -lengthM / 2;
  const round = 0.12 * radius;
  const rings: Ring[] = [
    { at: from + profile.push * radius * 0.6, radius: 0, part: PART.end, wall: base, sky: 0.75 },
    { at: from + profile.push * radius * 0.3, radius: 0.45 * radius, part: PART.end, wall: base, sky: 0.8 },
    { at: from, radius: 0.78 * radius, part: PART.end, wall: base },
    { at: from + 0.4 * round, radius: 0.95 * radius, part: PART.end, wall: base },
    { at: from + 0.4 * round, radius: 0.95 * radius, wall: base, start: true },
  ];
  const ribbed = profile.ribs > 0 && !isCoarse(order);
  const steps = ribbed ? Math.min(14, 2 * profile.ribs + 1) : profile.waist > 0 ? 4 : 3;
  const top = profile.shoulder * lengthM;
  for (let i = 0; i <= steps; i++) {
    const a = i / steps;
    rings.push({ at: from + round + (top - round) * a, radius: bodyRadius(profile, radius, a) });
  }
  return rings;
}

/** Rings of shoulder, neck and cap or open mouth. */
function headRings(profile: Profile, order: Order, radius: number, lip: number, capped: boolean): Ring[] {
  const { lengthM, random } = order;
  const from = -lengthM / 2;
  const neck = profile.neck * radius;
  const [low, high] = [profile.shoulder, profile.neckFrom];
  const bow = between(random, -0.1, 0.2);
  const rings: Ring[] = [];
  const bends = isCoarse(order) ? 3 : 4;
  for (let i = 1; i <= bends; i++) {
    const a = i / bends;
    const ease = a * a * (3 - 2 * a) - bow * Math.sin(Math.PI * a);
    rings.push({ at: from + lengthM * (low + (high - low) * a), radius: radius + (neck - radius) * ease });
  }
  const capLength = Math.min(0.08 * lengthM, Math.max(0.012, 0.6 * neck));
  const top = lengthM / 2;
  if (capped) {
    const capRadius = neck * (profile.neck > 0.6 ? 1.04 : 1.12);
    const foot = top - capLength;
    rings.push({ at: foot, radius: neck * 0.98, wall: lip });
    rings.push({ at: foot, radius: capRadius, part: PART.cap, start: true });
    rings.push({ at: top - 0.1 * capLength, radius: capRadius, part: PART.cap });
    rings.push({ at: top, radius: 0.93 * capRadius, part: PART.cap });
    rings.push({ at: top, radius: 0.93 * capRadius, part: PART.cap, start: true });
    rings.push({ at: top, radius: 0.6 * capRadius, part: PART.cap });
    rings.push({ at: top, radius: 0, part: PART.cap });
    return rings;
  }
  rings.push({ at: top - 0.9 * capLength, radius: neck * 0.97, wall: lip });
  rings.push({ at: top - 0.8 * capLength, radius: neck * 1.12, wall: lip });
  rings.push({ at: top - 0.55 * capLength, radius: neck * 1.1, wall: lip });
  rings.push({ at: top - 0.1 * capLength, radius: neck, wall: lip });
  rings.push({ at: top, radius: 0.93 * neck, part: PART.inside, sky: 0.8 });
  rings.push({ at: top - 0.5 * neck, radius: 0.8 * neck, part: PART.inside, sky: 0.4 });
  rings.push({ at: top - 2 * neck, radius: 0.8 * neck, part: PART.inside, sky: 0.12 });
  rings.push({ at: top - 2.1 * neck, radius: 0, part: PART.inside, sky: 0.1 });
  return rings;
}

/** A bottle, flask or jar along x, its base at the low end. */
export function buildBottle(order: Order): Built {
  const { mesh, item, random, widthM, look } = order;
  const glass = order.thicknessM > GLASS_WALL_M;
  const milky = look.scatterPerCm[1] > 1;
  const profile = glass ? glassProfile(order) : plasticProfile(order);
  const squarish = glass ? chance(random, 0.12) : chance(random, milky ? 0.45 : 0.15);
  const section: Section = {
    square: squarish ? between(random, 0.5, 0.85) : 0,
    aspect: !glass && milky && chance(random, 0.5) ? between(random, 0.45, 0.8) : 1,
  };
  const radius = widthM / 2;
  const capped = item.capped === 1 && item.lidMissing === 0 && chance(random, CAPPED);
  const base = glass ? GLASS_BASE : milky ? 1.5 : STRETCHED_BASE;
  const lip = glass ? GLASS_LIP : milky ? 1.3 : STRETCHED_BASE;
  const rings = [
    ...bodyRings(profile, order, radius, base),
    ...headRings(profile, order, radius, lip, capped),
  ];
  lathe(mesh, rings, section, order.segments, radius);
  mesh.printS = order.lengthM / 2;
  mesh.printT = Math.PI * radius;
  return { crush: 'body', rest: 'round' };
}
