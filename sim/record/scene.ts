import type { Fields, RecordOf } from './field.ts';

const robot = {
  id: 'text',
  /** Centre of the pick window. */
  xM: 'number',
  side: ['left', 'right'],
  reachM: 'number',
  /** Where items enter the camera's view. */
  cameraXM: 'number',
  actuator: ['arm', 'flap', 'node'],
  batteryJ: 'number',
  panelW: 'number',
} as const satisfies Fields;

const bin = {
  id: 'text',
  /** Best next use that the bin serves, `dispose` for the belt end. */
  use: 'text',
  accepts: { list: 'text' },
  xM: 'number',
  side: ['left', 'right', 'end'],
  /** 0 = not limited. */
  capacityKg: 'number',
} as const satisfies Fields;

/** Where things stand at a site: what a viewer needs to draw a recording (`run.started`). Lengths in metres along the belt. */
export const scene = {
  startHour: 'number',
  latitudeDeg: 'number',
  dayOfYear: 'number',
  durationUs: 'whole',
  belt: { record: { lengthM: 'number', widthM: 'number', speedMPerS: 'number' } },
  robots: { list: { record: robot } },
  bins: { list: { record: bin } },
  assets: { list: { record: { id: 'text', name: 'text', xM: 'number' } } },
} as const satisfies Fields;

export type SiteLayout = RecordOf<typeof scene>;
export type SceneRobot = RecordOf<typeof robot>;
export type SceneBin = RecordOf<typeof bin>;
