import { type Hue, hueOf, hues } from '../../../sim/record/palette.ts';
import colours from './palette.json' with { type: 'json' };

/** Colours of the things of the site, and of what lies around it; they mean nothing. */
export const palette = colours.site;
export const around = colours.around;

/** Hue of the n-th robot, in the scene and in the charts. */
export function robotHue(index: number): Hue {
  const hue = hues[index % hues.length];
  if (hue === undefined) throw new Error('the palette is empty');
  return hue;
}

/** Accent of the n-th robot in the scene. */
export const accentOf = (index: number): string => robotHue(index).light;

const known = (hue: Hue | undefined): Hue => hue ?? robotHue(0);

/** Hue of a bin's rim: that of the use which it serves, in all reports. */
export const rimHue = (use: string): Hue => known(hueOf('grade', use) ?? hueOf('grade', 'dispose'));
export const rimOf = (use: string): string => rimHue(use).light;

/** Charges from which on a battery is not low any more, and from which on it is not nearly empty, 0..1. */
const LOW = 0.3;
const NEARLY_EMPTY = 0.12;

/** Colour of a charge (0..1); the bar of which it is the colour says the same by its length. */
export function chargeColour(soc: number): string {
  const name = soc > LOW ? 'enough' : soc > NEARLY_EMPTY ? 'low' : 'nearly-empty';
  return known(hueOf('charge', name)).dark;
}

/** Hue of what the sun yields. */
export const sunHue = known(hueOf('charge', 'sun'));

/** Marks in the scene: what is selected, and what goes another way beside it; bright, since they lie on the belt. */
export const selectedColour = known(hueOf('mark', 'selected')).dark;
export const differsColour = known(hueOf('mark', 'differs')).dark;

/** Lamps of an asset: down, worn, in order. */
export const lampColours = {
  down: known(hueOf('state', 'FAULT')).dark,
  worn: known(hueOf('charge', 'low')).dark,
  fine: known(hueOf('charge', 'enough')).light,
} as const;
