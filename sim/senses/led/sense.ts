import type { SenseModel, TestCondition, Wear } from '../interface/sense.ts';
import { ledCost, ledPartsEur } from './price.ts';
import { LED_LISTS, ledProblems } from './problems.ts';
import { ledRanges } from './ranges.ts';
import { LedReflectometer } from './reflectometer.ts';
import { defaultLedBoard, type LedState } from './state.ts';

/** Reflectance at a few wavelengths, from LEDs that are lit one after the other: what a cheap hand-held or battery node can have. */
export const led: SenseModel<LedState> = {
  name: 'led',
  title: 'LED reflectance',
  fresh: defaultLedBoard,
  ranges: ledRanges,
  resizable: [...LED_LISTS, 'responsivityNm', 'responsivityAPerW'],
  problems: ledProblems,
  cost: ledCost,
  partsEur: ledPartsEur,
  worn,
  tested,
  shape: ({ centresNm }) => [centresNm.length],
  input: { kind: 'vector', variate: true, hidden: 32, features: 32 },
  drawing: ({ centresNm }) => ({
    kind: 'bars',
    labels: centresNm.map((nm) => `${nm} nm`),
    yLabel: 'reflectance',
  }),
  open: (seed) => new LedReflectometer(seed),
};

function worn(state: LedState, { dirt, lampAge }: Wear): LedState {
  return {
    ...state,
    windowDirt: Math.min(1, state.windowDirt + dirt),
    ledAge: Math.min(1, state.ledAge + lampAge),
  };
}

/** `shifted`: another unit on a warm day, aged and dirty. `faulty`: two LEDs dead, and a white reference that was soiled. */
function tested(condition: TestCondition): LedState {
  const good = defaultLedBoard();
  if (condition === 'shifted') return { ...good, unit: 1, warmerK: 8, windowDirt: 0.15, ledAge: 0.5 };
  return { ...good, deadLeds: [2, 5], whiteLoss: 0.1 };
}
