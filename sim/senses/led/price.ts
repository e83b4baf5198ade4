import type { Cost } from '../../record/frames.ts';
import { at } from '../../record/must.ts';
import board from './board.json' with { type: 'json' };
import type { LedState } from './state.ts';

/** Longest wavelength that photodiodes of silicon and of ordinary InGaAs answer, nm. */
const SILICON_TO_NM = 1150;
const INGAAS_TO_NM = 1800;

/** Energy of LEDs and electronics in one look, J, and its time: after settling, pulse and pause by pulse and pause. */
export function ledCost(state: LedState): Cost {
  const { currentsMa, supplyV, pulseUs, averages, settleUs, electronicsW } = state;
  const timeUs = settleUs + 2 * pulseUs * averages * currentsMa.length;
  const litA = currentsMa.reduce((sum, mA) => sum + mA / 1000, 0);
  const lightJ = litA * supplyV * ((pulseUs * averages) / 1e6);
  return { energyJ: lightJ + electronicsW * (timeUs / 1e6), timeUs: Math.ceil(timeUs) };
}

/** Price of LEDs, photodiode and electronics, EUR (board.json says from where): LEDs beyond 1000 nm are dear. */
export function ledPartsEur({ centresNm, responsivityNm }: LedState): number {
  const parts = board.partsEur;
  const leds = centresNm.reduce(
    (sum, nm) => sum + (nm < 1000 ? parts.ledBelow1000Nm : parts.ledFrom1000Nm),
    0,
  );
  const lastNm = at(responsivityNm, responsivityNm.length - 1);
  const photodiode =
    lastNm <= SILICON_TO_NM
      ? parts.siliconPhotodiode
      : lastNm <= INGAAS_TO_NM
        ? parts.ingaasPhotodiode
        : parts.extendedPhotodiode;
  return leds + photodiode + parts.electronics;
}
