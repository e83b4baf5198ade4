import { type Mesh, PART, triangle, vertex } from '../skin/mesh.ts';
import { type Built, between, chance, type Order } from './kind.ts';

/** Sheets, films, bags and cloth: skins without thickness, or stiff plates. Shares by eye and memory. */

/** Thicker sheets than this are stiff plates, m. */
const STIFF_M = 0.0005;
/** Paper lies flat or folded, crumpled or as a ball: 50, 30 and 20 % (a guess for household waste); what is smooth is no ball. */
const BALLED = 0.2;
const MEAN_CRUMPLE = 0.45;
const FOLDED = 0.3;

/** How ragged the outline of a skin is, share of its half-width, and how much its corners are rounded. */
interface Cut {
  readonly ragged: number;
  readonly round: number;
}

/** Cells along the side of a plate, and of a skin by how fine the frame is. */
const PLATE_CELLS = 6;
const cellsOf = ({ segments }: Order) => Math.max(8, Math.round(0.75 * segments));

/** Adds a grid of n x n cells in the plane, its border drawn in by chance as torn or cut. */
function grid(order: Order, n: number, cut: Cut): void {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const m = n;
  const first = mesh.vertices;
  const bites = Array.from({ length: 4 }, () => random.next() * 2 * Math.PI);
  const inward = (angle: number) => {
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += Math.cos((k + 2) * angle + bites[k]!) / (k + 2);
    return 1 - cut.ragged * (0.4 + 0.5 * sum);
  };
  for (let j = 0; j <= m; j++) {
    for (let i = 0; i <= n; i++) {
      const a = (2 * i) / n - 1;
      const b = (2 * j) / m - 1;
      const far = Math.max(Math.abs(a), Math.abs(b));
      const reach = Math.sqrt(a * a + b * b);
      const corner = reach > 0 ? 1 - cut.round + (cut.round * far) / reach : 1;
      const pull = cut.ragged > 0 ? 1 + far * far * (inward(Math.atan2(b, a)) - 1) : 1;
      // No draws: their number would hang on the size of the frame, and with it all that is drawn after.
      const jag = far === 1 ? 1 - 0.04 * cut.ragged * (1 + Math.sin(37 * (a + 2 * b) + bites[0]!)) : 1;
      const k = corner * pull * jag;
      vertex(mesh, (a * k * l) / 2, (b * k * w) / 2, 0, (a * l) / 2, (b * w) / 2);
    }
  }
  const row = n + 1;
  for (let j = 0; j < m; j++) {
    for (let i = 0; i < n; i++) {
      const at = first + j * row + i;
      triangle(mesh, at, at + 1, at + row, PART.body);
      triangle(mesh, at + 1, at + row + 1, at + row, PART.body);
    }
  }
  mesh.twoSided = true;
}

/** Folds the skin over the line through (x, y) with the unit normal (nx, ny): what lies beyond comes to lie on top. */
function foldOver(mesh: Mesh, line: readonly [number, number, number, number], open: number): void {
  const [x, y, nx, ny] = line;
  for (let i = 0; i < mesh.vertices; i++) {
    const beyond = (mesh.x[i]! - x) * nx + (mesh.y[i]! - y) * ny;
    if (beyond <= 0) continue;
    mesh.x[i]! -= nx * beyond * (2 - 0.5 * open);
    mesh.y[i]! -= ny * beyond * (2 - 0.5 * open);
    mesh.z[i]! += 0.002 + beyond * open;
    mesh.sky[i]! *= 0.95;
  }
}

/** Rolls the skin up to a crumpled ball of the given radius: the plane becomes a sphere, facets come with crushing. */
function ball(order: Order, radius: number): void {
  const { mesh, random } = order;
  const aspect = between(random, 0.6, 1.6);
  const first = mesh.vertices;
  const [n, m] = [16, 12];
  for (let j = 0; j <= m; j++) {
    const polar = (Math.PI * j) / m;
    for (let i = 0; i <= n; i++) {
      const angle = (2 * Math.PI * i) / n;
      const [s, c] = [Math.sin(polar), Math.cos(polar)];
      const at = vertex(
        mesh,
        radius * aspect * s * Math.cos(angle),
        radius * s * Math.sin(angle),
        -radius * 0.8 * c,
        radius * 2 * (angle - Math.PI),
        radius * 2 * (polar - Math.PI / 2),
      );
      mesh.wall[at] = 2;
    }
  }
  for (let j = 0; j < m; j++)
    for (let i = 0; i < n; i++) {
      const at = first + j * (n + 1) + i;
      triangle(mesh, at, at + 1, at + n + 1, PART.body);
      triangle(mesh, at + 1, at + n + 2, at + n + 1, PART.body);
    }
  mesh.twoSided = true;
}

