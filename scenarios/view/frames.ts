import { z } from 'zod';
import { gradeOf, qualityOf, stateOf } from '../../sim/materials/damage.ts';
import type { ItemState } from '../../sim/materials/item.ts';
import type { Frames } from '../../sim/record/frames.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { defaultSensors, type Sensors } from '../../sim/senses/sensors.ts';
import { wavelengthsOf } from '../../sim/senses/spectral/state.ts';
import { sensorsSchema } from '../schema/day/sensors.ts';

/** With what a run looked at its items: the sensors of its first robot, and the seed of their noise. */
export interface Looking {
  readonly sensors: Sensors;
  readonly seed: number;
}

/** What is read of a manifest, which may be half-written or another program's: what does not fit counts as missing. */
const recorded = z
  .object({
    seed: z.number().optional().catch(undefined),
    scenario: z
      .object({ values: z.object({ robots: z.array(z.object({ sensors: sensorsSchema })) }) })
      .optional()
      .catch(undefined),
  })
  .catch({});

/** Reads sensors and seed from a manifest; a run that has none yet gets sensors in good order and `startSeed`. */
export function lookingOf(manifest: unknown, startSeed: number): Looking {
  const { seed = startSeed, scenario } = recorded.parse(manifest);
  return { sensors: scenario?.values.robots[0]?.sensors ?? defaultSensors(), seed };
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
