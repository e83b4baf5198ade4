import type { Field, ValueOf } from './field.ts';

/** How a frame is drawn, as plain data that travels in a recording. Every list has one entry a frame or a value. */
export const drawing = {
  oneOf: {
    /** [H, W, 3] sRGB. */
    picture: {},
    /** [frames, H, W] in one unit, each frame so many seconds after the look began. */
    film: { timesS: { list: 'number' }, unit: 'text' },
    /** [n] along an axis. */
    curve: { xs: { list: 'number' }, xLabel: 'text', yLabel: 'text' },
    /** [n] side by side. */
    bars: { labels: { list: 'text' }, yLabel: 'text' },
  },
} as const satisfies Field;

export type Drawing = ValueOf<typeof drawing>;
