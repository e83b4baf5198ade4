import type { Noise } from '../../kernel/random/noise.ts';
import { between } from './goods/kind.ts';
import type { Mesh } from './skin/mesh.ts';

/** Breaks pieces off along rough planes: what lies beyond is gone, what crosses is cut back to the break. */
export function breakOff(mesh: Mesh, lengthM: number, widthM: number, cuts: number, random: Noise): void {
  for (let k = 0; k < cuts; k++) {
    const angle = random.next() * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const reach = Math.abs(nx) * lengthM * 0.5 + Math.abs(ny) * widthM * 0.5;
    const off = between(random, 0.2, 0.8) * reach;
    const [rough, wave, phase] = [0.05 * reach, between(random, 3, 9) / reach, 2 * Math.PI * random.next()];
    /** Distance beyond the break, which wanders about its plane. */
    const beyond = (i: number) => {
      const along = mesh.y[i]! * nx - mesh.x[i]! * ny;
      return mesh.x[i]! * nx + mesh.y[i]! * ny - off - rough * Math.sin(wave * along + phase);
    };
    cutBeyond(mesh, beyond, nx, ny);
  }
  mesh.twoSided = true;
}

/** Drops the triangles that lie wholly beyond a break and pulls the corners of those across back to it, against (nx, ny). */
function cutBeyond(mesh: Mesh, beyond: (vertex: number) => number, nx: number, ny: number): void {
  const { corners, part } = mesh;
  const far = new Float32Array(mesh.vertices);
  for (let i = 0; i < far.length; i++) far[i] = beyond(i);
  let kept = 0;
  for (let i = 0; i < mesh.triangles; i++) {
    const [a, b, c] = [corners[3 * i]!, corners[3 * i + 1]!, corners[3 * i + 2]!];
    if (far[a]! > 0 && far[b]! > 0 && far[c]! > 0) continue;
    corners[3 * kept] = a;
    corners[3 * kept + 1] = b;
    corners[3 * kept + 2] = c;
    part[kept++] = part[i]!;
  }
  mesh.triangles = kept;
  for (let i = 0; i < far.length; i++) {
    const by = Math.max(0, far[i]!);
    mesh.x[i]! -= nx * by;
    mesh.y[i]! -= ny * by;
  }
}
