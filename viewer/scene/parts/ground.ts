import { Mesh, MeshStandardMaterial, PlaneGeometry, RepeatWrapping } from 'three';
import { painted } from '../forms/painted.ts';
import { palette } from '../forms/palette.ts';

/** Concrete with joints: drawn once on a canvas, speckled by a fixed sequence, never by chance. */
function concrete(ink: CanvasRenderingContext2D): void {
  ink.fillStyle = palette.concrete;
  ink.fillRect(0, 0, 512, 512);
  let seed = 7;
  for (let i = 0; i < 5200; i++) {
    seed = (seed * 16807) % 2147483647;
    const x = seed % 512;
    const y = Math.floor(seed / 512) % 512;
    ink.fillStyle = i % 2 === 0 ? palette.speckDark : palette.speckLight;
    ink.fillRect(x, y, 1 + (seed % 3), 1 + (seed % 2));
  }
  ink.strokeStyle = palette.joint;
  ink.lineWidth = 2;
  ink.strokeRect(0, 0, 512, 512);
}

/** Size of the paved yard, and distance of its joints. */
const YARD_M = [40, 38] as const;
const JOINT_M = 2;

/** The paved floor of the site. */
export function makeGround(): Mesh {
  const texture = painted(512, 512, concrete);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.repeat.set(YARD_M[0] / JOINT_M, YARD_M[1] / JOINT_M);
  const ground = new Mesh(
    new PlaneGeometry(...YARD_M),
    new MeshStandardMaterial({ map: texture, roughness: 0.93, metalness: 0 }),
  );
  ground.rotation.x = -Math.PI / 2;
  ground.receiveShadow = true;
  return ground;
}
