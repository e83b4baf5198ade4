import { indoorPowerW } from '../../../sim/weather/panel.ts';
import type { RobotSpec } from '../../../sim/world.ts';

/** A pneumatic or servo flap: 1.5 J and 0.3 s an ejection (1 to 2 J, from memory). Everything else as given. */
export function flapCell(robot: RobotSpec): RobotSpec {
  return { ...robot, actuator: 'flap', moveS: 0.3, moveJ: 1.5, pickSuccess: 0.97, idleW: 0.4, sleepW: 0.02 };
}

/**
 * A node without actuator, on a microcontroller and a 100 cm2 indoor cell: about a milliwatt at 250 lx, one cheap look every
 * ten seconds or so, and never a thermal stream.
 */
export function indoorNode(robot: RobotSpec, lux = 250, cellM2 = 0.01): RobotSpec {
  return {
    ...robot,
    actuator: 'node',
    outputs: [],
    moveS: 0,
    moveJ: 0,
    offW: 5e-6,
    sleepW: 1e-4,
    idleW: 0.006,
    wakeJ: 1e-3,
    sleepAfterS: 1,
    batteryWh: 2,
    panelW: 0,
    indoorW: indoorPowerW(lux, cellM2),
  };
}
