import { BoxGeometry, Group, type Material, Mesh, MeshBasicMaterial, Vector3 } from 'three';
import { handAt, homeOf } from '../../recording/arm.ts';
import type { RobotPlan } from '../../recording/site.ts';
import type { DayState } from '../../recording/state.ts';
import type { Timeline } from '../../recording/timeline.ts';
import { reachFor } from '../forms/kinematics.ts';
import { palette } from '../forms/palette.ts';
import { BELT_TOP_M, toScene } from '../forms/place.ts';
import { Solid } from '../forms/solid.ts';

/** The shoulder stands this far over the belt; the hand is this long. */
const SHOULDER_M = 0.2;
const HAND_M = 0.16;
const ALONG_X: readonly [number, number, number] = [0, 0, -Math.PI / 2];
const ACROSS: readonly [number, number, number] = [Math.PI / 2, 0, 0];

/** One arm link along +x from its joint: two shells and the next joint's hub. */
function link(lengthM: number, radius: number, accent: string): Solid {
  return new Solid()
    .cylinder(radius * 1.25, radius * 3, { turn: ACROSS, colour: palette.graphite })
    .cylinder(radius * 1.27, radius * 0.5, { turn: ACROSS, at: [0, 0, radius * 1.3], colour: accent })
    .cylinder(
      radius,
      lengthM,
      { turn: ALONG_X, at: [lengthM / 2, 0, 0], colour: palette.shell },
      radius * 0.78,
    )
    .cylinder(
      radius * 0.92,
      radius * 0.7,
      { turn: ALONG_X, at: [lengthM * 0.72, 0, 0], colour: accent },
      radius * 0.9,
    );
}

function hand(accent: string): Solid {
  return new Solid()
    .cylinder(0.045, 0.13, { turn: ACROSS, colour: palette.graphite })
    .cylinder(0.034, HAND_M * 0.7, { turn: ALONG_X, at: [HAND_M * 0.4, 0, 0], colour: palette.shell })
    .cylinder(0.05, 0.02, { turn: ALONG_X, at: [HAND_M * 0.76, 0, 0], colour: accent })
    .cylinder(0.03, 0.05, { turn: ALONG_X, at: [HAND_M * 0.9, 0, 0], colour: '#1d2226' }, 0.045);
}

/** Battery gauge on the pedestal: a dark frame and a bar as high as the charge. */
class Gauge {
  readonly group = new Group();
  private readonly bar: Mesh<BoxGeometry, MeshBasicMaterial>;

  constructor(material: Material) {
    const frame = new Mesh(new Solid().box([0.12, 0.4, 0.05], { colour: '#191d21' }, 0.02).build(), material);
    const fill = new BoxGeometry(0.075, 0.35, 0.02);
    fill.translate(0, 0.175, 0);
    this.bar = new Mesh(fill, new MeshBasicMaterial({ toneMapped: false }));
    this.bar.position.set(0, -0.175, 0.021);
    this.group.add(frame, this.bar);
  }

  /** Colour and height say the same: full is long and blue-green, empty short and orange. */
  set(soc: number): void {
    this.bar.scale.y = Math.max(0.01, soc);
    this.bar.material.color.set(soc > 0.3 ? '#2bb58a' : soc > 0.12 ? '#e6a019' : '#e0552b');
  }
}

/** An articulated arm that follows the recorded picks; on a node or flap only the gauge moves. */
export class Robot {
  readonly group = new Group();
  /** Scene point of the hand's tip, after `draw`. */
  readonly tip = new Vector3();
  private readonly shoulder = new Vector3();
  private readonly target = new Vector3();
  private readonly yaw = new Group();
  private readonly upper: Mesh;
  private readonly fore: Mesh;
  private readonly hand: Mesh;
  private readonly gauge: Gauge;
  private readonly linkM: number;

  constructor(
    private readonly plan: RobotPlan,
    private readonly beltLengthM: number,
    accent: string,
    material: Material,
  ) {
    this.linkM = Math.max(0.62, plan.reachM * 0.56);
    toScene(this.shoulder, { xM: plan.foot.xM, yM: plan.foot.yM, zM: SHOULDER_M }, beltLengthM);
    const turret = new Solid()
      .cylinder(0.13, 0.16, { at: [0, -0.13, 0], colour: palette.graphite }, 0.12)
      .box([0.2, 0.2, 0.18], { colour: palette.shell }, 0.05);
    const body = new Mesh(turret.build(), material);
    this.upper = new Mesh(link(this.linkM, 0.065, accent).build(), material);
    this.fore = new Mesh(link(this.linkM, 0.052, accent).build(), material);
    this.hand = new Mesh(hand(accent).build(), material);
    this.fore.position.x = this.hand.position.x = this.linkM;
    this.fore.add(this.hand);
    this.upper.add(this.fore);
    this.yaw.add(body, this.upper);
    this.yaw.position.copy(this.shoulder);
    this.yaw.visible = plan.actuator === 'arm';
    this.gauge = new Gauge(material);
    this.gauge.group.position.set(this.shoulder.x, BELT_TOP_M * 0.52, plan.foot.yM + 0.17);
    this.group.add(this.yaw, this.gauge.group);
    this.group.traverse((part) => {
      part.castShadow = part instanceof Mesh;
    });
  }

  /** Bends the arm to where the recording says the hand is; returns the item in the hand, if any. */
  draw(state: DayState, timeline: Timeline): number | null {
    const tasks = timeline.tasks.get(this.plan.id) ?? [];
    const { point, itemId } = handAt(tasks, homeOf(this.plan), state.timeUs);
    toScene(this.tip, point, this.beltLengthM);
    this.target.copy(this.tip).sub(this.shoulder);
    const angles = reachFor(this.target.x, this.target.y + HAND_M, this.target.z, this.linkM, this.linkM);
    this.yaw.rotation.y = angles.yaw;
    this.upper.rotation.z = angles.shoulder;
    this.fore.rotation.z = angles.elbow;
    this.hand.rotation.z = angles.wrist;
    this.gauge.set(state.robots.get(this.plan.id)?.soc ?? 0);
    return itemId;
  }
}
