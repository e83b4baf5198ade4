import { colourOf } from '../../sim/record/palette.ts';
import type { MomentKind } from '../recording/moments.ts';
import icons from './icons.json' with { type: 'json' };

const { paths } = icons;

export type IconName = keyof typeof paths;

/** A small picture beside or instead of a word; the word is given by the button that holds it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}

/** Each kind of moment has a shape of its own, so that colour is not needed to tell them apart. */
export const momentIcons: Readonly<Record<MomentKind, IconName>> = {
  fault: 'fault',
  'wrong sort': 'wrong',
  'brown-out': 'battery',
  visit: 'visit',
};

/** Colour of a kind of moment, on the line of the day and beside its name. */
export const momentColour = (kind: MomentKind): string => colourOf('moment', kind);
