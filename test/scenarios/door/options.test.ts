import { expect, test } from 'vitest';
import { bound } from '../../../scenarios/door/bound.ts';
import { experiment } from '../../../scenarios/door/experiment.ts';
import { exportModel } from '../../../scenarios/door/export.ts';
import { loadRegion, loadRun, loadScenario } from '../../../scenarios/door/load.ts';
import { pays } from '../../../scenarios/door/pays.ts';
import { trainProtocol } from '../../../scenarios/door/protocol.ts';
import { runRegion } from '../../../scenarios/door/region.ts';
import { run } from '../../../scenarios/door/run.ts';
import { train } from '../../../scenarios/door/train.ts';
import { InputError } from '../../../scenarios/errors.ts';

/** A program without types may say anything. */
type Loose = (...args: readonly unknown[]) => Promise<unknown>;

const calls: Readonly<Record<string, Loose>> = {
  run: run as Loose,
  experiment: experiment as Loose,
  runRegion: runRegion as Loose,
  train: train as Loose,
  trainProtocol: trainProtocol as Loose,
  pays: pays as Loose,
  bound: bound as Loose,
  exportModel: exportModel as Loose,
  loadRun: loadRun as Loose,
  loadScenario: async (...args) => (loadScenario as (...all: readonly unknown[]) => unknown)(...args),
  loadRegion: async (...args) => (loadRegion as (...all: readonly unknown[]) => unknown)(...args),
};

test.each([
  ['run', ['smoke', { seeed: 1 }], 'run(...): unknown option, got "seeed". Did you mean seed?'],
  ['run', ['smoke', { seed: -1 }], 'run(..., { seed }): must be an integer from 0 to 4294967295, got -1'],
  ['run', ['smoke', { workers: -1 }], 'run(..., { workers }): must be an integer from 1 to 256, got -1'],
  ['run', ['smoke', { replication: 0.5 }], 'must be an integer of at least 0, got 0.5'],
  [
    'run',
    ['smoke', { backend: 'gpu' }],
    'run(..., { backend }): must be one of wasm, cpu, native, got "gpu"',
  ],
  ['run', ['smoke', { cache: 'no' }], 'run(..., { cache }): must be true or false, got "no"'],
  ['run', ['smoke', { signal: 1 }], 'must be an AbortSignal, got 1'],
  ['run', ['smoke', { set: { 'site.dayOfYear': 3 } }], "Write it like set: ['site.dayOfYear=3']"],
  ['run', ['smoke', { set: ['site.dayOfYeer=3'] }], 'dayOfYeer'],
  [
    'run',
    ['smoke', { policies: { sort: () => ({}) } }],
    'policies(...): unknown option, got "sort". Known: sorting, maintenance, processing',
  ],
  ['run', ['smoke', { policies: { sorting: 'threshold' } }], 'must be a function that makes a policy'],
  [
    'run',
    ['smoke', { perceptions: { mine: {} } }],
    'perceptions.mine: must be a function that makes a classifier',
  ],
  ['run', ['smoke', 5], 'run(...): the options must be an object, got 5'],
  ['run', [5], "run(...): the first argument must be a text, got 5. Write run('quickstart')"],
  ['run', ['smok'], 'unknown scenario, got "smok". Did you mean smoke?'],
  ['run', ['circular-region'], "Play it with runRegion('circular-region')"],
  ['experiment', ['smoke', { replications: 0 }], 'must be an integer from 2 to 1000000, got 0'],
  ['experiment', ['smoke', { policies: 5 }], 'experiment(..., { policies }): must be an object, got 5'],
  [
    'experiment',
    ['battery-panel', { policies: { sorting: () => ({}) } }],
    'a plan takes no functions: its points are made of settings alone, got "battery-panel"',
  ],
  ['pays', ['smoke', { replications: 1 }], 'must be an integer from 2 to 1000000, got 1'],
  ['bound', ['smoke', { replications: 1 }], 'must be an integer from 2 to 1000000, got 1'],
  ['bound', ['smoke', { replication: 3 }], 'bound(...): unknown option, got "replication"'],
  ['bound', ['circular-region'], "Play it with runRegion('circular-region')"],
  ['pays', ['circular-region'], "Play it with runRegion('circular-region')"],
  ['runRegion', ['circular-region', { backend: 'wasm' }], 'runRegion(...): unknown option, got "backend"'],
  ['train', ['smoke', { seed: 1 }], 'train(...): unknown option, got "seed"'],
  ['train', ['distillation'], 'training protocol'],
  [
    'trainProtocol',
    ['quickstart'],
    'this is no training protocol, got "quickstart". Call train(\'quickstart\')',
  ],
  ['trainProtocol', ['distillation', { hours: -1 }], 'must be a number of at least 0, got -1'],
  ['trainProtocol', ['distillation', { cache: false }], 'trainProtocol(...): unknown option, got "cache"'],
  ['exportModel', ['nowhere', { formats: ['onx'] }], 'unknown format, got "onx". Did you mean onnx?'],
  ['loadScenario', [5], 'loadScenario(...): the first argument must be a text, got 5'],
  ['loadScenario', ['circular-region'], 'this is a region, not a scenario of days'],
  ['loadScenario', ['smoke', { seed: 1 }], 'must be a list of texts'],
  ['loadRegion', [null], 'the first argument must be a text'],
  ['loadRun', ['nowhere'], 'this is not a finished run'],
  ['loadRun', [undefined], 'loadRun(...): the first argument must be a text'],
])('%s%j', async (name, args, says) => {
  const error: unknown = await calls[name]!(...args).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toContain(says);
});

test('all wrong options are told at once', async () => {
  const error = (await calls.run!('smoke', { workers: 0, seed: 'x', ouput: 1 }).catch(
    (e: unknown) => e,
  )) as InputError;
  expect(error.problems).toHaveLength(3);
});
