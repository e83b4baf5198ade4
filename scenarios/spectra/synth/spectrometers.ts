import { INSTRUMENTS, type InstrumentName } from '../../../sim/senses/spectral/presets.ts';
import { numberFrom } from './options.ts';
import type { Reader } from './reader.ts';
import { headerOf, type SpectraSpec, spectraRows } from './spectra.ts';

const options: Reader['options'] = [
  { name: 'from', flags: '--from <nm>', about: 'first wavelength', usual: '1000' },
  { name: 'to', flags: '--to <nm>', about: 'last wavelength', usual: '1900' },
  { name: 'step', flags: '--step <nm>', about: 'step', usual: '5' },
];

/** A spectrometer that reads reflectance on a grid of wavelengths. */
function spectrometer(instrument: InstrumentName): Reader {
  const [low, high] = INSTRUMENTS[instrument].rangeNm;
  return {
    about: `a spectrometer, ${low}-${high} nm`,
    options,
    read({ household, count, options: { from = '', to = '', step = '' } }) {
      const [fromNm, toNm] = [numberFrom('--from', from), numberFrom('--to', to)];
      const stepNm = numberFrom('--step', step);
      const spec: SpectraSpec = { household, count, instrument, fromNm, toNm, stepNm };
      return { spec, header: headerOf(spec), rowAt: spectraRows(spec), limits: [] };
    },
  };
}

/** The spectrometers of the sense `spectral` by name. */
export const spectrometers = Object.fromEntries(
  (Object.keys(INSTRUMENTS) as InstrumentName[]).map((name) => [name, spectrometer(name)]),
);
