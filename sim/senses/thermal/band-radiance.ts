/** Black-body radiance in the 8-14 um band: what a microbolometer answers to. Never T^4. */

/** Planck constant J s, light speed m/s, Boltzmann constant J/K (CODATA 2018, exact). */
const H = 6.62607015e-34;
const C = 299_792_458;
const K = 1.380649e-23;

/** Radiance of a black body between two wavelengths in um, W/m2/sr; Simpson with 240 steps. */
export function planckBand(tempK: number, fromUm = 8, toUm = 14): number {
  const steps = 240;
  const step = ((toUm - fromUm) * 1e-6) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const l = fromUm * 1e-6 + i * step;
    const l5 = l * l * l * l * l;
    const value = (2 * H * C * C) / (l5 * Math.expm1((H * C) / (l * K * tempK)));
    sum += value * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return (sum * step) / 3;
}

const LOW_K = 220;
const STEP_K = 0.5;
const STEPS = 600;
/** Band radiance from LOW_K upwards in steps of STEP_K. */
const radiances = Float64Array.from({ length: STEPS + 1 }, (_, i) => planckBand(LOW_K + i * STEP_K));

/** Band radiance from a table, 220..520 K, W/m2/sr (error < 1e-4 relative). */
export function bandRadiance(tempK: number): number {
  const x = Math.min(STEPS - 1e-9, Math.max(0, (tempK - LOW_K) / STEP_K));
  const i = Math.floor(x);
  return radiances[i]! + (radiances[i + 1]! - radiances[i]!) * (x - i);
}

const BUCKETS = 2048;
const bucketWidth = (radiances[STEPS]! - radiances[0]!) / BUCKETS;
const firstOfBucket = bucketStarts();

/** Index of the table entry at or below the lower edge of each radiance bucket: where the search for a value begins. */
function bucketStarts(): Uint16Array {
  let at = 0;
  return Uint16Array.from({ length: BUCKETS }, (_, b) => {
    while (at < STEPS - 1 && radiances[at + 1]! <= radiances[0]! + b * bucketWidth) at++;
    return at;
  });
}

/** Temperature in K of the black body that gives this band radiance: what the instrument reports. */
export function apparentTemperature(radiance: number): number {
  const bucket = Math.floor((radiance - radiances[0]!) / bucketWidth);
  let low = firstOfBucket[Math.min(BUCKETS - 1, Math.max(0, bucket))]!;
  while (low < STEPS - 1 && radiances[low + 1]! <= radiance) low++;
  return LOW_K + STEP_K * (low + (radiance - radiances[low]!) / (radiances[low + 1]! - radiances[low]!));
}

/** Slope of the band radiance, W/m2/sr/K. */
export function radianceSlope(tempK: number): number {
  return (bandRadiance(tempK + 0.5) - bandRadiance(tempK - 0.5)) / 1;
}
