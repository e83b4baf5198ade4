/**
 * Where things stand at a site: what a viewer needs to draw a recording, as plain data (`run.started`). Lengths in metres along the
 * belt. Types and not interfaces, so that they are JSON objects to the compiler.
 */
export type Scene = {
  readonly startHour: number;
  readonly latitudeDeg: number;
  readonly dayOfYear: number;
  readonly durationUs: number;
  readonly belt: { readonly lengthM: number; readonly widthM: number; readonly speedMPerS: number };
  readonly robots: readonly SceneRobot[];
  readonly bins: readonly SceneBin[];
  readonly assets: readonly { readonly id: string; readonly name: string; readonly xM: number }[];
};

export type SceneRobot = {
  readonly id: string;
  /** Centre of the pick window. */
  readonly xM: number;
  readonly side: 'left' | 'right';
  readonly reachM: number;
  /** Where items enter the camera's view. */
  readonly cameraXM: number;
  readonly actuator: 'arm' | 'flap' | 'node';
  readonly batteryJ: number;
  readonly panelW: number;
};

export type SceneBin = {
  readonly id: string;
  /** Best next use that the bin serves, `residue` for the belt end. */
  readonly use: string;
  readonly accepts: readonly string[];
  readonly xM: number;
  readonly side: 'left' | 'right' | 'end';
  /** 0 = not limited. */
  readonly capacityKg: number;
};
