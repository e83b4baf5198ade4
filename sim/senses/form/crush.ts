import type { Noise } from '../../kernel/random/noise.ts';
import type { ItemState } from '../../materials/item.ts';
import { breakOff } from './break.ts';
import { type Built, between, chance } from './goods/kind.ts';
import type { Mesh } from './skin/mesh.ts';

/**
 * How goods give way, substance by substance: flat panels between sharp ridges, smooth dents, straight folds, random creases, broken
 * pieces. Everything moves vertices, so that outline, light and print follow. Counts and depths are start values from memory.
 */

/** Pushes what lies beyond a roof-shaped valley at `at` back through it; `n`: direction of the blow across the axis. */
function valley(
  mesh: Mesh,
  at: number,
  ny: number,
  nz: number,
  off: number,
  slope: number,
  bounce: number,
): void {
  const { x, y, z, sky } = mesh;
  for (let i = 0; i < mesh.vertices; i++) {
    const beyond = y[i]! * ny + z[i]! * nz - off - slope * Math.abs(x[i]! - at);
    if (beyond <= 0) continue;
    y[i]! -= ny * beyond * bounce;
    z[i]! -= nz * beyond * bounce;
    sky[i]! *= 1 - 0.45 * Math.min(1, (beyond * bounce) / (off + beyond));
  }
}

/** Panels and ridges of a thin stiff skin (PET, aluminium): 6 to 26 valleys, twisted, often flattened. */
function facets(mesh: Mesh, amount: number, lengthM: number, widthM: number, random: Noise): void {
  const radius = widthM / 2;
  const count = Math.round(2 + 20 * amount);
  for (let k = 0; k < count; k++) {
    const angle = random.next() * 2 * Math.PI;
    const deep = between(random, 0.15, 1) * Math.min(0.95, 0.25 + 0.8 * amount);
    const at = between(random, -0.46, 0.4) * lengthM;
    valley(
      mesh,
      at,
      Math.cos(angle),
      Math.sin(angle),
      radius * (1 - deep),
      between(random, 0.15, 1.1),
      between(random, 1, 1.6),
    );
  }
  if (amount > 0.25) flatten(mesh, amount, random);
  if (amount > 0.35 && chance(random, 0.4)) shorten(mesh, between(random, 0.25, 0.65) * amount);
  twist(mesh, (amount * between(random, -1.2, 1.2)) / lengthM);
  bend(mesh, (amount * between(random, -0.9, 0.9)) / lengthM);
  mesh.sharp = Math.min(1, 0.25 + 2 * amount);
}

/** Smooth hollows of a thick tough skin (polyethylene, steel); `most` of them, each `deep` shares of the radius at most. */
function dents(
  mesh: Mesh,
  amount: number,
  lengthM: number,
  widthM: number,
  random: Noise,
  deep: number,
): void {
  const radius = widthM / 2;
  const count = amount < 0.05 ? 0 : 1 + Math.floor(random.next() * (1 + 3 * amount));
  const { x, y, z, sky } = mesh;
  for (let k = 0; k < count; k++) {
    const angle = random.next() * 2 * Math.PI;
    const [ny, nz] = [Math.cos(angle), Math.sin(angle)];
    const at = between(random, -0.4, 0.35) * lengthM;
    const reach = between(random, 0.35, 0.9) * radius;
    const depth = between(random, 0.3, 1) * deep * radius * Math.min(1, 0.3 + amount);
    for (let i = 0; i < mesh.vertices; i++) {
      const side = y[i]! * ny + z[i]! * nz;
      if (side <= 0) continue;
      const dx = x[i]! - at;
      const dy = y[i]! - ny * radius;
      const dz = z[i]! - nz * radius;
      const push = depth * Math.exp(-(dx * dx + dy * dy + dz * dz) / (2 * reach * reach));
      y[i]! -= ny * push;
      z[i]! -= nz * push;
      sky[i]! *= 1 - 0.4 * Math.min(1, push / radius);
    }
  }
}

/** Presses the thing flat: lower, and wider by what the girth keeps. */
function flatten(mesh: Mesh, amount: number, random: Noise): void {
  const low = 1 - between(random, 0.3, 0.9) * amount;
  const wide = 1 + 0.35 * (1 - low);
  for (let i = 0; i < mesh.vertices; i++) {
    mesh.z[i]! *= low;
    mesh.y[i]! *= wide;
  }
}

