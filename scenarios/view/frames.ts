import { gradeOf, qualityOf, stateOf } from '../../sim/materials/damage.ts';
import { pastOf } from '../../sim/materials/past.ts';
import type { FrameValues } from '../../sim/record/frames.ts';
import type { JsonObject, JsonValue } from '../../sim/record/json.ts';
import type { SceneRobot } from '../../sim/record/scene.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { SENSES, type Sensors } from '../../sim/senses/registry.ts';
import { wornSensors } from '../../sim/senses/sensors.ts';
import { sensorsSchema } from '../schema/day/sensors.ts';
import type { RecordedLook } from './further.ts';
import type { RecordedItem } from './states.ts';

const base64 = (array: FrameValues): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** False for a sense that a program of its own handed in: nobody else can render its frames. */
const isKnown = ({ sense }: SceneRobot['sensors'][number]) => SENSES.names.includes(sense);

/** The sensors that a recording says a robot has; throws Error in words where they are none that this version knows. */
function sensorsOf({ id, sensors }: SceneRobot): Sensors {
  const none = Object.fromEntries(SENSES.names.map((sense) => [sense, null]));
  try {
    const states = sensors
      .filter(isKnown)
      .map(({ sense, state }) => [sense, JSON.parse(state) as JsonValue] as const);
    return sensorsSchema.parse({ ...none, ...Object.fromEntries(states) });
  } catch {
    throw new Error(`the recorded sensors of robot ${id} are none that this version knows`);
  }
}

/** Senses that the answer of a look rested on; those of the first look where the robot did not get to decide. */
function usedBy({ looks }: SceneRobot, look: RecordedLook | undefined): readonly string[] {
  return looks[(look?.seen.looks ?? 1) - 1]?.senses ?? [];
}

/** The looks at an item on the day of one perception. */
interface LookedAt {
  readonly began: RecordedItem['began'];
  readonly looks: readonly RecordedLook[];
}

/** The looks at an item on the days of all perceptions of the run, those of the main one first. */
function daysOf({ itemId, looks, began, further }: RecordedItem): LookedAt[] {
  return [
    { began, looks },
    ...further.map((day) => ({ began: day.began, looks: day.byItem.get(itemId) ?? [] })),
  ];
}

/** What the perceptions of the run thought of an item at each of their looks. */
function thoughtsOf(days: readonly LookedAt[]): JsonObject[] {
  return days.flatMap(({ began: { perception }, looks }) =>
    looks.map(({ robot, seen }) => {
      const { label, confidence, next, state, stateConfidence, quality, grade } = seen;
      const thought = { label, confidence, next, state, stateConfidence, quality, grade };
      return { perception, robot, thought };
    }),
  );
}

/**
 * What a robot's senses got of an item at one of the looks at it, as the page asks for it: rendered from the item's hidden
 * state with the robot's own sensors, worn as they were, and the run's seed, so they are the frames that it saw. `index` counts
 * the looks at the item in the order of their decisions, null = the last; `perception` = on whose day, null = the main one.
 * Bytes in base64, little endian. Throws Error in words.
 */
export function answerFrames(
  item: RecordedItem,
  index: number | null,
  perception: string | null = null,
): JsonValue {
  const { itemId, state } = item;
  const days = daysOf(item);
  const day = perception === null ? days[0] : days.find(({ began }) => began.perception === perception);
  if (day === undefined) throw new Error(`the run holds no recording of the perception ${perception}`);
  const { began, looks } = day;
  const look = index === null ? looks.at(-1) : looks[index];
  if (look === undefined && index !== null)
    throw new Error(`the recording holds no look number ${index} at item ${itemId}`);
  const { robots } = began.scene;
  const robot = robots.find(({ id }) => id === look?.robot) ?? (look === undefined ? robots[0] : undefined);
  if (robot === undefined) throw new Error(`no robot of this site looked at item ${itemId}`);
  const streams = streamsOf(item, robot, look, began.seed);
  return {
    ...{ itemId, robot: robot.id, network: look?.seen.network ?? null, streams },
    own: robot.sensors.flatMap((sensor) => (isKnown(sensor) ? [] : [sensor.title])),
    truth: { state: stateOf(state), quality: qualityOf(state), grade: gradeOf(state) },
    past: pastOf(began.seed, state).map((stay) => ({ ...stay })),
    others: thoughtsOf(days),
    perceptions: days.map(({ began: { perception } }) => perception),
  };
}

/** The frames of one look, rendered anew. */
function streamsOf(
  { state }: RecordedItem,
  robot: SceneRobot,
  look: RecordedLook | undefined,
  seed: number,
): JsonValue[] {
  const { dirt = 0, lampAge = 0 } = look?.seen ?? {};
  const worn = wornSensors(sensorsOf(robot), { dirt, lampAge });
  const { streams } = new Instruments(seed).look(
    state,
    worn,
    robot.sensors.filter(isKnown).map(({ sense }) => sense),
  );
  const used = usedBy(robot, look);
  return robot.sensors.flatMap(({ sense, title, drawing }): JsonValue[] => {
    const stream = streams[sense];
    if (stream === undefined) return [];
    const { values, shape } = stream;
    const type = values instanceof Uint8Array ? 'bytes' : 'floats';
    return [{ sense, title, drawing, used: used.includes(sense), shape, type, base64: base64(values) }];
  });
}
