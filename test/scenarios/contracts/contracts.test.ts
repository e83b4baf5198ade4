import { expect, test } from 'vitest';
import { maintenancePolicyProblems } from '../../../scenarios/contracts/maintenance-policy.ts';
import { perceptionProblems } from '../../../scenarios/contracts/perception.ts';
import { processPolicyProblems } from '../../../scenarios/contracts/process-policy.ts';
import { senseProblems } from '../../../scenarios/contracts/sense.ts';
import { sortPolicyProblems } from '../../../scenarios/contracts/sort-policy.ts';
import type { InputProblem } from '../../../scenarios/errors.ts';
import { ownDay } from '../../../scenarios/own/eyes.ts';
import { worldOf } from '../../../scenarios/schema/day/scenario.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { maintenancePolicies, processPolicies, sortPolicies } from '../../../sim/decisions/policies.ts';
import { sortOptions } from '../../../sim/decisions/sorting.ts';
import type {
  Classifier,
  MaintenanceChoice,
  ProcessChoice,
  SortChoice,
  SortPolicy,
  SortView,
} from '../../../sim/ports.ts';
import type { Frames } from '../../../sim/record/frames.ts';
import { type AnySense, SENSES } from '../../../sim/senses/registry.ts';

const world = worldOf(loadScenario('smoke'));
const day = ownDay(world, { seed: 1, replication: 0 });
const whats = (problems: readonly InputProblem[]) => problems.map(({ what }) => what);

test.each(Object.entries(sortPolicies))('sorting policy %s breaks nothing', (_, make) => {
  expect(sortPolicyProblems(make, world, 'here')).toEqual([]);
});

/** A model of remaining life is fitted to every inspection of 120 lives: seldom ones are enough to hold it to its contract. */
const seldomInspected = worldOf(loadScenario('smoke', ['maintenance.inspectEveryS=86400']));

test.each(Object.entries(maintenancePolicies))('maintenance policy %s breaks nothing', (_, make) => {
  expect(maintenancePolicyProblems(make, seldomInspected, 'here')).toEqual([]);
});

test.each(Object.entries(processPolicies))('processing policy %s breaks nothing', (_, make) => {
  expect(processPolicyProblems(make, world, 'here')).toEqual([]);
});

/** What is wrong with a sorting policy of that one decision. */
const sorting = (decide: (view: SortView) => unknown, name: unknown = 'mine') =>
  whats(sortPolicyProblems(() => ({ name, decide }) as SortPolicy, world, 'here'));
const pass = { kind: 'pass' } as const;
const all = (view: SortView, action: unknown) => ({ action, options: sortOptions(view) }) as SortChoice;

test.each<[string, readonly string[], string]>([
  ['an unknown action', sorting((v) => all(v, { kind: 'throw' })), "must be 'pass', 'look' or 'pick'"],
  ['an id for an index', sorting((v) => all(v, { kind: 'pick', output: 'pet' })), 'must name the index'],
  [
    'a pick where nothing is in reach',
    sorting((v) => all(v, { kind: 'pick', output: 0 })),
    'must name the index',
  ],
  ['a look where there is none', sorting((v) => all(v, { kind: 'look' })), 'view.nextLook is null'],
  ['no options', sorting(() => ({ action: pass })), 'options must begin with pass'],
  [
    'an option without a number',
    sorting(() => ({ action: pass, options: [{ action: 'pass' }] })),
    'finite number',
  ],
  ['nothing', sorting(() => undefined), "must be 'pass', 'look' or 'pick'"],
  ['a bare action', sorting(() => 'pass'), "must be 'pass', 'look' or 'pick'"],
  ['an error', sorting(() => ({ ...JSON.parse('{') })), 'decide(view) threw an error'],
  ['a changed view', sorting((v) => all(Object.assign(v, { massKg: 1 }), pass)), 'changed the view'],
  [
    'chance',
    sorting((v) => all(v, Math.random() < 0.5 && v.outputs[0] ? { kind: 'pick', output: 0 } : pass)),
    'must decide the same',
  ],
  ['no name', sorting((v) => all(v, pass), ''), 'must make a policy'],
  [
    'a policy for its maker',
    whats(sortPolicyProblems(() => undefined as never, world, 'here')),
    'must make a policy',
  ],
])('a sorting policy with %s', (_, found, says) => {
  if (says !== 'must make a policy') expect(found.join('; ')).toContain(says);
  expect(found.length + Number(says === 'must make a policy')).toBeGreaterThan(0);
});