function shorten(mesh: Mesh, share: number): void {
  for (let i = 0; i < mesh.vertices; i++) mesh.x[i]! *= 1 - share;
}

/** Turns around the axis, rad/m. */
function twist(mesh: Mesh, perM: number): void {
  for (let i = 0; i < mesh.vertices; i++) {
    const c = Math.cos(perM * mesh.x[i]!);
    const s = Math.sin(perM * mesh.x[i]!);
    const y = mesh.y[i]!;
    const z = mesh.z[i]!;
    mesh.y[i] = y * c - z * s;
    mesh.z[i] = y * s + z * c;
  }
}

/** Bends the axis sideways and up, 1/m. */
function bend(mesh: Mesh, perM: number): void {
  for (let i = 0; i < mesh.vertices; i++) {
    const x = mesh.x[i]!;
    mesh.y[i]! += 0.5 * perM * x * x;
    mesh.z[i]! += 0.3 * perM * x * x;
  }
}

/** A straight crease through (x, y): what lies beyond is turned up by an angle. */
function crease(mesh: Mesh, px: number, py: number, direction: number, angle: number): void {
  const [nx, ny] = [Math.cos(direction), Math.sin(direction)];
  const [c, s] = [1 - Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < mesh.vertices; i++) {
    const beyond = (mesh.x[i]! - px) * nx + (mesh.y[i]! - py) * ny;
    if (beyond <= 0) continue;
    mesh.x[i]! -= nx * beyond * c;
    mesh.y[i]! -= ny * beyond * c;
    mesh.z[i]! += beyond * s;
    mesh.sky[i]! *= 1 - 0.25 * Math.abs(s);
  }
}

function folds(mesh: Mesh, amount: number, lengthM: number, widthM: number, random: Noise): void {
  const count = Math.floor(random.next() * (1 + 4 * amount));
  for (let k = 0; k < count; k++)
    crease(
      mesh,
      between(random, -0.3, 0.3) * lengthM,
      between(random, -0.3, 0.3) * widthM,
      chance(random, 0.6) ? Math.PI * 0.5 * Math.floor(4 * random.next()) : random.next() * 2 * Math.PI,
      between(random, -0.3, 1.3) * Math.min(1, 0.3 + amount),
    );
}

/** Random straight creases over a skin: facets whose ridges and valleys cross (paper, foil, film). */
function crumple(mesh: Mesh, amount: number, lengthM: number, widthM: number, random: Noise): void {
  const size = Math.sqrt(lengthM * widthM);
  curl(mesh, between(random, -1, 1) * Math.min(1, 4 * amount), random, size);
  const count = Math.round(18 * amount);
  const { x, y, z, s, t, sky } = mesh;
  for (let k = 0; k < count; k++) {
    const angle = random.next() * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const off = between(random, -0.5, 0.5) * size;
    const steep = between(random, -0.35, 0.35) * Math.min(1, 0.25 + amount);
    const reach = between(random, 0.1, 0.35) * size;
    for (let i = 0; i < mesh.vertices; i++) {
      const far = Math.abs(s[i]! * nx + t[i]! * ny - off);
      if (far > reach) continue;
      z[i]! += steep * (reach - far);
      sky[i]! *= steep < 0 ? 1 + (1 - far / reach) * steep : 1;
    }
  }
  const tighter = 1 - 0.3 * amount;
  for (let i = 0; i < mesh.vertices; i++) {
    x[i]! *= tighter;
    y[i]! *= tighter;
  }
  mesh.sharp = Math.min(1, 0.3 + 1.4 * amount);
}

/** A gentle roll of a thin skin. */
function curl(mesh: Mesh, strength: number, random: Noise, size: number): void {
  const angle = random.next() * Math.PI;
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < mesh.vertices; i++) {
    const far = mesh.x[i]! * nx + mesh.y[i]! * ny;
    mesh.z[i]! += (0.5 * strength * far * far) / size;
  }
}

