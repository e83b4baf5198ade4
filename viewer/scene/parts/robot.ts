import { type BufferGeometry, Object3D, Vector3 } from 'three';
import { handAt, homeOf } from '../../recording/arm.ts';
import type { RobotPlan } from '../../recording/site.ts';
import type { DayState } from '../../recording/state.ts';
import type { Timeline } from '../../recording/timeline.ts';
import { reachFor } from '../forms/kinematics.ts';
import { palette } from '../forms/palette.ts';
import { toScene } from '../forms/place.ts';
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
    .cylinder(0.03, 0.05, { turn: ALONG_X, at: [HAND_M * 0.9, 0, 0], colour: palette.suctionCup }, 0.045);
}

/** A rigid part of an arm: its body, and what carries it. */
export interface ArmPart {
  readonly body: BufferGeometry;
  readonly carrier: Object3D;
}

/** An articulated arm that follows the recorded picks; a node or flap has none. Bodies are drawn by `Robots`, all at once. */
export class Robot {
  /** Scene point of the hand's tip, after `draw`. */
  readonly tip = new Vector3();
  readonly parts: readonly ArmPart[];
  private readonly shoulder = new Vector3();
  private readonly target = new Vector3();
  private readonly yaw = new Object3D();
  private readonly upper = new Object3D();
  private readonly fore = new Object3D();
  private readonly hand = new Object3D();
  private readonly linkM: number;

  constructor(
    private readonly plan: RobotPlan,
    private readonly beltLengthM: number,
    accent: string,
  ) {
    this.linkM = Math.max(0.62, plan.reachM * 0.56);
    toScene(this.shoulder, { xM: plan.foot.xM, yM: plan.foot.yM, zM: SHOULDER_M }, beltLengthM);
    const turret = new Solid()
      .cylinder(0.13, 0.16, { at: [0, -0.13, 0], colour: palette.graphite }, 0.12)
      .box([0.2, 0.2, 0.18], { colour: palette.shell }, 0.05);
    this.fore.position.x = this.hand.position.x = this.linkM;
    this.fore.add(this.hand);
    this.upper.add(this.fore);
    this.yaw.add(this.upper);
    this.yaw.position.copy(this.shoulder);
    const arm = [
      { body: turret, carrier: this.yaw },
      { body: link(this.linkM, 0.065, accent), carrier: this.upper },
      { body: link(this.linkM, 0.052, accent), carrier: this.fore },
      { body: hand(accent), carrier: this.hand },
    ];
    this.parts =
      plan.actuator === 'arm' ? arm.map(({ body, carrier }) => ({ body: body.build(), carrier })) : [];
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
    this.yaw.updateMatrixWorld();
    return itemId;
  }
}
