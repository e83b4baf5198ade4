import { beyondProblems } from '../interface/problems.ts';
import type { SenseModel } from '../interface/sense.ts';
import { Camera } from './camera.ts';
import raw from './ranges.json' with { type: 'json' };
import { type CameraState, defaultCamera, visualCost } from './state.ts';

/** Industrial colour camera of about 1 Mpx with lens and strobe, EUR: 250-800 new (memory). */
const CAMERA_EUR = 400;

/** What a colour camera sees: a picture. */
export const visual: SenseModel<CameraState> = {
  name: 'visual',
  title: 'Colour',
  fresh: defaultCamera,
  ranges: raw.ranges,
  problems: ({ deadRows, sizePx }) => beyondProblems('deadRows', deadRows, sizePx, 'rows'),
  cost: visualCost,
  partsEur: () => CAMERA_EUR,
  worn: (state, { dirt, lampAge }) => ({
    ...state,
    lensDirt: Math.min(1, state.lensDirt + dirt),
    lampAge: Math.min(1, state.lampAge + lampAge),
  }),
  tested(condition) {
    const good = defaultCamera();
    return condition === 'shifted'
      ? { ...good, lightTempK: 4000, exposure: 0.8, lampAge: 0.5, lensDirt: 0.15 }
      : { ...good, deadRows: [20, 21, 22, 23], misregistration: 0.1 };
  },
  shape: ({ sizePx }) => [sizePx, sizePx, 3],
  input: { kind: 'picture', features: 512 },
  drawing: () => ({ kind: 'picture' }),
  open(seed, scenes) {
    const camera = new Camera(seed, scenes);
    return { render: (item, state, noise = true) => camera.render(item, state, undefined, noise) };
  },
};
