import type { Material } from '../materials/material.ts';
import { tableOf, VISIBLE_END_NM } from './optics-tables.ts';

/** The colour of a look as absorption relative to scattering (K/S), so that equal looks stay equal below 780 nm. */

/** Where the colour of a look has faded out, nm. */
export const LOOK_END_NM = VISIBLE_END_NM + 120;

const tables = new Map<string, Float32Array>();

/** K/S on the 1 nm grid of the base colour of a look (cached by colour); zero when the look is clear and beyond 900 nm. */
export function lookAbsorption(material: Material): Float32Array {
  const clear = material.optics.visible === 'none';
  const key = clear ? 'none' : material.look.baseSrgb.join(',');
  let table = tables.get(key);
  if (table === undefined) {
    table = clear ? tableOf(() => 0) : colourTable(material.look.baseSrgb);
    tables.set(key, table);
  }
  return table;
}

function colourTable(srgb: readonly number[]): Float32Array {
  const [r, g, b] = srgb.map((v) => linear(v / 255));
  return tableOf((nm) => {
    const reflectance = Math.min(Math.max(smoothColour(r, g, b, nm), 0.004), 0.98);
    const kOverS = ((1 - reflectance) * (1 - reflectance)) / (2 * reflectance);
    // The colour fades out above the visible: pigment edges do not reach the near infrared unless a pigment says so.
    return kOverS * (1 - smoothStep((nm - VISIBLE_END_NM) / (LOOK_END_NM - VISIBLE_END_NM)));
  });
}

/** Linear light of an sRGB value 0..1 (IEC 61966-2-1). */
function linear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : Math.exp(2.4 * Math.log((v + 0.055) / 1.055));
}

/** A smooth spectrum with the three given levels in blue, green and red (crossings at 490 and 585 nm). */
function smoothColour(r: number, g: number, b: number, nm: number): number {
  const toGreen = smoothStep((nm - 470) / 40);
  const toRed = smoothStep((nm - 565) / 40);
  return b + (g - b) * toGreen + (r - g) * toRed;
}

function smoothStep(x: number): number {
  const t = Math.min(Math.max(x, 0), 1);
  return t * t * (3 - 2 * t);
}
