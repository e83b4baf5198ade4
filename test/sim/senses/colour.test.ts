import { expect, test } from 'vitest';
import {
  blackBodyLight,
  d65,
  decodeSrgb,
  encodeSrgb,
  linearRgb,
  rgbWeights,
} from '../../../sim/senses/optics/colour.ts';
import { labOf } from '../../oracles/lab.ts';
import measured from './data/usgs-colour.json' with { type: 'json' };

/** Colour differences (dE76, sorted) between our CIELAB and the values beside the spectra. */
function differences(light: ArrayLike<number>): number[] {
  return measured.picked
    .map(({ spectrum, lab }) => {
      const { l, a, b } = labOf(spectrum, light);
      const [dl, da, db] = [l - lab[0]!, a - lab[1]!, b - lab[2]!];
      return Math.sqrt(dl * dl + da * da + db * db);
    })
    .sort((x, y) => x - y);
}

test('CIELAB of measured spectra agrees with the values beside them', () => {
  // The values were made with a 6504 K black body in place of D65: under that light we must agree, under D65 nearly.
  const same = differences(blackBodyLight(6504));
  const daylight = differences(d65);
  console.log(
    `colour: ${same.length} spectra, largest dE76 ${same.at(-1)!.toFixed(2)} under their light, ` +
      `${daylight.at(-1)!.toFixed(2)} (median ${daylight[Math.floor(daylight.length / 2)]!.toFixed(2)}) under D65`,
  );
  expect(same.length).toBeGreaterThan(15);
  expect(same.at(-1)!).toBeLessThan(1);
  expect(daylight[Math.floor(0.8 * daylight.length)]!).toBeLessThan(1);
});

test('a white plate is white under every lamp and a grey one keeps its level', () => {
  for (const light of [d65, blackBodyLight(2900), blackBodyLight(5000)]) {
    const rgb = new Float64Array(3);
    linearRgb(rgbWeights(light), new Array(31).fill(0.4), rgb);
    for (const value of rgb) expect(value).toBeCloseTo(0.4, 10);
  }
});

test('sRGB code and linear value are inverse', () => {
  for (let i = 0; i <= 255; i++) expect(encodeSrgb(decodeSrgb(i / 255))).toBeCloseTo(i / 255, 6);
});
