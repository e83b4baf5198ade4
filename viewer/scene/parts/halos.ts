import {
  DynamicDrawUsage,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  RingGeometry,
  type Vector3,
} from 'three';
import { differsColour } from '../forms/palette.ts';

/** Most rings drawn; more items than that are not told apart anyway. */
const MOST = 160;

/** Glowing rings around the items that go another way on the day beside this one: one mesh for all. */
export class Halos {
  readonly mesh: InstancedMesh;
  private readonly pose = new Matrix4();

  constructor() {
    const ring = new RingGeometry(0.82, 1.05, 32).rotateX(-Math.PI / 2);
    const material = new MeshBasicMaterial({
      color: differsColour,
      transparent: true,
      opacity: 0.9,
      depthTest: false,
      toneMapped: false,
      fog: false,
    });
    this.mesh = new InstancedMesh(ring, material, MOST);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 3;
    this.mesh.count = 0;
  }

  begin(): void {
    this.mesh.count = 0;
  }

  /** Puts a ring of a radius (m) around a point of the scene. */
  put(at: Vector3, radiusM: number): void {
    const { mesh, pose } = this;
    if (mesh.count === MOST) return;
    pose.makeScale(radiusM, 1, radiusM).setPosition(at);
    mesh.setMatrixAt(mesh.count, pose);
    mesh.count += 1;
  }

  end(): void {
    this.mesh.visible = this.mesh.count > 0;
    this.mesh.instanceMatrix.needsUpdate = true;
  }
}
