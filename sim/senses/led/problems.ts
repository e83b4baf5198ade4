import { at } from '../../record/must.ts';
import type { StateProblem } from '../interface/sense.ts';
import { answerGrid, answerTo, emissionOf } from './bands.ts';
import { whiteUaOf } from './currents.ts';
import { responsivityAt } from './photodiode.ts';
import type { LedState } from './state.ts';

/** More LEDs than fit around one photodiode. */
const MOST_LEDS = 64;
/** Share of its best answer below which a photodiode does not answer. */
const DEAF = 0.01;

/** What is wrong with a board although each number is legal by itself; empty when it can be built. */
export function ledProblems(state: LedState): StateProblem[] {
  const shape = [...ledLists(state), ...curve(state), ...spans(state)];
  // What the photodiode answers can be worked out for a board of sound lists only.
  return shape.length > 0 ? shape : [...outOfRange(state), ...overfull(state)];
}

/** Lists that have one entry an LED. */
export const LED_LISTS = ['centresNm', 'widthsNm', 'powersMw', 'currentsMa'] as const;

function ledLists(state: LedState): StateProblem[] {
  const { centresNm, deadLeds } = state;
  const count = centresNm.length;
  const problems: StateProblem[] = [];
  if (count < 1 || count > MOST_LEDS)
    problems.push({
      key: 'centresNm',
      message: `a board has 1 to ${MOST_LEDS} LEDs`,
      got: count,
      cure: 'Give each LED its peak wavelength in nm',
    });
  for (const key of LED_LISTS)
    if (state[key].length !== count)
      problems.push({
        key,
        message: `must have one entry for each of the ${count} LEDs of centresNm`,
        got: state[key].length,
        cure: `Write ${count} numbers, in the order of centresNm`,
      });
  problems.push(...unordered('centresNm', centresNm));
  const missing = deadLeds.find((k) => k >= count);
  if (missing !== undefined)
    problems.push({
      key: 'deadLeds',
      message: 'names an LED that the board does not have',
      got: missing,
      cure: `Count from 0 to ${count - 1}`,
    });
  return problems;
}

/** Wavelengths that are nearer to each other than this, nm, are one. */
const LEAST_STEP_NM = 0.01;

/** The first entry of a list of wavelengths that does not lie above the one before. */
function unordered(key: 'centresNm' | 'responsivityNm', list: readonly number[]): StateProblem[] {
  const place = list.findIndex((nm, i) => i > 0 && nm < at(list, i - 1) + LEAST_STEP_NM);
  if (place < 0) return [];
  const message = 'wavelengths must rise';
  const got = `${at(list, place)} after ${at(list, place - 1)} nm`;
  return [{ key, message, got, cure: 'Sort them, and the other lists with them; each only once' }];
}

function curve({ responsivityNm, responsivityAPerW }: LedState): StateProblem[] {
  const count = responsivityNm.length;
  if (count < 3)
    return [
      {
        key: 'responsivityNm',
        message: 'needs at least 3 wavelengths',
        got: count,
        cure: 'Give the curve of the photodiode from its first to its last answer',
      },
    ];
  if (responsivityAPerW.length !== count)
    return [
      {
        key: 'responsivityAPerW',
        message: `must have one entry for each of the ${count} wavelengths of responsivityNm`,
        got: responsivityAPerW.length,
        cure: `Write ${count} numbers in A/W`,
      },
    ];
  const problems = unordered('responsivityNm', responsivityNm);
  const ends = [at(responsivityAPerW, 0), at(responsivityAPerW, count - 1)];
  if (ends.some((end) => end !== 0))
    problems.push({
      key: 'responsivityAPerW',
      message: 'must begin and end with 0',
      got: ends.join(' and '),
      cure: 'Add the wavelengths below and above which nothing is answered',
    });
  if (!responsivityAPerW.some((aPerW) => aPerW > 0))
    problems.push({
      key: 'responsivityAPerW',
      message: 'the photodiode answers nothing',
      got: 'only zeros',
      cure: 'Give its responsivity in A/W',
    });
  return problems;
}

function spans({ backing }: LedState): StateProblem[] {
  if (backing[0] <= backing[1]) return [];
  return [
    { key: 'backing', message: 'lowest above highest', got: backing.join(' and '), cure: 'Swap the two' },
  ];
}

/** LEDs whose peak the photodiode does not answer. */
function outOfRange(state: LedState): StateProblem[] {
  const { centresNm, responsivityNm, responsivityAPerW } = state;
  const deaf = DEAF * Math.max(...responsivityAPerW);
  const [first, last] = [at(responsivityNm, 0), at(responsivityNm, responsivityNm.length - 1)];
  const answers = responsivityAt(state, centresNm);
  return centresNm.flatMap((nm, k) => {
    if (at(answers, k) >= deaf) return [];
    const message = `LED ${k} lies outside the photodiode's range: it answers ${first}-${last} nm, least near the ends`;
    const cure = 'Take out this LED, or give the curve of a photodiode that answers it';
    return [{ key: 'centresNm', message, got: nm, cure }];
  });
}

/** LEDs whose light from the white reference is more than the converter takes. */
function overfull(state: LedState): StateProblem[] {
  const { centresNm, widthsNm, shortSideShare, fullScaleUa } = state;
  const grid = answerGrid(state);
  return centresNm.flatMap((nm, k) => {
    const answer = answerTo(emissionOf(nm, at(widthsNm, k), shortSideShare), grid, grid.responsivity);
    const whiteUa = whiteUaOf(state, k, answer);
    if (whiteUa <= fullScaleUa) return [];
    const message = `LED ${k} at ${nm} nm would give ${whiteUa.toPrecision(3)} uA from the white reference, more than fullScaleUa takes`;
    const cure = `raise fullScaleUa above ${Math.ceil(whiteUa)}, or lower its power or the area of the photodiode`;
    return [{ key: 'fullScaleUa', message, got: fullScaleUa, cure }];
  });
}
