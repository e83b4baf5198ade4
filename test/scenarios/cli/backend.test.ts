import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backendNames, findBackend } from '../../../models/engine/found.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { makeDataset } from '../../../scenarios/steps/dataset.ts';
import { openNetwork } from '../../../scenarios/steps/network.ts';
import { trainNetwork } from '../../../scenarios/steps/train.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import type { Manifest } from '../../../scenarios/studies/day/manifest.ts';
import { planRun } from '../../../scenarios/studies/day/plan.ts';
import { builtCache, emptyFolder, looptwin } from '../command.ts';
import { inProcess } from '../in-process.ts';
import { tinyRun } from '../tiny-run.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(`${cwd}/cache`) };
afterAll(folder.remove);

const hasNative = (): boolean => {
  try {
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-node');
    return true;
  } catch {
    return false;
  }
};

/** A student of one step on few items. */
const tiny = [
  'policies.perceptions=[labels-only]',
  ...['labelled=2', 'unlabelled=0', 'validation=1', 'test=1'].map((text) => `training.perMaterial.${text}`),
  'training.studentSteps=1',
];

interface Trained {
  readonly backend: string;
  readonly networks: readonly { readonly modelId: string }[];
}

describe('--backend', () => {
  it('says what was found, on stderr and in the document', async () => {
    const set = tiny.map((text) => `--set ${text}`).join(' ');
    const { run, heard } = inProcess(`train smoke --json --backend wasm ${set}`, cwd);
    await run;
    expect(heard.notes).toEqual([expect.stringMatching(/^backend wasm: TensorFlow\.js 4\.\d+\.\d+ .*SIMD/)]);
    const { backend, networks } = JSON.parse(heard.out[0] ?? '') as Trained;
    expect(backend).toBe('wasm');
    expect(networks[0]?.modelId).toMatch(/^labels-only-/);
    // The same from the cache, as text: condition is printed by material and by state, beside what nobody has to look for.
    const printed = inProcess(`train smoke --backend wasm ${set}`, cwd);
    await printed.run;
    const text = printed.heard.out.join('\n');
    expect(text).toMatch(/error of the state +constant +labels-only\n/);
    expect(text).toMatch(/\n[a-z]+(-[a-z]+)* +\d\.\d\d +\d\.\d\d\n[\s\S]*\nstate \d +\d\.\d\d +\d\.\d\d\n/);
  });

  it.skipIf(hasNative())('reaches the thread that trains, and the one that asks a network', async () => {
    const plan = planRun(loadScenario('smoke', tiny), { seed: 1, replication: 0 }, 'native');
    const store = new ContentStore(join(cwd, 'cache'));
    const [step] = plan.trainings.flatMap((one) => (one.kind === 'train' ? [one] : []));
    await makeDataset(plan.dataset, store, () => {});
    await expect(trainNetwork(step!, store, () => {})).rejects.toThrow(/^backend native: the optional peer/);
    await trainNetwork({ ...step!, backend: 'wasm' }, store, () => {});
    const network = { model: step!.address, senses: ['visual'], backend: step!.backend };
    await expect(openNetwork(store, network)).rejects.toThrow(/^backend native: the optional peer/);
  });

  it('is part of the address of all that a network makes, and of no data set', () => {
    const plans = backendNames.map((name) =>
      planRun(loadScenario('smoke'), { seed: 1, replication: 0 }, name),
    );
    expect(new Set(plans.map(({ dataset }) => dataset.address)).size).toBe(1);
    for (const i of [0, 1, 2])
      expect(new Set(plans.map(({ trainings }) => trainings[i]?.address)).size).toBe(3);
    expect(plans.map(({ main }) => main.backend)).toEqual([...backendNames]);
  });

  it.skipIf(hasNative())('native without its peer is refused with the cure, exit code 2', async () => {
    const { code, out, err } = await looptwin(['run', 'smoke', '--backend', 'native'], { cwd, env });
    expect(err).toMatch(
      /^looptwin: --backend native: the optional peer @tensorflow\/tfjs-node is not installed\. npm i .*--backend wasm\n$/,
    );
    expect([code, out]).toEqual([2, '']);
  });

  it.skipIf(hasNative())('of a run is that of its verification', async () => {
    const run = await tinyRun(cwd, join(cwd, 'run'));
    const path = join(run, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    expect(manifest.backend).toBe('wasm');
    writeFileSync(path, JSON.stringify({ ...manifest, backend: 'native' }));
    await expect(inProcess('verify run', cwd).run).rejects.toThrow(/^--backend native: the optional peer/);
    writeFileSync(path, JSON.stringify({ ...manifest, backend: 'gpu' }));
    await expect(inProcess('verify run', cwd).run).rejects.toThrow(/manifest\.json backend: /);
  });

  it.each([
    [
      'run smoke --backend gpu',
      /argument 'gpu' is invalid\. Allowed choices are wasm, cpu, native\. See looptwin run --help/,
    ],
    ['run circular-region --backend cpu', /--backend: only for a scenario of days, and this is a region/],
    [
      'experiment circular-region --backend cpu',
      /--backend: only for a scenario of days, and this is a region/,
    ],
    ['train distillation --backend cpu', /--backend: only for .* and this is a training protocol/],
  ])('%s is refused, not ignored', (args, message) =>
    expect(inProcess(args, cwd).run).rejects.toThrow(message),
  );
});

it('doctor lists every backend with version, SIMD and threads, or why it is not there', async () => {
  const { out } = await looptwin(['doctor'], { cwd, env });
  expect(out).toMatch(/^ok {3}wasm +TensorFlow\.js 4\.\S+ with own SIMD kernels, 1 thread a network/m);
  expect(out).toMatch(/^ok {3}cpu +TensorFlow\.js 4\.\S+ in plain JavaScript, no SIMD, 1 thread/m);
  expect(out).toContain(`native     ${findBackend('native').found}`);
});
