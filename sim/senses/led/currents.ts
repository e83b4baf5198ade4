import { at } from '../../record/must.ts';
import type { LedState } from './state.ts';

/** Share of the light of a white surface that reaches the photodiode: its area seen from a lit spot that sends light as Lambert says. */
function collected({ photodiodeMm2, distanceMm, spotRadiusMm }: LedState): number {
  return photodiodeMm2 / (Math.PI * (distanceMm * distanceMm + spotRadiusMm * spotRadiusMm));
}

/** Photocurrent of LED `k` from the white reference, uA; `answer`: what the photodiode makes of one watt of it, A/W. */
export function whiteUaOf(state: LedState, k: number, answer: number): number {
  return at(state.powersMw, k) * 1000 * collected(state) * answer;
}
