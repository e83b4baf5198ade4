import {
  Color,
  Euler,
  Group,
  InstancedMesh,
  Matrix4,
  MeshStandardMaterial,
  Quaternion,
  type Raycaster,
  Vector3,
} from 'three';
import { type Shape, shapes } from '../../../sim/record/shape.ts';
import type { ItemLife } from '../../recording/items.ts';
import { palette } from '../forms/palette.ts';
import { forms } from '../forms/shapes.ts';

/** Room for items of one form before its instances are made anew with twice the room. */
const FIRST_ROOM = 128;
/** Colour of items that are not asked for: near that of the belt. */
const OUT = palette.notAskedFor;
/** Drawn height of the flattest thing, so that films are seen. */
const THINNEST_M = 0.012;

/** Drawn height over the belt of an item, from its size and its form. */
export function itemHeightM({ shape, lengthM, widthM, thicknessM }: ItemLife): number {
  const { height } = forms[shape];
  return Math.max(THINNEST_M, height === 'wall' ? thicknessM : height * Math.min(widthM, lengthM));
}

class Batch {
  mesh: InstancedMesh;
  readonly ids: number[] = [];

  constructor(shape: Shape) {
    const { make, finish } = forms[shape];
    const material = new MeshStandardMaterial({
      vertexColors: true,
      roughness: finish === 'matt' ? 0.62 : 0.32,
      metalness: finish === 'metal' ? 0.55 : 0.02,
    });
    this.mesh = this.room(make(), material, FIRST_ROOM, true);
  }

  private room(
    geometry: InstancedMesh['geometry'],
    material: InstancedMesh['material'],
    count: number,
    shadows: boolean,
  ): InstancedMesh {
    const mesh = new InstancedMesh(geometry, material, count);
    mesh.castShadow = mesh.receiveShadow = shadows;
    mesh.frustumCulled = false;
    mesh.count = 0;
    return mesh;
  }

  add(itemId: number, pose: Matrix4, colour: Color): void {
    const at = this.mesh.count;
    if (at === this.mesh.instanceMatrix.count) this.grow();
    this.mesh.setMatrixAt(at, pose);
    this.mesh.setColorAt(at, colour);
    this.ids[at] = itemId;
    this.mesh.count = at + 1;
  }

  /** Body, material and shadows stay those of the mesh so far: a plain picture stays plain. */
  private grow(): void {
    const old = this.mesh;
    const pose = new Matrix4();
    const colour = new Color();
    const next = this.room(old.geometry, old.material, old.instanceMatrix.count * 2, old.castShadow);
    for (let i = 0; i < old.count; i++) {
      old.getMatrixAt(i, pose);
      old.getColorAt(i, colour);
      next.setMatrixAt(i, pose);
      next.setColorAt(i, colour);
    }
    next.count = old.count;
    old.parent?.add(next);
    old.removeFromParent();
    old.dispose();
    this.mesh = next;
  }
}

/** All items of an instant, one instanced mesh a form; filled anew each frame without making objects. */
export class Items {
  readonly group = new Group();
  private readonly batches = new Map<Shape, Batch>();
  private readonly pose = new Matrix4();
  private readonly turn = new Quaternion();
  private readonly angles = new Euler();
  private readonly size = new Vector3();
  /** Colours by their names: to read one takes longer than to draw it. */
  private readonly colours = new Map<string, Color>();

  constructor() {
    for (const shape of shapes) {
      const batch = new Batch(shape);
      this.batches.set(shape, batch);
      this.group.add(batch.mesh);
    }
  }

  begin(): void {
    for (const { mesh } of this.batches.values()) mesh.count = 0;
  }

  /** Puts one item with its foot at `at`; `tilt` leans it (in bins), `out` shows it as one that is not asked for. */
  put(life: ItemLife, at: Vector3, tilt = 0, out = false): void {
    const height = itemHeightM(life);
    const deep = forms[life.shape].round ? height : life.widthM;
    this.angles.set(tilt, -life.angleRad, tilt * 0.6);
    this.turn.setFromEuler(this.angles);
    this.size.set(life.lengthM, height, deep);
    this.pose.compose(at, this.turn, this.size);
    this.batches.get(life.shape)?.add(life.itemId, this.pose, this.colourOf(out ? OUT : life.colour));
  }

  private colourOf(name: string): Color {
    const known = this.colours.get(name);
    if (known !== undefined) return known;
    const colour = new Color(name);
    this.colours.set(name, colour);
    return colour;
  }

  end(): void {
    for (const { mesh } of this.batches.values()) {
      mesh.visible = mesh.count > 0;
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
      mesh.boundingSphere = null;
    }
  }

  /** The item that a ray meets first, or null. */
  pick(ray: Raycaster): number | null {
    const hits = [...this.batches.values()]
      .filter(({ mesh }) => mesh.count > 0)
      .flatMap((batch) => ray.intersectObject(batch.mesh, false).map((hit) => ({ hit, batch })))
      .sort((a, b) => a.hit.distance - b.hit.distance);
    const first = hits[0];
    return first?.hit.instanceId === undefined ? null : (first.batch.ids[first.hit.instanceId] ?? null);
  }
}
