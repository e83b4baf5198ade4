import { afterAll, expect, it } from 'vitest';
import { emptyFolder } from '../command.ts';
import { inProcess } from '../in-process.ts';

const folder = emptyFolder();
afterAll(folder.remove);

/** One step of one student takes the plain JavaScript backend about 25 core-seconds, so this is no test for every day. */
it('a student trained in plain JavaScript is another model than the usual one, and says so', async () => {
  const set = [
    'policies.perceptions=[labels-only]',
    ...['labelled=2', 'unlabelled=0', 'validation=1', 'test=1'].map((text) => `training.perMaterial.${text}`),
    'training.studentSteps=1',
  ];
  const models: string[] = [];
  for (const backend of ['wasm', 'cpu']) {
    const options = set.map((text) => `--set ${text}`).join(' ');
    const { run, heard } = inProcess(`train smoke --json --backend ${backend} ${options}`, folder.path);
    await run;
    const document = JSON.parse(heard.out[0] ?? '') as {
      backend: string;
      networks: { modelId: string; items: number }[];
    };
    expect(document.backend).toBe(backend);
    expect(document.networks.map(({ items }) => items)).toEqual([6]);
    expect(heard.notes).toEqual([
      expect.stringMatching(new RegExp(`^backend ${backend}: TensorFlow\\.js 4`)),
    ]);
    models.push(document.networks[0]?.modelId ?? '');
  }
  expect(models[1]).not.toBe(models[0]);
});