test('memory that outlives a policy is found', () => {
  let seen = 0;
  const make = () => ({
    name: 'remembers',
    decide: (view: SortView) =>
      all(view, ++seen > 200 && view.outputs[0] ? { kind: 'pick', output: 0 } : pass),
  });
  expect(whats(sortPolicyProblems(make, world, 'here'))).toEqual([
    'a second policy, shown the same, must decide the same',
  ]);
});

test('a maintenance policy that answers something else', () => {
  const decide = () => ({ action: 'repair', options: [] }) as unknown as MaintenanceChoice;
  expect(whats(maintenancePolicyProblems(() => ({ name: 'm', decide }), world, 'here'))).toEqual([
    "action must be 'wait' or 'visit'",
    'options must begin with wait, visit, in this order',
  ]);
});

test('a processing policy that sets what the plant has not', () => {
  const decide = () =>
    ({ speedFactor: 9, thresholds: 0, bale: ['gold'], options: [] }) as unknown as ProcessChoice;
  const found = whats(processPolicyProblems(() => ({ name: 'p', decide }), world, 'here'));
  expect(found).toHaveLength(4);
});

const state = new Float32Array(10).fill(0.1);
const uniform = new Float32Array(day.labels.length).fill(1 / day.labels.length);
const belief = { modelId: 'm', material: uniform, state, quality: { mean: 0.5, sd: 0.1 } };
const sound: Classifier = {
  ...{ modelId: 'm', labels: day.labels, senses: ['visual'], cost: { energyJ: 0, timeUs: 0 } },
  classify: (batch) => batch.map(() => belief),
};
const perceiving = (changes: object) =>
  whats(perceptionProblems(() => ({ ...sound, ...changes }), day, [], 'here').problems).join('; ');

test.each<[string, object, string]>([
  ['nothing wrong', {}, ''],
  ['labels that lack a material', { labels: ['cardboard'] }, 'labels lack materials of the feed'],
  ['labels out of order', { labels: [...day.labels].reverse() }, 'sorted list'],
  ['a sense that no robot has', { senses: ['nose'] }, 'has no sense nose'],
  [
    'shares that add up to 2',
    { classify: (b: Frames[]) => b.map(() => ({ ...belief, material: uniform.map((p) => 2 * p) })) },
    'belief.material',
  ],
  ['too few beliefs', { classify: () => [] }, 'one belief an item'],
  ['an error', { classify: () => JSON.parse('{') }, 'threw an error'],
  ['a broken cost', { cost: { energyJ: 0, timeUs: 0.5 } }, 'whole microseconds'],
  [
    'a batch that tells',
    { classify: (b: Frames[]) => b.map(() => ({ ...belief, quality: { mean: 1 / b.length, sd: 0 } })) },
    'bit for bit',
  ],
])('a perception with %s', (_, changes, says) => {
  if (says === '') expect(perceiving(changes)).toBe('');
  else expect(perceiving(changes)).toContain(says);
});

/** A sense like the led board, but for some changes. */
const sense = (changes: Partial<AnySense>) =>
  whats(senseProblems({ ...SENSES.need('led'), name: 'nose', ...changes }, 'here')).join('; ');

test.each<[string, Partial<AnySense>, string]>([
  ['nothing wrong', {}, ''],
  ['a taken name', { name: 'thermal' }, 'there is a sense of that name'],
  ['a name with blanks', { name: 'My nose' }, 'lower-case letters'],
  ['no price', { partsEur: () => 0 }, 'must have a price'],
  ['frames of another size', { shape: () => [3] }, 'the size of its shape'],
  ['a memory', { open: () => memory() }, 'looked at before'],
])('a sense with %s', (_, changes, says) => {
  if (says === '') expect(sense(changes)).toBe('');
  else expect(sense(changes)).toContain(says);
});

function memory() {
  const led = SENSES.need('led');
  const instrument = led.open(7);
  let looks = 0;
  return {
    render: (item: Parameters<typeof instrument.render>[0], at: object) =>
      instrument.render(item, at).map((value) => value + ++looks),
  };
}
