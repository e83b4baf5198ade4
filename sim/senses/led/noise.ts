import type { LedState } from './state.ts';

/** Elementary charge in uA s (SI). */
const CHARGE_UA_S = 1.602176634e-13;

/**
 * Noise of one reading, uA: standard deviation of the mean over the pulses of a look, each of them lit less dark. Shot noise
 * 2 q I B, amplifier noise, and the rounding of the converter (step^2 / 12 a sample, independent from sample to sample, as it is
 * where the other noise is not far below a step); B = 1 / (2 pulse) of a mean over one pulse.
 */
export function currentNoiseUa(litUa: number, ambientUa: number, state: LedState): number {
  const { pulseUs, averages, ampNoisePaPerRtHz, fullScaleUa, adcBits } = state;
  const bandHz = 1e6 / (2 * pulseUs);
  const shot = 2 * CHARGE_UA_S * (litUa + 2 * ambientUa) * bandHz;
  const ampUa = ampNoisePaPerRtHz * 1e-6;
  const amplifier = 2 * ampUa * ampUa * bandHz;
  const stepUa = fullScaleUa / (1 << adcBits);
  const rounding = (2 * stepUa * stepUa) / 12;
  return Math.sqrt((shot + amplifier + rounding) / averages);
}
