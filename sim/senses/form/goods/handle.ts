import { PART, triangle, vertex } from '../skin/mesh.ts';
import { between, type Order } from './kind.ts';

/** The moulded handle of a large blown bottle: a bent tube on its side. Proportions by eye. */

/** Steps along the bow and around the tube. */
const BOW = 8;
const ROUND = 6;

/** Adds a handle to a bottle of `radius` along x; it hangs on the side of its height. */
export function addHandle({ mesh, lengthM, random }: Order, radius: number): void {
  const middle = between(random, 0.05, 0.15) * lengthM;
  const half = between(random, 0.15, 0.22) * lengthM;
  const reach = between(random, 0.5, 0.75) * radius;
  const tube = 0.16 * radius;
  const first = mesh.vertices;
  for (let i = 0; i <= BOW; i++) {
    const bow = (Math.PI * i) / BOW;
    const [c, s] = [Math.cos(bow), Math.sin(bow)];
    const long = Math.sqrt(reach * reach * c * c + half * half * s * s);
    const [nx, ny] = [(reach * c) / long, (half * s) / long];
    for (let k = 0; k <= ROUND; k++) {
      const turn = (2 * Math.PI * k) / ROUND;
      const out = tube * Math.cos(turn);
      const x = middle + half * c + out * nx;
      const y = 0.9 * radius + reach * s + out * ny;
      // Far from the middle of any disc, so that no mark of a base lies here.
      vertex(mesh, x, y, tube * Math.sin(turn), x, 2 * radius);
    }
  }
  for (let i = 0; i < BOW; i++)
    for (let k = 0; k < ROUND; k++) {
      const at = first + i * (ROUND + 1) + k;
      const next = at + ROUND + 1;
      triangle(mesh, at, next, at + 1, PART.end);
      triangle(mesh, next, next + 1, at + 1, PART.end);
    }
}