/** A thin stiff plate with visible edges, whole or broken. */
function plate(order: Order): void {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const h = Math.max(order.thicknessM, 0.0008);
  const broken = chance(random, 0.3) ? between(random, 0.1, 0.5) : 0;
  const round = Math.abs(l - w) < 0.01 * l ? 1 : chance(random, 0.2) ? 0.15 : 0;
  grid(order, PLATE_CELLS, { ragged: broken, round });
  const top = mesh.vertices;
  for (let i = 0; i < top; i++) mesh.z[i] = h;
  const n = PLATE_CELLS;
  const row = n + 1;
  const border: number[] = [];
  for (let i = 0; i < n; i++) border.push(i);
  for (let j = 0; j < n; j++) border.push(j * row + n);
  for (let i = n; i > 0; i--) border.push(n * row + i);
  for (let j = n; j > 0; j--) border.push(j * row);
  for (let k = 0; k < border.length; k++) {
    const [a, b] = [border[k]!, border[(k + 1) % border.length]!];
    const first = mesh.vertices;
    for (let end = 0; end < 2; end++) {
      const v = end === 0 ? a : b;
      vertex(mesh, mesh.x[v]!, mesh.y[v]!, 0, mesh.s[v]!, mesh.t[v]!);
      vertex(mesh, mesh.x[v]!, mesh.y[v]!, h, mesh.s[v]!, mesh.t[v]!);
    }
    triangle(mesh, first, first + 2, first + 1, PART.edge);
    triangle(mesh, first + 2, first + 3, first + 1, PART.edge);
    mesh.wall.fill(6, first, first + 4);
  }
  mesh.sharp = 1;
}

function printAll(order: Order): void {
  order.mesh.printS = order.lengthM / 2;
  order.mesh.printT = order.widthM / 2;
}

/** Paper, foil, plates and discs. */
export function buildSheet(order: Order): Built {
  const { mesh, random, lengthM: l, widthM: w } = order;
  printAll(order);
  if (order.thicknessM > STIFF_M) {
    plate(order);
    return { crush: order.look.crumple[1] > 0.3 ? 'soft' : 'body', rest: 'flat' };
  }
  const kind = random.next();
  const balled = (BALLED * order.item.crumple) / MEAN_CRUMPLE;
  if (kind < balled) {
    ball(order, between(random, 0.28, 0.42) * w);
    return { crush: 'ball', rest: 'any' };
  }
  const torn = chance(random, 0.3);
  grid(order, cellsOf(order), { ragged: torn ? between(random, 0.1, 0.45) : 0, round: 0 });
  const folds = kind < balled + FOLDED ? 1 + Math.floor(random.next() * 2) : 0;
  for (let k = 0; k < folds; k++) {
    const straight = chance(random, 0.7);
    const angle = straight ? (Math.PI / 2) * Math.floor(random.next() * 4) : random.next() * 2 * Math.PI;
    const at = between(random, 0, 0.3);
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    foldOver(
      mesh,
      [at * nx * l * 0.5, at * ny * w * 0.5, nx, ny],
      chance(random, 0.5) ? between(random, 0, 0.5) : 0,
    );
  }
  return { crush: 'skin', rest: 'flat' };
}

/** Film and foil: ragged, creased, often balled. */
export function buildFilm(order: Order): Built {
  const { random, widthM: w } = order;
  printAll(order);
  if (chance(random, 0.35)) {
    ball(order, between(random, 0.28, 0.45) * w);
    return { crush: 'ball', rest: 'any' };
  }
  grid(order, cellsOf(order), { ragged: between(random, 0.02, 0.6), round: between(random, 0, 0.25) });
  return { crush: 'skin', rest: 'flat' };
}

/** Swells the skin to a pillow whose rim stays flat over `seam` of its length. */
function pillow(order: Order, height: number, seam: number): void {
  const { mesh, lengthM: l, widthM: w } = order;
  for (let i = 0; i < mesh.vertices; i++) {
    const [a, b] = [Math.abs((2 * mesh.s[i]!) / l), Math.abs((2 * mesh.t[i]!) / w)];
    const along = Math.max(0, 1 - a / (1 - seam));
    const across = 1 - b * b;
    mesh.z[i] = height * Math.sqrt(Math.max(0, across * Math.min(1, 2.5 * along)));
  }
}

/** Bags, sacks and pouches. */
export function buildBag(order: Order): Built {
  const { mesh, random, widthM: w, look } = order;
  printAll(order);
  const pouch = look.labelShare > 0.8;
  if (chance(random, pouch ? 0.12 : 0.3)) {
    ball(order, between(random, 0.3, 0.5) * w);
    return { crush: 'ball', rest: 'any' };
  }
  const torn = chance(random, 0.3);
  const ragged = pouch ? (torn ? between(random, 0.05, 0.3) : 0) : between(random, 0.1, 0.5);
  grid(order, cellsOf(order), { ragged, round: pouch ? 0.03 : between(random, 0, 0.3) });
  pillow(order, between(random, 0.02, pouch ? 0.22 : 0.3) * w, pouch ? 0.08 : 0);
  if (pouch && torn) mesh.sharp = 0.3;
  return { crush: 'skin', rest: 'flat' };
}

/** A piece of cloth. */
export function buildCloth(order: Order): Built {
  const { random } = order;
  printAll(order);
  grid(order, cellsOf(order), { ragged: between(random, 0.05, 0.55), round: between(random, 0, 0.3) });
  return { crush: 'soft', rest: 'flat' };
}
