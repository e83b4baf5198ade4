import { z } from 'zod';
import { gradeOf, qualityOf, stateOf } from '../../sim/materials/damage.ts';
import type { ItemState } from '../../sim/materials/item.ts';
import type { Frames, FrameValues } from '../../sim/record/frames.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { type Sensors, STANDARD_SENSES } from '../../sim/senses/registry.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
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

const base64 = (array: FrameValues): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

function rgbOf({ streams: { visual } }: Frames): JsonValue {
  if (!visual) return null;
  const [heightPx = 0, widthPx = 0] = visual.shape;
  return { widthPx, heightPx, base64: base64(visual.values) };
}

function thermalOf({ streams: { thermal } }: Frames, sensors: Sensors): JsonValue {
  if (!thermal || !sensors.thermal) return null;
  const [frames = 0, heightPx = 0, widthPx = 0] = thermal.shape;
  const { rateHz } = sensors.thermal;
  const timesS = Array.from({ length: frames }, (_, f) => (f + 1) / rateHz);
  return { frames, widthPx, heightPx, timesS, base64: base64(thermal.values) };
}

function spectrumOf({ streams: { spectral } }: Frames, sensors: Sensors): JsonValue {
  if (!spectral || !sensors.spectral) return null;
  const wavelengthsNm = Array.from(wavelengthsOf(sensors.spectral));
  return { wavelengthsNm, reflectance: Array.from(spectral.values) };
}

/**
 * The three streams of one item as the page asks for them: rendered from its hidden state with the run's own sensors
 * and seed, so they are the frames that the robot saw. Bytes in base64, little endian.
 */
export function answerFrames(itemId: number, state: ItemState, looking: Looking): JsonValue {
  const { sensors, seed } = looking;
  const senses = STANDARD_SENSES.filter((sense) => sensors[sense]);
  const frames = new Instruments(seed).look(state, sensors, senses);
  return {
    itemId,
    rgb: rgbOf(frames),
    thermal: thermalOf(frames, sensors),
    spectrum: spectrumOf(frames, sensors),
    truth: { state: stateOf(state), quality: qualityOf(state), grade: gradeOf(state) },
  };
}
