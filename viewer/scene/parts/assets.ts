import {
  Color,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  SphereGeometry,
} from 'three';
import type { Site } from '../../recording/site.ts';
import type { AssetNow, DayState } from '../../recording/state.ts';
import { lampColours, palette } from '../forms/palette.ts';
import { BELT_TOP_M } from '../forms/place.ts';
import { Solid } from '../forms/solid.ts';

/** The technician stands this far before the rail, clear of the bins. */
const STAND_OFF_M = 1.45;
/** Wear from which a lamp turns amber. */
const WORN = 0.7;

function lampColour(target: Color, asset: AssetNow): Color {
  if (!asset.up) return target.set(lampColours.down).multiplyScalar(2.2);
  return asset.wear > WORN ? target.set(lampColours.worn).multiplyScalar(1.4) : target.set(lampColours.fine);
}

function technician(material: Material): Mesh {
  const body = new Solid()
    .cylinder(0.075, 0.8, { at: [-0.09, 0.4, 0], colour: palette.trousers })
    .cylinder(0.075, 0.8, { at: [0.09, 0.4, 0], colour: palette.trousers })
    .box([0.42, 0.56, 0.24], { at: [0, 1.08, 0], colour: palette.hiVis }, 0.09)
    .box([0.43, 0.05, 0.25], { at: [0, 1.02, 0], colour: palette.reflector }, 0.02)
    .cylinder(0.055, 0.5, { at: [-0.26, 1.1, 0.12], turn: [0.6, 0, 0.1], colour: palette.hiVis })
    .cylinder(0.055, 0.5, { at: [0.26, 1.1, 0.12], turn: [0.6, 0, -0.1], colour: palette.hiVis })
    .sphere(0.115, { at: [0, 1.5, 0], colour: palette.skin })
    .cylinder(0.135, 0.09, { at: [0, 1.58, 0], colour: palette.helmet }, 0.1)
    .box([0.4, 0.22, 0.24], { at: [0.46, 0.11, 0.1], colour: palette.toolbox }, 0.03);
  const mesh = new Mesh(body.build(), material);
  mesh.castShadow = true;
  mesh.visible = false;
  return mesh;
}

/** A lamp on a post for every asset that wears (red = down, amber = worn), and a technician where one is at work. */
export class Assets {
  readonly group = new Group();
  private readonly lamps: InstancedMesh;
  private readonly worker: Mesh;
  private readonly colour = new Color();
  private readonly pose = new Matrix4();

  constructor(
    private readonly site: Site,
    material: Material,
  ) {
    const posts = new Solid();
    const count = Math.max(1, site.scene.assets.length);
    this.lamps = new InstancedMesh(
      new SphereGeometry(0.055, 16, 12),
      new MeshBasicMaterial({ toneMapped: false }),
      count,
    );
    this.lamps.count = site.scene.assets.length;
    this.lamps.frustumCulled = false;
    site.scene.assets.forEach((_, i) => {
      const [x, z] = this.spot(i);
      posts.cylinder(0.014, 0.5, { at: [x, BELT_TOP_M + 0.25, z], colour: palette.graphite });
      this.lamps.setMatrixAt(i, this.pose.makeTranslation(x, BELT_TOP_M + 0.54, z));
    });
    this.worker = technician(material);
    if (site.scene.assets.length > 0) this.group.add(new Mesh(posts.build(), material));
    this.group.add(this.lamps, this.worker);
  }

  /** Posts stand on the near rail of the belt, one a place. */
  private spot(i: number): readonly [number, number] {
    const { assets, belt } = this.site.scene;
    const xM = assets[i]?.xM ?? 0;
    const before = assets.slice(0, i).filter((a) => Math.abs(a.xM - xM) < 0.12).length;
    const x = Math.min(belt.lengthM - 0.05, Math.max(0.05, xM)) + before * 0.16;
    return [x - belt.lengthM / 2, belt.widthM / 2 + 0.035];
  }

  draw(state: DayState): void {
    let visited = -1;
    this.site.scene.assets.forEach((plan, i) => {
      const now = state.assets.get(plan.id) ?? { wear: 0, up: true, visited: false };
      this.lamps.setColorAt(i, lampColour(this.colour, now));
      if (now.visited) visited = i;
    });
    if (this.lamps.instanceColor !== null) this.lamps.instanceColor.needsUpdate = true;
    this.worker.visible = visited >= 0;
    if (visited >= 0) {
      const [x, z] = this.spot(visited);
      this.worker.position.set(x - 0.2, 0, z + STAND_OFF_M);
      this.worker.rotation.y = Math.PI;
    }
  }
}
