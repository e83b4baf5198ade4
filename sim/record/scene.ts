import { drawing } from './drawing.ts';
import type { Fields, RecordOf } from './field.ts';

/** One look of a robot: the first, then the better ones that it may take. */
const look = {
  /** What answers: the name of a network, `perfect` for the truth. */
  network: 'text',
  /** Board that runs the network; empty where none does. */
  device: 'text',
  senses: { list: 'text' },
} as const satisfies Fields;

/** A sensor of a robot when the run starts. */
const sensor = {
  sense: 'text',
  /** Heading of its frames. */
  title: 'text',
  /** Its own state, unworn, as JSON: with an item's state and the seed it makes every frame again. */
  state: 'text',
  drawing,
} as const satisfies Fields;

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
  looks: { list: { record: look } },
  sensors: { list: { record: sensor } },
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
