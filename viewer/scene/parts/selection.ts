import { CylinderGeometry, Group, Mesh, MeshBasicMaterial, RingGeometry, type Vector3 } from 'three';
import { selectedColour } from '../forms/palette.ts';

export const BEAM_M = 0.7;

/** A ring and a thin beam over the selected item: seen whatever lies before it, not by colour alone. */
export class SelectionMark {
  readonly group = new Group();
  private readonly ring: Mesh;

  constructor() {
    const material = new MeshBasicMaterial({
      color: selectedColour,
      transparent: true,
      opacity: 0.95,
      depthTest: false,
      toneMapped: false,
      fog: false,
    });
    this.ring = new Mesh(new RingGeometry(0.9, 1.06, 48), material);
    this.ring.rotation.x = -Math.PI / 2;
    const beam = new Mesh(new CylinderGeometry(0.006, 0.006, BEAM_M, 8), material);
    beam.position.y = 0.42;
    this.ring.renderOrder = beam.renderOrder = 4;
    this.group.add(this.ring, beam);
    this.group.visible = false;
  }

  show(at: Vector3, radiusM: number): void {
    this.group.visible = true;
    this.group.position.copy(at);
    this.ring.scale.setScalar(Math.max(0.09, radiusM));
  }

  hide(): void {
    this.group.visible = false;
  }
}
