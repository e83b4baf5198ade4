import type { SenseModel } from '../interface/sense.ts';
import { MetalReader } from './metal-reader.ts';
import {
  defaultInductive,
  type InductiveState,
  inductiveCost,
  inductivePartsEur,
  inductiveProblems,
  inductiveRanges,
} from './state.ts';

/** `5 kHz` from 5000. */
const inKHz = (hz: number) => `${hz / 1000} kHz`;

/** Metal through the eddy currents and the magnet that a coil finds in it. */
export const inductive: SenseModel<InductiveState> = {
  name: 'inductive',
  title: 'Inductive',
  fresh: defaultInductive,
  ranges: inductiveRanges,
  resizable: ['frequenciesHz'],
  problems: inductiveProblems,
  cost: inductiveCost,
  partsEur: inductivePartsEur,
  // A coil has no lens and no lamp: dirt that does not conduct is not there for it, and its age is a drift that balancing takes out.
  worn: (state) => state,
  tested(condition) {
    const state = defaultInductive();
    return condition === 'shifted'
      ? { ...state, liftOffM: 0.011, liftOffSpreadM: 0.002, coilDriftK: 3, noiseShare: 2e-4 }
      : { ...state, deadChannels: [state.frequenciesHz.length - 1] };
  },
  shape: ({ frequenciesHz }) => [2 * frequenciesHz.length],
  input: { kind: 'vector', variate: false, hidden: 32, features: 32 },
  drawing: ({ frequenciesHz }) => ({
    kind: 'bars',
    labels: frequenciesHz.flatMap((hz) => [`${inKHz(hz)} R`, `${inKHz(hz)} X`]),
    yLabel: "change of resistance R and reactance X, share of the coil's reactance",
  }),
  open: (seed) => new MetalReader(seed),
};
