import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import { d65, decodeSrgb, encodeSrgb, linearRgb, rgbWeights, visibleNm } from './colour.ts';
import type { ItemOptics } from './reflectance.ts';

/** Grey of the ground behind clear items in a display colour. */
const GROUND = 0.5;

const weights = rgbWeights(d65);

/** What the eye would see of an item on average in daylight over a grey ground, '#rrggbb': for viewers and reports. */
export function displayColour(item: ItemState, itemOptics: ItemOptics): string {
  const rgb = new Float64Array(3);
  const { look, optics } = materialById(item.materialId);
  if (optics.kind === 'metal') {
    for (let c = 0; c < 3; c++)
      rgb[c] = decodeSrgb(look.baseSrgb[c]! / 255) * (1 - 0.4 * Math.min(1, item.wear));
  } else {
    linearRgb(weights, itemOptics.reflectance(item, visibleNm, GROUND, new Float64Array(31)), rgb);
  }
  const hex = (linear: number) =>
    Math.round(255 * Math.min(1, encodeSrgb(linear)))
      .toString(16)
      .padStart(2, '0');
  return `#${hex(rgb[0]!)}${hex(rgb[1]!)}${hex(rgb[2]!)}`;
}
