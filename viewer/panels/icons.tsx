import type { MomentKind } from '../recording/moments.ts';

const paths = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z',
  next: 'M6 5l8.5 7L6 19zM16 5h2.6v14H16z',
  back: 'M18 5l-8.5 7 8.5 7zM5.4 5H8v14H5.4z',
  fault: 'M12 3.2 22 20.5H2zM11 9.5v5h2v-5zM11 16.3v2h2v-2z',
  wrong: 'M5.2 7.3 7.3 5.2 12 9.9l4.7-4.7 2.1 2.1-4.7 4.7 4.7 4.7-2.1 2.1-4.7-4.7-4.7 4.7-2.1-2.1 4.7-4.7z',
  battery: 'M3 7h16v3h2.2v4H19v3H3zM5.2 9.2v5.6h2.4V9.2z',
  visit:
    'M14.8 3a5.2 5.2 0 0 0-4.9 7L3.4 16.500a2.3 2.3 0 1 0 3.2 3.200l6.6-6.600a5.2 5.2 0 0 0 6.7-6.600l-3.1 3.1-2.4-.6-.6-2.4 3.1-3.100A5.2 5.2 0 0 0 14.8 3z',
  sun: 'M12 7.200a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.600zM11 1.800h2v3.200h-2zM11 19h2v3.200h-2zM1.8 11H5v2H1.800zM19 11h3.200v2H19zM4 5.4 5.4 4l2.3 2.3-1.4 1.400zM16.3 17.700l1.4-1.400L20 18.6 18.6 20zM4 18.600l2.3-2.3 1.4 1.400L5.4 20zM16.3 6.3 18.6 4 20 5.400l-2.3 2.300z',
  moon: 'M19.8 14.600A8.4 8.4 0 0 1 9.4 4.200a8.4 8.4 0 1 0 10.4 10.400z',
  cube: 'M12 2.5 20.5 7v10L12 21.5 3.5 17V7zM5.8 8.300v7.400l5.2 2.800v-7.400zM18.2 8.3 13 11.100v7.400l5.2-2.800zM12 4.9 7 7.500l5 2.7 5-2.700z',
} as const;

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
