import type { SourceFile } from '../architecture/sources.ts';
import type { Mutation } from './operators.ts';

/** A fault with a name, found by the code it replaces and not by a path, so that files may move. */
export interface NamedFault {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const fault = (name: string, from: string, to: string): NamedFault => ({ name, from, to });

/** Faults that no test caught when they were first tried. */
const MISSED_ONCE: readonly NamedFault[] = [
  fault('mains energy times ten', '* openS) / 3.6e6', '* openS) / 3.6e5'),
  fault('EUR and GBP exchanged', '(price.typ * table.eurPerUnit) /', '(price.typ / table.eurPerUnit) /'),
  fault('no idle power while working', '? idleW + energyJ / (timeUs / 1e6)', '? energyJ / (timeUs / 1e6)'),
  fault('soil weighs a tenth', 'SOIL_WEIGHT = 0.4', 'SOIL_WEIGHT = 0.04'),
  fault(
    'tilt brightens spectra',
    'Math.exp(-spectrometer.gainSpread *',
    'Math.exp(spectrometer.gainSpread *',
  ),
  fault('talc times ten', 'TALC_VOLUME_PER_PCT = 0.004', 'TALC_VOLUME_PER_PCT = 0.04'),
  fault('permuted arms keep their own sensors', 'group[(i + 1) % group.length]!', 'group[i]!'),
  fault(
    'the colour-only lesson comes from the full teacher',
    "'visual' ? 'teacher-visual' :",
    "'visual' ? 'teacher' :",
  ),
];

/** Faults of the senses and of wear, each by a test written for it. */
const SENSES_AND_WEAR: readonly NamedFault[] = [
  fault(
    'bands + 10 nm',
    '(nm - centreNm) / sigmaNm; if (z * z < REACH2)',
    '(nm - centreNm - 10) / sigmaNm; if (z * z < REACH2)',
  ),
  fault('one-pass water', 't * t * dry', 't * dry'),
  fault(
    'soil after water',
    'if (item.soilGPerM2 > 0) this.#soil(item, out); if (item.waterFilmUm > 0) this.#wet(item, out);',
    'if (item.waterFilmUm > 0) this.#wet(item, out); if (item.soilGPerM2 > 0) this.#soil(item, out);',
  ),
  fault(
    'T^4 in place of the band',
    'return (sum * step) / 3; }',
    'return sum === 0 ? 0 : (5.67e-8 * tempK * tempK * tempK * tempK * 0.376) / Math.PI; }',
  ),
  fault(
    'no reflected term',
    '(1 - emissivity - transmittance) * bandRadiance(state.reflectedTempK)',
    '0 * bandRadiance(state.reflectedTempK)',
  ),
  fault(
    'thermal noise seeded by class',
    'noiseOf(keys.pixels, item.itemId) : null; const look',
    'noiseOf(keys.pixels, item.materialId.length) : null; const look',
  ),
  fault(
    'pixel noise seeded by class',
    'noiseOf(this.#keys.pixels, item.itemId) : null; sensor.expose',
    'noiseOf(this.#keys.pixels, item.materialId.length) : null; sensor.expose',
  ),
  fault(
    'fixed thickness',
    'logarithmic(look.thicknessM, at(draw.thickness))',
    'logarithmic(look.thicknessM, 0.5)',
  ),
  fault(
    'swapped streams: heat of another thickness',
    'const body = thermalBody(item, itemOptics); const lossW',
    'const body = thermalBody({ ...item, thicknessM: item.thicknessM * (1 + ((item.itemId * 7) % 5)) }, itemOptics); const lossW',
  ),
  fault(
    'a sensor reads the label',
    'out.perM = size / fieldM;',
    'out.perM = (size / fieldM) * (item.materialId.length % 2 === 0 ? 1 : 1.05);',
  ),
  fault(
    'the hidden chain length shows',
    'addHaze(palette, item.haze)',
    'addHaze(palette, item.haze * item.chainRatio)',
  ),
  fault(
    'emissivity without thickness',
    'const x = Math.log(Math.max(thicknessM * 1e6, 0.1));',
    'const x = Math.log(500 + 0 * thicknessM);',
  ),
  fault(
    'shot noise without light',
    'Math.sqrt(codeAt(i) * step + read)',
    'Math.sqrt(0.3 * CODES * step + read)',
  ),
  fault(
    'damage heals',
    'damage: damageOf(laws, doses)',
    'damage: damageOf(laws, doses) * (1 - 0.2 * body.damage)',
  ),
  fault('Arrhenius upside down', '(1 / fromK - 1 / toK)', '(1 / toK - 1 / fromK)'),
  fault('corrosion starts anew each stay', 'const after = before + years;', 'const after = years;'),
];

export const NAMED_FAULTS = [...MISSED_ONCE, ...SENSES_AND_WEAR];

/** Code as a pattern: the space between its words may be any. */
function pattern(code: string): RegExp {
  const words = code.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'g');
}

/** Where a fault goes. Throws if its code is in no file or in more than one place: the list must follow the sources. */
export function placeOf({ name, from, to }: NamedFault, sources: readonly SourceFile[]): Mutation {
  const found = sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern(from))].map(({ index, 0: code }) => ({
      operator: name,
      path,
      start: index,
      end: index + code.length,
      text: to,
    })),
  );
  const [place] = found;
  if (place && found.length === 1) return place;
  const where = found.map(({ path }) => path).join(', ') || 'no file';
  throw new Error(
    `the fault "${name}" looks for one place with\n  ${from}\nand finds it in ${where}: write it anew in test/mutation/faults.ts`,
  );
}
