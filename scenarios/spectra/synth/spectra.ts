import { materialById } from '../../../sim/materials/catalogue.ts';
import { type InstrumentName, instrumentByName } from '../../../sim/senses/spectral/presets.ts';
import { Spectrometer } from '../../../sim/senses/spectral/spectrometer.ts';
import { type SpectrometerState, spectrometerOf, wavelengthsOf } from '../../../sim/senses/spectral/state.ts';
import { unitOf } from '../../../sim/senses/spectral/units.ts';
import { InputError } from '../../errors.ts';
import { type Household, pieceAt } from './household.ts';

/** What decides a set of spectra: equal specs give equal bytes. */
export interface SpectraSpec {
  readonly household: Household;
  /** Rows per class. */
  readonly count: number;
  readonly instrument: InstrumentName;
  readonly fromNm: number;
  readonly toNm: number;
  readonly stepNm: number;
}

/**
 * How pieces lie on a bench or a belt, for whatever looks at them: what may lie behind one, from black rubber to a white tile
 * (estimate), the highest glint (estimate), and the share of the spot that may miss a small piece.
 */
export const BENCH = {
  backing: [0.03, 0.95] as readonly [number, number],
  specularMax: 0.04,
  spillMax: 0.05,
};
/** Spread of distance and tilt of a hand-held look: sd of ln gain (estimate). */
const BENCH_GAIN = 0.25;

/** Finest step that is accepted, nm: the tables have 1 nm, and a step far below it only fills the memory. */
const FINEST_NM = 0.1;

/** Number of steps from the first to the last wavelength; throws InputError where they make no grid. */
function stepsOf({ fromNm, toNm, stepNm }: SpectraSpec): number {
  const rangeNm = toNm - fromNm;
  if (!(stepNm > 0) || !(rangeNm > 0)) {
    throw new InputError({
      what: 'wavelengths must ascend from --from to --to by a positive --step',
      got: `${fromNm}..${toNm} by ${stepNm} nm`,
      cure: 'For example: --from 1000 --to 1900 --step 5',
    });
  }
  if (stepNm < FINEST_NM) {
    throw new InputError({
      what: `--step must be at least ${FINEST_NM} nm`,
      got: stepNm,
      cure: 'The tables are 1 nm; use --step 1 or more',
    });
  }
  if (stepNm > rangeNm) {
    throw new InputError({
      what: '--step must not be larger than the range',
      got: `${rangeNm} nm by ${stepNm} nm`,
      cure: `Use --step ${rangeNm} or less`,
    });
  }
  const steps = rangeNm / stepNm;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) {
    throw new InputError({
      what: '--step must divide the range',
      got: `${rangeNm} nm by ${stepNm} nm`,
      cure: `End at ${Number((fromNm + Math.floor(steps) * stepNm).toFixed(6))} nm or choose another step`,
    });
  }
  return Math.round(steps);
}

/** The nominal spectrometer of a spec; throws InputError where the range cannot be measured. */
export function nominalSpectrometer(spec: SpectraSpec): SpectrometerState {
  const { fromNm, toNm } = spec;
  const steps = stepsOf(spec);
  const [low, high] = instrumentByName(spec.instrument).rangeNm;
  if (fromNm < low || toNm > high) {
    const wider = spec.instrument === 'ingaas-1.7' ? ', or --instrument extended (400-2500 nm)' : '';
    throw new InputError({
      what: `instrument ${spec.instrument} measures ${low}-${high} nm`,
      got: `${fromNm}-${toNm} nm`,
      cure: `Stay in its range${wider}`,
    });
  }
  return spectrometerOf(spec.instrument, {
    fromNm,
    toNm,
    bands: steps + 1,
    ...BENCH,
    gainSpread: BENCH_GAIN,
  });
}

/** Rows in all. */
export function rowsOf(spec: Pick<SpectraSpec, 'household' | 'count'>): number {
  return spec.count * spec.household.classes.length;
}

/** Name of the column of a wavelength in nm, as short as it is exact. */
export function columnOf(nm: number): string {
  return `nm_${Number(nm.toFixed(3))}`;
}

/** `material,class,nm_1000,...`: one column a band. */
export function headerOf(spec: SpectraSpec): string {
  const columns = Array.from(wavelengthsOf(nominalSpectrometer(spec)), columnOf);
  return ['material', 'class', ...columns].join(',');
}

/** A maker of row texts: every row is another piece, looked at once by another unit of the instrument. */
export function spectraRows(spec: SpectraSpec): (row: number) => string {
  const nominal = nominalSpectrometer(spec);
  const reflectance = new Float32Array(nominal.bands);
  const { household } = spec;
  const spectrometer = new Spectrometer(household.seed);
  return (row) => {
    const item = pieceAt(household, row);
    spectrometer.render(item, unitOf(nominal, household.seed, row), reflectance);
    let text = `${item.materialId},${materialById(item.materialId).class}`;
    for (const r of reflectance) text += `,${r.toFixed(5)}`;
    return text;
  };
}
