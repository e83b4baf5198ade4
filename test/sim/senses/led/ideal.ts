import { defaultLedBoard, type LedState } from '../../../../sim/senses/led/state.ts';

/** A board without noise of the world: everything lies as the white reference, nothing drifts, no other light. */
export function idealBoard(changes: Partial<LedState> = {}): LedState {
  return {
    ...defaultLedBoard(),
    distanceSpreadMm: 0,
    placeSpread: 0,
    specularMax: 0,
    backing: [0.3, 0.3],
    temperatureSpreadK: 0,
    ambientUa: 0,
    ...changes,
  };
}

/** Full width at half maximum on either side of the peak, written anew: 2^-(d / half width)^2. */
export function ledLight(nm: number, peakNm: number, widthNm: number, shortSideShare: number): number {
  const half = nm < peakNm ? widthNm * shortSideShare : widthNm * (1 - shortSideShare);
  const x = (nm - peakNm) / half;
  return Math.exp(-Math.LN2 * x * x);
}