/** Facets of a ball: planes from all sides cut in. */
function squeezeBall(mesh: Mesh, random: Noise, widthM: number): void {
  const { x, y, z, sky } = mesh;
  for (let k = 0; k < 26; k++) {
    const up = 2 * random.next() - 1;
    const flat = Math.sqrt(1 - up * up);
    const angle = random.next() * 2 * Math.PI;
    const [nx, ny, nz] = [flat * Math.cos(angle), flat * Math.sin(angle), up];
    const off = between(random, 0.16, 0.36) * widthM;
    const bounce = between(random, 0.9, 1.7);
    for (let i = 0; i < mesh.vertices; i++) {
      const beyond = x[i]! * nx + y[i]! * ny + z[i]! * nz - off;
      if (beyond <= 0) continue;
      x[i]! -= nx * beyond * bounce;
      y[i]! -= ny * beyond * bounce;
      z[i]! -= nz * beyond * bounce;
      sky[i]! *= 1 - 0.55 * Math.min(1, beyond / off) * (bounce - 0.6);
    }
  }
  mesh.sharp = 0.85;
}

/** Soft waves of cloth and rubber. */
function waves(mesh: Mesh, amount: number, lengthM: number, widthM: number, random: Noise): void {
  const size = Math.sqrt(lengthM * widthM);
  const { x, y, z, s, t, sky } = mesh;
  for (let k = 0; k < 5; k++) {
    const angle = random.next() * 2 * Math.PI;
    const rate = between(random, 1.5, 5) / size;
    const high = (between(random, 0.04, 0.17) * amount) / rate;
    const phase = random.next() * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle) * 2 * Math.PI * rate, Math.sin(angle) * 2 * Math.PI * rate];
    for (let i = 0; i < mesh.vertices; i++) {
      const wave = Math.sin(s[i]! * nx + t[i]! * ny + phase);
      z[i]! += high * wave;
      sky[i]! *= 0.9 + 0.1 * wave;
    }
  }
  const tighter = 1 - 0.35 * amount;
  for (let i = 0; i < mesh.vertices; i++) {
    x[i]! *= tighter;
    y[i]! *= tighter;
  }
}

/** Depth of a dent of a skin of middling stiffness, share of the radius, and how much deeper a limp one gives way (estimates). */
const DENT = 0.55;
const SOFTER = 0.9;
/** A stiff body caves in a little, in sharp facets, before it breaks: against a thin skin (estimate). */
const SHATTERED = 0.3;

/** What a blow does to a body of each kind of substance. */
function crushBody(mesh: Mesh, item: ItemState, random: Noise): void {
  const { crumple: amount, lengthM, widthM, crushKind, stiffness } = item;
  switch (crushKind) {
    case 'facets':
      if (amount > 0.04) facets(mesh, amount, lengthM, widthM, random);
      break;
    case 'dents':
      dents(mesh, amount, lengthM, widthM, random, DENT * (1 + SOFTER * (0.5 - stiffness)));
      if (amount > 0.45) flatten(mesh, amount, random);
      break;
    case 'shallow':
      dents(mesh, amount, lengthM, widthM, random, 0.3);
      if (amount > 0.3 && chance(random, 0.4)) flatten(mesh, 0.8 * amount, random);
      break;
    case 'folds':
    case 'wrinkles':
    case 'crumples':
      folds(mesh, amount, lengthM, widthM, random);
      if (amount > 0.5) flatten(mesh, 0.7 * amount, random);
      break;
    case 'shards':
      if (amount > 0.15) facets(mesh, SHATTERED * amount * stiffness, lengthM, widthM, random);
      if (chance(random, amount)) breakOff(mesh, lengthM, widthM, 1 + Math.floor(2 * random.next()), random);
      break;
    case 'none':
      break;
  }
}

/** Share of the surface that full tears take away, and dents of use against a hard blow (choices). */
const TORN_AWAY = 0.8;
const USED = 0.5;

/** Crushes a new good as its item was: thrown away, dented and torn in use. */
export function crush(mesh: Mesh, item: ItemState, built: Built, random: Noise): void {
  const { crumple: amount, lengthM, widthM } = item;
  if (built.crush === 'body') crushBody(mesh, item, random);
  else if (built.crush === 'skin') crumple(mesh, amount, lengthM, widthM, random);
  else if (built.crush === 'ball') squeezeBall(mesh, random, widthM);
  else if (built.crush === 'soft') waves(mesh, amount, lengthM, widthM, random);
  if (item.dents > 0.05 && built.crush === 'body')
    dents(mesh, USED * item.dents, lengthM, widthM, random, 0.35);
  if (chance(random, TORN_AWAY * item.tears)) breakOff(mesh, lengthM, widthM, 1, random);
}
