import { describe, expect, it } from 'vitest';
import { type Dataset, SPLITS } from '../../models/data/dataset.ts';
import { beliefOf, believing, conditionSkill } from '../../models/evaluation/calibrate.ts';
import { medianState } from '../../models/evaluation/evaluate.ts';
import type { Predictions } from '../../models/evaluation/infer.ts';
import { ALL_HEADS } from '../../models/nets/model.ts';
import { Noise } from '../../sim/kernel/random/noise.ts';

const STATES = 10;
const COUNT = 400;
const random = new Noise(3);
const normaliser = { senses: {}, qualityMean: 0.5, qualitySd: 0.3 };
const model = { normaliser, heads: ALL_HEADS };

/** Items of all states, a half to learn from and a half to judge by; only the labels are looked at. */
const labels = Array.from({ length: 2 * COUNT }, (_, i) => i % STATES);
const data = {
  count: labels.length,
  split: Uint8Array.from(labels, (_, i) => SPLITS.indexOf(i < COUNT ? 'labelled' : 'validation')),
  state: Uint8Array.from(labels),
  quality: Float32Array.from(labels, (state) => 1 - (state + 0.5) / STATES),
} as unknown as Dataset; // What calibration reads of a data set, and nothing else.
const rows = Int32Array.from({ length: COUNT }, (_, i) => COUNT + i);

/** Answers as sharp as asked, around the truth or around a state that was thrown. */
function answers(sharpness: number, truthful: boolean): Predictions {
  const state = new Float32Array(COUNT * STATES);
  const quality = new Float32Array(COUNT);
  rows.forEach((row, i) => {
    const thrown = Math.min(9, Math.max(0, Math.round(4.5 + 3 * random.gaussian())));
    const around = truthful ? data.state[row]! : thrown;
    const masses = Array.from({ length: STATES }, (_, s) => Math.exp(-sharpness * Math.abs(s - around)));
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    state.set(
      masses.map((mass) => mass / total),
      i * STATES,
    );
    quality[i] = truthful ? data.quality[row]! : 0.5 + 0.3 * random.gaussian();
  });
  return { material: new Float32Array(0), state, quality };
}

describe('what is to be believed of the heads of condition', () => {
  it('next to nothing of a head that learnt by heart: it falls back to what nobody has to look for', () => {
    const belief = beliefOf(answers(1, false), model, data, rows);
    expect(belief.state).toBeLessThan(0.15);
    expect(belief.quality).toBeLessThan(0.15);
    expect(conditionSkill(answers(1, false), model, data, rows)).toBeGreaterThan(-0.05);
  });

  it('all of a head that knows, and more than it says of one that is too modest', () => {
    const belief = beliefOf(answers(1, true), model, data, rows);
    expect(belief.state).toBeGreaterThan(1);
    expect(belief.quality).toBeCloseTo(1, 6);
    expect(conditionSkill(answers(1, true), model, data, rows)).toBeCloseTo(1, 6);
  });

  it('goes into the weights: the answers of the heads are the share of the logits and the rest of the prior', () => {
    const { prior } = beliefOf(answers(1, true), model, data, rows);
    const weight = (shape: number[], values: number[]) => ({ shape, values: Float32Array.from(values) });
    const made = believing(
      {
        'state/weights': weight([1, STATES], labels.slice(0, STATES)),
        'state/bias': weight([STATES], new Array(STATES).fill(2)),
        'state/told-states': weight([1, STATES], new Array(STATES).fill(3)),
        'quality/weights': weight([1, 1], [4]),
        'material/weights': weight([1, 2], [1, 2]),
      },
      { state: 0.5, quality: 0.25, prior },
    );
    expect([...made['state/weights']!.values].slice(0, 3)).toEqual([0, 0.5, 1]);
    expect(made['state/bias']!.values[3]).toBeCloseTo(1 + 0.5 * Math.log(prior[3]!), 6);
    expect(made['state/told-states']!.values[7]).toBe(1.5);
    expect([...made['quality/weights']!.values]).toEqual([1]);
    expect([...made['material/weights']!.values]).toEqual([1, 2]);
    expect(medianState(prior, 0)).toBe(4);
  });
});
