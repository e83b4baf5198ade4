import { expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import type { Perception } from '../../../sim/ports.ts';
import { defaultSensors } from '../../../sim/senses/sensors.ts';
import { calibrated, uncalibrated } from '../../../sim/site/robot/calibrated.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';

const labels = ['aluminium-can', 'steel-can'];
const free = { energyJ: 0, timeUs: 0 };
const truth = perfectPerception(labels, { sense: free, infer: free });
const sensors = defaultSensors();
const item = makeItem({ seed: 1, itemId: 7, materialId: 'steel-can' });

/** A network that says 80 % aluminium of everything. */
const says: Perception = {
  ...truth,
  belief: (seen, state) => ({ ...truth.belief(seen, state), material: Float32Array.of(0.8, 0.2) }),
};
const feed = {
  materials: [
    { materialId: 'aluminium-can', share: 1 },
    { materialId: 'steel-can', share: 3 },
  ],
};
const oddsOf = (perception: Perception) => {
  const [aluminium, steel] = perception.belief(item, sensors).material;
  return aluminium! / steel!;
};

test('the answer is multiplied by the shares of the feed, as by the rule of Bayes', () => {
  expect(oddsOf(calibrated(says, uncalibrated, feed))).toBeCloseTo((0.8 * 1) / (0.2 * 3), 5);
});

test('a temperature of 2 takes the square root of the odds', () => {
  expect(oddsOf(calibrated(says, { ...uncalibrated, temperature: 2 }, feed))).toBeCloseTo(2 / 3, 5);
});

test('what looks like a label is what such things were found to be', () => {
  const confusions = [
    [0.6, 0.4],
    [0.1, 0.9],
  ];
  const odds = ((0.8 * 0.6 + 0.2 * 0.1) * 1) / ((0.8 * 0.4 + 0.2 * 0.9) * 3);
  expect(oddsOf(calibrated(says, { ...uncalibrated, confusions }, feed))).toBeCloseTo(odds, 5);
});

test('however sure the network is, nobody is surer than of what it takes for what', () => {
  const sure: Perception = {
    ...says,
    belief: (seen, state) => ({ ...says.belief(seen, state), material: Float32Array.of(1, 0) }),
  };
  const confusions = [
    [0.6, 0.4],
    [0, 1],
  ];
  expect(oddsOf(calibrated(sure, { ...uncalibrated, confusions }, feed))).toBeCloseTo(0.5, 5);
});

test('a weight counts by how probable it is for each material', () => {
  const ln = Math.log(item.massKg);
  const weights = [
    { meanLnKg: ln - 1, sdLnKg: 0.5 },
    { meanLnKg: ln, sdLnKg: 0.25 },
  ];
  // Two standard deviations off against none, and a density half as high: exp(-2) / 2.
  const odds = ((0.8 / 0.2) * (1 / 3) * Math.exp(-2)) / 2;
  expect(oddsOf(calibrated(says, { ...uncalibrated, weights }, feed))).toBeCloseTo(odds, 5);
});

test('what the site has never found stays possible', () => {
  const none = { materials: [{ materialId: 'steel-can', share: 1 }] };
  expect(oddsOf(calibrated(says, uncalibrated, none))).toBeCloseTo(4 * 0.001, 5);
});
