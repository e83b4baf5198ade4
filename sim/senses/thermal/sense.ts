import { beyondProblems } from '../interface/problems.ts';
import type { SenseModel } from '../interface/sense.ts';
import raw from './ranges.json' with { type: 'json' };
import { defaultThermograph, type ThermographState, thermalCost } from './state.ts';
import { Thermograph } from './thermograph.ts';

/** Uncooled 8-14 um camera of 9 Hz with lens: 250-600 EUR up to 160 x 120 px, 1500-4000 EUR for 320 x 240 (memory). */
const SMALL_CAMERA_EUR = 400;
const LARGE_CAMERA_EUR = 2500;
const SMALL_CAMERA_PX = 120;
/** Studio flash with its supply, about 30 J: 150-500 EUR (memory). */
const FLASH_EUR = 300;

/** What an infrared camera sees after a flash: a film of apparent temperatures in kelvin. */
export const thermal: SenseModel<ThermographState> = {
  name: 'thermal',
  title: 'Thermal',
  fresh: defaultThermograph,
  ranges: raw.ranges,
  problems: ({ deadRows, sizePx }) => beyondProblems('deadRows', deadRows, sizePx, 'rows'),
  cost: thermalCost,
  partsEur: ({ sizePx }) => FLASH_EUR + (sizePx > SMALL_CAMERA_PX ? LARGE_CAMERA_EUR : SMALL_CAMERA_EUR),
  worn: (state, { dirt, lampAge }) => ({
    ...state,
    lensDirt: Math.min(1, state.lensDirt + dirt),
    lampAge: Math.min(1, state.lampAge + lampAge),
  }),
  tested(condition) {
    const good = defaultThermograph();
    return condition === 'shifted'
      ? { ...good, airTempK: good.airTempK + 8, lampAge: 0.3, lensDirt: 0.15 }
      : { ...good, deadRows: [8, 9], misregistration: 0.1 };
  },
  shape: ({ frames, sizePx }) => [frames, sizePx, sizePx],
  input: { kind: 'film', features: 256 },
  drawing: ({ frames, rateHz }) => ({
    kind: 'film',
    timesS: Array.from({ length: frames }, (_, f) => (f + 1) / rateHz),
    unit: 'K',
  }),
  open(seed, scenes) {
    const thermograph = new Thermograph(seed, scenes);
    return { render: (item, state, noise = true) => thermograph.render(item, state, undefined, noise) };
  },
};
