import { type Hue, hueOf, hues } from '../../../sim/record/palette.ts';
import colours from './palette.json' with { type: 'json' };

/** Colours of the things of the site, which mean nothing. */
export const palette = colours.site;

/** Hue of the n-th robot, in the scene and in the charts. */
export function robotHue(index: number): Hue {
  const hue = hues[index % hues.length];
  if (hue === undefined) throw new Error('the palette is empty');
  return hue;
}

/** Accent of the n-th robot in the scene. */
export const accentOf = (index: number): string => robotHue(index).light;

/** Colour of a bin's rim: that of the use which it serves, in all reports. */
export const rimOf = (use: string): string => hueOf('grade', use)?.light ?? '#d055a0';
