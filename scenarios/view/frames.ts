import { gradeOf, qualityOf, stateOf } from '../../sim/materials/damage.ts';
import type { ItemState } from '../../sim/materials/item.ts';
import type { Frames } from '../../sim/record/frames.ts';
import type { JsonObject, JsonValue } from '../../sim/record/json.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { defaultSensors, type Sensors } from '../../sim/senses/sensors.ts';
import { wavelengthsOf } from '../../sim/senses/spectral/state.ts';

/** With what a run looked at its items: the sensors of its first robot, and the seed of their noise. */
export interface Looking {
  readonly sensors: Sensors;
  readonly seed: number;
}

function fieldOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)[key]
    : undefined;
}

/** Reads sensors and seed from a manifest; a run that has none yet gets sensors in good order and `startSeed`. */
export function lookingOf(manifest: JsonValue, startSeed: number): Looking {
  const seed = fieldOf(manifest, 'seed');
  const robots = fieldOf(fieldOf(fieldOf(manifest, 'scenario'), 'values'), 'robots');
  const recorded = Array.isArray(robots) ? fieldOf(robots[0] as JsonValue, 'sensors') : undefined;
  const whole = ['visual', 'thermal', 'spectral'].every(
    (sense) => typeof fieldOf(recorded, sense) === 'object',
  );
  return {
    sensors: whole ? (recorded as unknown as Sensors) : defaultSensors(),
    seed: typeof seed === 'number' ? seed : startSeed,
  };
}

const base64 = (array: Uint8Array | Float32Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

function rgbOf({ rgb }: Frames): JsonValue {
  if (rgb === null) return null;
  const sidePx = Math.round(Math.sqrt(rgb.length / 3));
  return { widthPx: sidePx, heightPx: sidePx, base64: base64(rgb) };
}

function thermalOf({ thermalK }: Frames, { thermal }: Sensors): JsonValue {
  if (thermalK === null) return null;
  const sidePx = Math.round(Math.sqrt(thermalK.length / thermal.frames));
  const timesS = Array.from({ length: thermal.frames }, (_, f) => (f + 1) / thermal.rateHz);
  return { frames: thermal.frames, widthPx: sidePx, heightPx: sidePx, timesS, base64: base64(thermalK) };
}

/**
 * The three streams of one item as the page asks for them: rendered from its hidden state with the run's own sensors
 * and seed, so they are the frames that the robot saw. Bytes in base64, little endian.
 */
export function answerFrames(itemId: number, state: ItemState, looking: Looking): JsonValue {
  const { sensors, seed } = looking;
  const frames = new Instruments(seed).look(state, sensors, ['visual', 'thermal', 'spectral']);
  return {
    itemId,
    rgb: rgbOf(frames),
    thermal: thermalOf(frames, sensors),
    spectrum: {
      wavelengthsNm: Array.from(wavelengthsOf(sensors.spectral)),
      reflectance: Array.from(frames.reflectance ?? []),
    },
    truth: { state: stateOf(state), quality: qualityOf(state), grade: gradeOf(state) },
  };
}
