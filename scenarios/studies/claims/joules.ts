import { sensorInputs } from '../../../models/data/sensor-inputs.ts';
import { deviceRow } from '../../../models/device/cost.ts';
import { deviceById } from '../../../models/device/device.ts';
import { CAMERA, inputsOf } from '../../../models/nets/inputs.ts';
import { ALL_HEADS } from '../../../models/nets/model.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { must } from '../../../sim/record/must.ts';
import { costOfLook, defaultSensors, sensesOf } from '../../../sim/senses/sensors.ts';
import type { Scenario } from '../../schema/day/scenario.ts';

/** Ids of the boards that a robot runs its networks on. */
export interface Boards {
  readonly teacher: string;
  readonly student: string;
}

/** What computing one item takes on a board. */
export interface Computed {
  readonly device: string;
  readonly energyJ: number;
}

/** What a look at one item takes, in joules: computing on boards, and sensing. */
export interface Joules {
  readonly teacher: Computed;
  /** The teacher on the student's board. */
  readonly teacherThere: Computed;
  readonly student: Computed;
  readonly senses: readonly { readonly sense: Sense; readonly energyJ: number }[];
  readonly cameraJ: number;
  readonly allJ: number;
}

/** Joules of the protocol's teacher and student on these boards, beside those of the standard sensors. */
export function joulesOf(labels: readonly string[], imagePx: number, boards: Boards): Joules {
  const sensors = defaultSensors();
  const senses = sensesOf(sensors);
  const inputs = sensorInputs(sensors, senses, imagePx);
  const of = (kind: 'teacher' | 'student', own: readonly Sense[], board: string): Computed => {
    const network = { kind, labels, heads: ALL_HEADS, senses: own, inputs: inputsOf(inputs, own) };
    const device = deviceById(board);
    return { device: device.device.name, energyJ: deviceRow(network, device).energyJ };
  };
  return {
    teacher: of('teacher', senses, boards.teacher),
    teacherThere: of('teacher', senses, boards.student),
    student: of('student', [CAMERA], boards.student),
    senses: senses.map((sense) => ({ sense, energyJ: costOfLook(sensors, [sense]).energyJ })),
    cameraJ: costOfLook(sensors, [CAMERA]).energyJ,
    allJ: costOfLook(sensors, senses).energyJ,
  };
}

/** The boards of a scenario's first robot. */
export function boardsOf({ robots, training }: Pick<Scenario, 'robots' | 'training'>): Boards {
  const own = must(robots[0], 'first robot').device;
  return { teacher: own ?? training.teacherDevice, student: own ?? training.studentDevice };
}
