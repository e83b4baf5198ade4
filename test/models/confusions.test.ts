import { describe, expect, test } from 'vitest';
import { confusionsOf } from '../../models/evaluation/confusions.ts';
import { Noise } from '../../sim/kernel/random/noise.ts';
import { throughConfusions } from '../../sim/site/robot/calibrated.ts';

const labels = ['pet-tray-coloured', 'pp-tray-coloured', 'steel-can'];
const PER_LABEL = 200;
const random = new Noise(7);
const truth = Int32Array.from({ length: 3 * PER_LABEL }, (_, i) => i % 3);
const rows = truth.map((_, i) => i);
const data = { labels, material: Uint8Array.from(truth) };

/** Answers that name a label with a certainty: what `takes` gives for the truth. */
function answers(takes: (is: number) => number, certainty: number): Float32Array {
  const material = new Float32Array(truth.length * 3).fill((1 - certainty) / 2);
  truth.forEach((is, i) => {
    material[i * 3 + takes(is)] = certainty;
  });
  return material;
}

describe('what a network takes for what', () => {
  test('is found however sure it is: half of the trays of PET are taken for PP', () => {
    const takes = (is: number) => (is === 0 && random.next() < 0.5 ? 1 : is);
    for (const certainty of [0.95, 0.999]) {
      const confusions = confusionsOf(answers(takes, certainty), 1, rows, data);
      const rest = (1 - certainty) / 2;
      const [pet, pp] = Array.from(throughConfusions([rest, certainty, rest], confusions));
      // Of the things that are called PP two in three are, since half as many trays of PET come to them.
      expect(Math.abs(pp! - 2 / 3)).toBeLessThan(0.05);
      expect(Math.abs(pet! - 1 / 3)).toBeLessThan(0.05);
      const called = Array.from(throughConfusions([certainty, rest, rest], confusions));
      expect(called[0]).toBeGreaterThan(0.95);
    }
  });

  test('is nothing where it knows: what counts beforehand is all that is left', () => {
    const [pet] = confusionsOf(
      answers((is) => is, 0.999999),
      1,
      rows,
      data,
    );
    const spread = 0.1 / 3;
    expect(pet![1]).toBeCloseTo(spread / (PER_LABEL + 3 + 0.1), 4);
  });

  test('leaves answers that say nothing as they are', () => {
    const nothing = [1 / 3, 1 / 3, 1 / 3];
    const answer = new Float32Array(truth.length * 3).fill(1 / 3);
    const seen = throughConfusions(nothing, confusionsOf(answer, 1, rows, data));
    for (const share of Array.from(seen)) expect(share).toBeCloseTo(1 / 3, 6);
  });

  test('its rows add up to 1', () => {
    const some = confusionsOf(
      answers((is) => (is + 1) % 3, 0.7),
      1.5,
      rows,
      data,
    );
    for (const row of some) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});
