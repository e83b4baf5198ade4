import { sensorInputs } from '../../../models/data/sensor-inputs.ts';
import { deviceRow } from '../../../models/device/cost.ts';
import { deviceById } from '../../../models/device/device.ts';
import { CAMERA, inputsOf } from '../../../models/nets/inputs.ts';
import { ALL_HEADS } from '../../../models/nets/model.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { costOfLook, defaultSensors, sensesOf } from '../../../sim/senses/sensors.ts';

/** What a look at one item takes, in joules: computing on a board, and sensing. */
export interface Joules {
  readonly device: string;
  readonly teacher: number;
  readonly student: number;
  readonly senses: readonly { readonly sense: Sense; readonly energyJ: number }[];
  readonly cameraJ: number;
  readonly allJ: number;
}

/** Joules of the protocol's teacher and student on a board, beside those of the standard sensors. */
export function joulesOf(labels: readonly string[], imagePx: number, board: string): Joules {
  const sensors = defaultSensors();
  const senses = sensesOf(sensors);
  const inputs = sensorInputs(sensors, senses, imagePx);
  const device = deviceById(board);
  const of = (kind: 'teacher' | 'student', own: readonly Sense[]) =>
    deviceRow({ kind, labels, heads: ALL_HEADS, senses: own, inputs: inputsOf(inputs, own) }, device).energyJ;
  return {
    device: device.device.name,
    teacher: of('teacher', senses),
    student: of('student', [CAMERA]),
    senses: senses.map((sense) => ({ sense, energyJ: costOfLook(sensors, [sense]).energyJ })),
    cameraJ: costOfLook(sensors, [CAMERA]).energyJ,
    allJ: costOfLook(sensors, senses).energyJ,
  };
}
