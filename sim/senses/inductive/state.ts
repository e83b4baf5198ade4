import type { Cost } from '../../record/frames.ts';
import type { Range, StateProblem } from '../interface/sense.ts';
import { windingOhm } from './coil.ts';

/** State of an inductive sensor: an air-cored coil under the belt and the bridge that reads its impedance. */
export interface InductiveState {
  /**
   * Frequencies that the coil is driven at, Hz, one channel each. 5 kHz: a can's steel is about as thick as its skin depth (0.2 mm), so the magnet
   * shows as more inductance, and thick copper and aluminium (1-1.5 mm) show their conductivity. 100 kHz: foils of 6-60 um throw the field
   * back, and steel turns lossy.
   */
  readonly frequenciesHz: readonly number[];
  /** The winding: inner and outer radius and height, m, and its turns. A larger coil reaches farther and sees small things worse. */
  readonly innerRadiusM: number;
  readonly outerRadiusM: number;
  readonly heightM: number;
  readonly turns: number;
  /** Distance from the coil's face to the top of the belt, m: belt 3-5 mm, wear plate and gap (memory). */
  readonly liftOffM: number;
  /** Flutter of the belt and bouncing: things lie higher by the absolute value of a normal number of this spread, m. */
  readonly liftOffSpreadM: number;
  /** How far a thing's centre misses the coil's axis, standard deviation, m: timing and the pitch of a row of coils (estimate). */
  readonly missSpreadM: number;
  /** Noise of the bridge in one look, standard deviation of each value (16 bit resolve 1.5e-5; memory, 1e-5 to 3e-4). */
  readonly noiseShare: number;
  /** How much warmer the coil is than when the bridge was last balanced, K, and its spread between looks. */
  readonly coilDriftK: number;
  readonly driftSpreadK: number;
  /** Magnetic dust and patches of the belt: spread of the reactance, share (memory, 1e-5 to 1e-3). */
  readonly mineralSpread: number;
  /** Distance of the machine's steel frame from the coil, m, and the share of it that balancing left. */
  readonly frameM: number;
  readonly frameResidue: number;
  /** Channels that read nothing, by their place in `frequenciesHz`. */
  readonly deadChannels: readonly number[];
  /** Current at each frequency, A (root mean square), the time of one look, s, and the power of generator, bridge and processor, W. */
  readonly currentA: number;
  readonly integrationS: number;
  readonly electronicsW: number;
}

/** A sensor in good order. */
export function defaultInductive(): InductiveState {
  return {
    frequenciesHz: [5_000, 100_000],
    innerRadiusM: 0.02,
    outerRadiusM: 0.03,
    heightM: 0.005,
    turns: 60,
    liftOffM: 0.008,
    liftOffSpreadM: 0.001,
    missSpreadM: 0.005,
    noiseShare: 5e-5,
    coilDriftK: 0,
    driftSpreadK: 0.1,
    mineralSpread: 1e-4,
    frameM: 0.15,
    frameResidue: 0.02,
    deadChannels: [],
    currentA: 0.05,
    integrationS: 0.02,
    electronicsW: 1,
  };
}

/** Legal values of each number by its path. */
export const inductiveRanges: Readonly<Record<string, Range>> = {
  frequenciesHz: { least: 100, most: 1_000_000 },
  innerRadiusM: { least: 0.001, most: 0.5 },
  outerRadiusM: { least: 0.002, most: 0.6 },
  heightM: { least: 0.0005, most: 0.1 },
  turns: { least: 1, most: 10_000, whole: true },
  liftOffM: { least: 0.001, most: 0.5 },
  liftOffSpreadM: { least: 0, most: 0.1 },
  missSpreadM: { least: 0, most: 0.1 },
  noiseShare: { least: 0, most: 1 },
  coilDriftK: { least: -50, most: 50 },
  driftSpreadK: { least: 0, most: 10 },
  mineralSpread: { least: 0, most: 0.1 },
  frameM: { least: 0.01, most: 10 },
  frameResidue: { least: 0, most: 1 },
  deadChannels: { least: 0, most: 15, whole: true },
  currentA: { least: 0, most: 10 },
  integrationS: { least: 0.0001, most: 1 },
  electronicsW: { least: 0, most: 100 },
};

/** Frequencies that a sensor can have. */
const MOST_CHANNELS = 16;
/** Farther away than this many outer radii less than 1 % of the nearest reading is left. */
const FARTHEST_RADII = 3;

/** What the ranges cannot see. */
export function inductiveProblems(state: InductiveState): StateProblem[] {
  const problems: StateProblem[] = [];
  const say = (key: keyof InductiveState, message: string, cure: string) =>
    problems.push({ key, message, got: state[key], cure });
  const { frequenciesHz, innerRadiusM, outerRadiusM, liftOffM, integrationS, deadChannels } = state;
  if (frequenciesHz.length < 1 || frequenciesHz.length > MOST_CHANNELS)
    say(
      'frequenciesHz',
      `must hold 1 to ${MOST_CHANNELS} frequencies`,
      'Give at least one, such as [5000, 100000]',
    );
  if (new Set(frequenciesHz).size < frequenciesHz.length)
    say('frequenciesHz', 'must not name a frequency twice', 'Leave out the second one');
  if (innerRadiusM >= outerRadiusM)
    say(
      'outerRadiusM',
      `must be > innerRadiusM (${innerRadiusM})`,
      'Make the coil wider or its hole smaller',
    );
  if (liftOffM > FARTHEST_RADII * outerRadiusM)
    say(
      'liftOffM',
      `must be <= ${FARTHEST_RADII} outer radii of the coil (${FARTHEST_RADII * outerRadiusM})`,
      'Come nearer or take a larger coil',
    );
  if (frequenciesHz.some((hz) => hz * integrationS < 1))
    say('integrationS', 'must hold a whole period of the lowest frequency', 'Look for longer');
  if (deadChannels.some((channel) => channel >= frequenciesHz.length))
    say(
      'deadChannels',
      `must be < ${frequenciesHz.length}, the number of frequencies`,
      'Count channels from 0',
    );
  return problems;
}

/** Joules and microseconds of one look: generator, bridge and processor for its time, and the heat of the winding at all frequencies. */
export function inductiveCost(state: InductiveState): Cost {
  const { currentA, electronicsW, frequenciesHz, integrationS } = state;
  const windingW = frequenciesHz.length * currentA * currentA * windingOhm(state);
  return { energyJ: (electronicsW + windingW) * integrationS, timeUs: Math.ceil(integrationS * 1e6) };
}

/** Coil, shield, housing and processor, EUR, and generator and bridge of each frequency (memory: a whole sensor 60-300). */
const BASE_EUR = 70;
const CHANNEL_EUR = 25;

/** Price of the parts in EUR. */
export function inductivePartsEur({ frequenciesHz }: InductiveState): number {
  return BASE_EUR + CHANNEL_EUR * frequenciesHz.length;
}
