import { Group, InstancedMesh, type Material, Matrix4, Mesh, MeshStandardMaterial, Vector3 } from 'three';
import { say } from '../../language.ts';
import { BIN_LENGTH_M, type BinPlan, type Site } from '../../recording/site.ts';
import type { BinNow, DayState } from '../../recording/state.ts';
import { kilograms } from '../../words.ts';
import { palette, rimOf } from '../forms/palette.ts';
import { Solid } from '../forms/solid.ts';
import { BINS_LAST, type Label } from '../labels/labels.ts';

export const BIN_HEIGHT_M = 0.66;
export const BIN_WIDTH_M = 0.58;
const WALL_M = 0.025;
/** Pieces at which a bin without a stated capacity looks two thirds full. */
const FULL_COUNT = 160;

/** Height of the contents as a share of the bin, 0..1. */
export function fillShare(bin: BinPlan, now: BinNow): number {
  if (bin.capacityKg > 0) return Math.min(1, now.massKg / bin.capacityKg);
  return 1 - Math.exp(-now.count / FULL_COUNT);
}

function addBin(solid: Solid, x: number, z: number, rim: string): void {
  const [l, h, w] = [BIN_LENGTH_M, BIN_HEIGHT_M, BIN_WIDTH_M];
  const y = h / 2 + 0.04;
  for (const s of [-1, 1]) {
    solid.box([l, h, WALL_M], { at: [x, y, z + (s * (w - WALL_M)) / 2], colour: palette.binBody });
    solid.box([WALL_M, h, w], { at: [x + (s * (l - WALL_M)) / 2, y, z], colour: palette.binBody });
    solid.box([l + 0.03, 0.035, 0.045], { at: [x, h + 0.04, z + (s * w) / 2], colour: rim });
    solid.box([0.045, 0.035, w + 0.03], { at: [x + (s * l) / 2, h + 0.04, z], colour: rim });
    for (const t of [-1, 1])
      solid.box([0.09, 0.06, 0.09], {
        at: [x + s * (l / 2 - 0.07), 0.03, z + t * (w / 2 - 0.07)],
        colour: palette.rubber,
      });
  }
  solid.box([l, WALL_M, w], { at: [x, 0.06, z], colour: palette.graphite });
  for (const s of [-0.3, 0, 0.3])
    solid.box(
      [0.03, h * 0.8, 0.012],
      { at: [x + s * l, y, z + w / 2 + 0.004], colour: palette.binRib },
      0.005,
    );
}

/** All bins: one body for the shells, one instanced body for the levels, a label over each. */
export class Bins {
  readonly group = new Group();
  private readonly levels: InstancedMesh;
  private readonly labels: readonly Omit<Label, 'line'>[];
  private readonly pose = new Matrix4();

  constructor(
    private readonly site: Site,
    material: Material,
  ) {
    const shells = new Solid();
    const half = site.scene.belt.lengthM / 2;
    for (const bin of site.bins) addBin(shells, bin.spot.xM - half, bin.spot.yM, rimOf(bin.use));
    const body = new Mesh(shells.build(), material);
    body.castShadow = body.receiveShadow = true;
    const level = new Solid().box([BIN_LENGTH_M - 0.06, 1, BIN_WIDTH_M - 0.06], { at: [0, 0.5, 0] }).build();
    this.levels = new InstancedMesh(
      level,
      new MeshStandardMaterial({ color: palette.binFill, roughness: 1 }),
      Math.max(1, site.bins.length),
    );
    this.levels.frustumCulled = false;
    this.levels.receiveShadow = true;
    this.labels = site.bins.map((bin) => ({
      key: `bin ${bin.id}`,
      // Bins before the belt have free floor under them, those behind it the sky over them.
      below: bin.side === 'right',
      at:
        bin.side === 'right'
          ? new Vector3(bin.spot.xM - half, 0.02, bin.spot.yM + BIN_WIDTH_M / 2)
          : new Vector3(bin.spot.xM - half, BIN_HEIGHT_M + 0.06, bin.spot.yM),
      ...{ priority: BINS_LAST, title: bin.id, accent: rimOf(bin.use), bar: null },
    }));
    this.group.add(body, this.levels);
  }

  /** Height over the floor of the contents of a bin. */
  levelM(bin: BinPlan, state: DayState): number {
    const now = state.bins.get(bin.id) ?? { count: 0, massKg: 0 };
    return 0.08 + fillShare(bin, now) * (BIN_HEIGHT_M - 0.16);
  }

  draw(state: DayState): void {
    const half = this.site.scene.belt.lengthM / 2;
    this.site.bins.forEach((bin, i) => {
      const height = Math.max(0.005, this.levelM(bin, state) - 0.07);
      this.pose.makeScale(1, height, 1).setPosition(bin.spot.xM - half, 0.07, bin.spot.yM);
      this.levels.setMatrixAt(i, this.pose);
    });
    this.levels.instanceMatrix.needsUpdate = true;
  }

  /** What the labels of the bins say of an instant. */
  labelsOf(state: DayState): Label[] {
    return this.labels.map((label) => {
      const { count, massKg } = state.bins.get(label.title) ?? { count: 0, massKg: 0 };
      return { ...label, line: `${kilograms(massKg)}, ${say('kpi.items', { count })}` };
    });
  }
}
