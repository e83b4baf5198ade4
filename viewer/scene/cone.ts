import { AdditiveBlending, ConeGeometry, DoubleSide, Mesh, MeshBasicMaterial, NormalBlending } from 'three';
import { BELT_TOP_M } from './place.ts';
import { Robot } from './robot.ts';

/** What the camera of a robot sees: a pyramid of light from its lens to the belt. */
export class ViewCone {
  readonly mesh: Mesh<ConeGeometry, MeshBasicMaterial>;
  private readonly accent: string;

  constructor(xM: number, beltLengthM: number, beltWidthM: number, accent: string) {
    this.accent = accent;
    const height = 0.76;
    const geometry = new ConeGeometry(Math.SQRT1_2, height, 4, 1, true, Math.PI / 4);
    geometry.scale(0.5, 1, beltWidthM * 0.98);
    geometry.translate(0, height / 2 + 0.004, 0);
    this.mesh = new Mesh(
      geometry,
      new MeshBasicMaterial({ transparent: true, depthWrite: false, side: DoubleSide, fog: false }),
    );
    this.mesh.position.set(xM - beltLengthM / 2, BELT_TOP_M, 0);
    this.mesh.renderOrder = 2;
  }

  draw(state: string, dark: number): void {
    const { material } = this.mesh;
    material.opacity = Robot.glow(material.color, state, this.accent) * (1 + 0.6 * dark);
    material.blending = dark > 0.5 ? AdditiveBlending : NormalBlending;
  }
}
