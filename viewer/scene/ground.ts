import {
  CanvasTexture,
  CircleGeometry,
  Mesh,
  MeshStandardMaterial,
  RepeatWrapping,
  SRGBColorSpace,
} from 'three';

/** Concrete with joints: drawn once on a canvas, speckled by a fixed sequence, never by chance. */
function concrete(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 512;
  const ink = canvas.getContext('2d')!;
  ink.fillStyle = '#c3c6c6';
  ink.fillRect(0, 0, 512, 512);
  let seed = 7;
  for (let i = 0; i < 5200; i++) {
    seed = (seed * 16807) % 2147483647;
    const x = seed % 512;
    const y = Math.floor(seed / 512) % 512;
    ink.fillStyle = i % 2 === 0 ? 'rgba(60,66,70,0.05)' : 'rgba(255,255,255,0.07)';
    ink.fillRect(x, y, 1 + (seed % 3), 1 + (seed % 2));
  }
  ink.strokeStyle = 'rgba(60,66,72,0.35)';
  ink.lineWidth = 2;
  ink.strokeRect(0, 0, 512, 512);
  return canvas;
}

/** The floor of the site, wide enough to fade into the haze. */
export function makeGround(): Mesh {
  const texture = new CanvasTexture(concrete());
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.repeat.set(60, 60);
  texture.anisotropy = 8;
  texture.colorSpace = SRGBColorSpace;
  const ground = new Mesh(
    new CircleGeometry(75, 48),
    new MeshStandardMaterial({ map: texture, roughness: 0.93, metalness: 0 }),
  );
  ground.rotation.x = -Math.PI / 2;
  ground.receiveShadow = true;
  return ground;
}
