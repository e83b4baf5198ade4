import { at } from '../../../sim/record/must.ts';
import { InputError, type InputProblem } from '../../errors.ts';

/** Measured spectra as they came: one grid, one label a row. */
export interface MeasuredSpectra {
  /** Ascending, nm. */
  readonly wavelengthsNm: Float64Array;
  readonly classes: readonly string[];
  /** Reflectance 0..1 by row. */
  readonly spectra: readonly Float64Array[];
}

/** A reflectance above this is a percentage or a mistake: even glints stay below 2. */
const HIGHEST_REFLECTANCE = 2;

/**
 * Reads `material,class,nm_1000,nm_1005,...` with reflectance as a fraction; throws InputError with every problem found:
 * missing columns or cells, text in numbers, percent, wavelengths that do not ascend, each with line and column.
 */
export function readSpectra(text: string, file: string): MeasuredSpectra {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  if (lines.length < 2) {
    throw new InputError({
      what: 'no spectra in the file',
      got: `${lines.length} lines`,
      where: file,
      cure: 'Write a header line and one row per spectrum',
    });
  }
  const [header = [], ...rows] = lines.map((line) =>
    line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')),
  );
  const wavelengthsNm = wavelengthsFrom(header, file);
  const problems: InputProblem[] = [];
  const spectra = rows.map((cells, i) => spectrumFrom(cells, header, `${file}:${i + 2}`, problems));
  percentProblems(spectra, file, problems);
  if (problems.length > 0) throw new InputError(problems);
  return {
    wavelengthsNm,
    classes: rows.map(([, code = '']) => code.toUpperCase()),
    spectra,
  };
}

function wavelengthsFrom(header: readonly string[], file: string): Float64Array {
  const where = (column: number) => `${file}:1 column ${column + 1}`;
  if (header[0] !== 'material' || header[1] !== 'class') {
    throw new InputError({
      what: 'the header must begin with material,class',
      got: header.slice(0, 2).join(','),
      where: where(0),
      cure: 'Name the columns material,class,nm_1000,nm_1005,...',
    });
  }
  const nm = header.slice(2).map((name, i) => {
    const value = /^nm_(\d+(?:\.\d+)?)$/.exec(name)?.[1];
    if (value !== undefined) return Number(value);
    throw new InputError({
      what: 'a band column must be named nm_<wavelength>',
      got: name,
      where: where(i + 2),
      cure: 'Use names such as nm_1000',
    });
  });
  if (nm.length < 8)
    throw new InputError({
      what: 'at least 8 bands are needed',
      got: nm.length,
      where: where(2),
      cure: 'Measure more wavelengths',
    });
  for (let i = 1; i < nm.length; i++) {
    if (at(nm, i) > at(nm, i - 1)) continue;
    throw new InputError({
      what: 'wavelengths must ascend',
      got: `${header[i + 1]} before ${header[i + 2]}`,
      where: where(i + 2),
      cure: 'Reverse the band columns (and the values with them)',
    });
  }
  return Float64Array.from(nm);
}

function spectrumFrom(
  cells: readonly string[],
  header: readonly string[],
  where: string,
  problems: InputProblem[],
): Float64Array {
  if (cells.length !== header.length) {
    problems.push({
      what: `a row must have ${header.length} cells, one for each column`,
      got: cells.length,
      where,
      cure:
        cells.length < header.length
          ? `Fill the bands from ${header[cells.length]} on, or leave the row out`
          : 'Remove the extra cells',
    });
    return new Float64Array(0);
  }
  return Float64Array.from(cells.slice(2), (cell, i) => {
    const value = Number(cell);
    if (cell !== '' && Number.isFinite(value)) return value;
    problems.push({
      what: 'reflectance must be a number',
      got: cell,
      where: `${where} column ${i + 3} (${header[i + 2]})`,
      cure: cell.includes(';')
        ? 'Separate cells by commas and write decimals with a point'
        : 'Fill the cell or leave the row out',
    });
    return Number.NaN;
  });
}

function percentProblems(spectra: readonly Float64Array[], file: string, problems: InputProblem[]): void {
  spectra.forEach((spectrum, i) => {
    const highest = spectrum.reduce((most, r) => Math.max(most, r), 0);
    if (!(highest > HIGHEST_REFLECTANCE)) return;
    const band = spectrum.indexOf(highest);
    problems.push({
      what: 'reflectance must be a fraction 0..1',
      got: highest,
      where: `${file}:${i + 2} column ${band + 3}`,
      cure:
        highest <= 200 ? 'It looks like percent: divide by 100' : 'Calibrate against a white reference first',
    });
  });
}
