import { AdditiveBlending, ConeGeometry, DoubleSide, Mesh, MeshBasicMaterial, NormalBlending } from 'three';
import { BELT_TOP_M } from '../forms/place.ts';

/** Half of the length of belt that a camera sees. */
export const VIEW_HALF_M = 0.28;

/** What the camera of a robot sees: a pyramid of light from its lens to the belt. */
export class ViewCone {
  readonly mesh: Mesh<ConeGeometry, MeshBasicMaterial>;

  constructor(xM: number, beltLengthM: number, beltWidthM: number, accent: string) {
    const height = 0.76;
    const geometry = new ConeGeometry(Math.SQRT1_2, height, 4, 1, true, Math.PI / 4);
    geometry.scale(0.5, 1, beltWidthM * 0.98);
    geometry.translate(0, height / 2 + 0.004, 0);
    this.mesh = new Mesh(
      geometry,
      new MeshBasicMaterial({
        color: accent,
        transparent: true,
        depthWrite: false,
        side: DoubleSide,
        fog: false,
      }),
    );
    this.mesh.position.set(xM - beltLengthM / 2, BELT_TOP_M, 0);
    this.mesh.renderOrder = 2;
  }

  /** Bright while an item is in view of a robot that is awake, faint else, gone when it has no power. */
  draw(state: string, seesItem: boolean, dark: number): void {
    const { material } = this.mesh;
    const out = state === 'OFF' || state === 'FAULT' || state === 'SERVICE';
    const looks = state === 'SENSE' || state === 'INFER' || seesItem;
    material.opacity = (out ? 0.02 : looks ? 0.3 : 0.09) * (1 + 0.6 * dark);
    material.blending = dark > 0.5 ? AdditiveBlending : NormalBlending;
  }
}
