import {
  BatchedMesh,
  BoxGeometry,
  Color,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  MeshBasicMaterial,
} from 'three';
import { must } from '../../../sim/record/must.ts';
import type { RobotPlan, Site } from '../../recording/site.ts';
import type { DayState } from '../../recording/state.ts';
import type { Timeline } from '../../recording/timeline.ts';
import { accentOf, chargeColour, palette } from '../forms/palette.ts';
import { BELT_TOP_M } from '../forms/place.ts';
import type { Solid } from '../forms/solid.ts';
import { Robot } from './robot.ts';

const GAUGE_M = 0.35;

/** Foot of a robot's battery gauge, on its pedestal. */
function gaugeSpot({ foot }: RobotPlan, beltLengthM: number): readonly [number, number, number] {
  return [foot.xM - beltLengthM / 2, BELT_TOP_M * 0.52 - GAUGE_M / 2, foot.yM + 0.17];
}

/** The dark frame of a gauge: it never moves, so it belongs to the structure. */
export function addGaugeFrame(solid: Solid, plan: RobotPlan, beltLengthM: number): void {
  const [x, y, z] = gaugeSpot(plan, beltLengthM);
  solid.box([0.12, 0.4, 0.05], { at: [x, y + GAUGE_M / 2, z], colour: palette.rubber }, 0.02);
}

/** All robots of a site: the parts of all arms in one draw call, the bars of all gauges in another. */
export class Robots {
  readonly group = new Group();
  readonly robots: readonly Robot[];
  private readonly arms: BatchedMesh;
  private readonly instances: number[][];
  private readonly bars: InstancedMesh;
  private readonly pose = new Matrix4();
  private readonly colour = new Color();

  constructor(
    private readonly site: Site,
    material: Material,
  ) {
    const { lengthM } = site.scene.belt;
    this.robots = site.robots.map((plan, i) => new Robot(plan, lengthM, accentOf(i)));
    const parts = this.robots.flatMap((robot) => robot.parts);
    const vertices = parts.reduce((sum, { body }) => sum + body.getAttribute('position').count, 0);
    this.arms = new BatchedMesh(Math.max(1, parts.length), Math.max(3, vertices), 0, material);
    this.arms.castShadow = true;
    this.arms.frustumCulled = this.arms.perObjectFrustumCulled = this.arms.sortObjects = false;
    this.instances = this.robots.map((robot) =>
      robot.parts.map(({ body }) => this.arms.addInstance(this.arms.addGeometry(body))),
    );
    this.bars = new InstancedMesh(
      new BoxGeometry(0.075, GAUGE_M, 0.02).translate(0, GAUGE_M / 2, 0),
      new MeshBasicMaterial({ toneMapped: false }),
      Math.max(1, site.robots.length),
    );
    this.bars.count = site.robots.length;
    this.bars.frustumCulled = false;
    this.group.add(this.bars);
    if (parts.length > 0) this.group.add(this.arms);
  }

  /** Shows all arms and gauges at an instant; `hold` hears of each robot what it holds. */
  draw(state: DayState, timeline: Timeline, hold: (robot: Robot, itemId: number | null) => void): void {
    const { lengthM } = this.site.scene.belt;
    this.site.robots.forEach((plan, i) => {
      const robot = must(this.robots[i], 'robot');
      hold(robot, robot.draw(state, timeline));
      robot.parts.forEach(({ carrier }, part) => {
        this.arms.setMatrixAt(must(this.instances[i]?.[part], 'part of an arm'), carrier.matrixWorld);
      });
      this.drawBar(i, gaugeSpot(plan, lengthM), state.robots.get(plan.id)?.soc ?? 0);
    });
    this.bars.instanceMatrix.needsUpdate = true;
    if (this.bars.instanceColor !== null) this.bars.instanceColor.needsUpdate = true;
  }

  /** Colour and height say the same: full is long and blue-green, empty short and orange. */
  private drawBar(i: number, [x, y, z]: readonly [number, number, number], soc: number): void {
    this.pose.makeScale(1, Math.max(0.01, soc), 1).setPosition(x, y, z + 0.021);
    this.bars.setMatrixAt(i, this.pose);
    this.bars.setColorAt(i, this.colour.set(chargeColour(soc)));
  }
}
