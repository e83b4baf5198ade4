import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { experiment } from '../../../scenarios/door/experiment.ts';
import { loadRun } from '../../../scenarios/door/load.ts';
import { type RunOptions, run } from '../../../scenarios/door/run.ts';
import type { MakeClassifier } from '../../../scenarios/own/parts.ts';
import { reportOf } from '../../../scenarios/studies/report.ts';
import { verifyRun } from '../../../scenarios/studies/verify.ts';
import { expectedValuePolicy, sortOptions } from '../../../sim/decisions/sorting.ts';
import type { SortPolicy } from '../../../sim/ports.ts';
import type { Frames } from '../../../sim/record/frames.ts';
import { type AnySense, SENSES } from '../../../sim/senses/registry.ts';
import type { CameraState } from '../../../sim/senses/visual/state.ts';
import { isReference } from '../../../sim/site/reference.ts';

const minutes = 60_000;
const cwd = mkdtempSync(join(tmpdir(), 'looptwin-own-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const set = ['site.durationS=300', 'policies.perceptions=[perfect]', 'policies.maintenance=[condition]'];
const play = (out: string, options: RunOptions = {}) =>
  run('smoke', { set, cwd, cacheDir: join(cwd, 'cache'), out, workers: 1, ...options });

/** The arms in which robots work: the reference arms look with nothing and decide nothing. */
const seeingOf = ({ document }: Awaited<ReturnType<typeof play>>) =>
  document.perceptions.filter(({ name }) => !isReference(name));

/** Expected value under another name. */
const same = (): SortPolicy => ({ ...expectedValuePolicy(), name: 'same' });
const never = (): SortPolicy => ({
  name: 'never',
  decide: (view) => ({ action: { kind: 'pass' }, options: sortOptions(view) }),
});

/** Believes in every material alike. */
const blind: MakeClassifier = ({ labels }) => {
  const material = new Float32Array(labels.length).fill(1 / labels.length);
  const state = new Float32Array(10).fill(0.1);
  const belief = { modelId: 'blind', material, state, quality: { mean: 0.5, sd: 0.3 } };
  return {
    ...{ modelId: 'blind', labels, senses: ['thermal'], cost: { energyJ: 1, timeUs: 1000 } },
    classify: (batch) => batch.map(() => belief),
  };
};

let plain: Awaited<ReturnType<typeof play>>;
let mine: Awaited<ReturnType<typeof play>>;

beforeAll(async () => {
  plain = await play('plain');
  mine = await play('mine', { policies: { sorting: same } });
}, 2 * minutes);

test('a day in the calling thread has the same events as on a worker thread, but for the name', async () => {
  const told = async (folder: string) => {
    const { events } = await loadRun(folder);
    return [...events()].map((event) => JSON.stringify(event).replace('"same"', '"expected-value"'));
  };
  const [here, there] = [await told(mine.folder), await told(plain.folder)];
  expect(here.length).toBeGreaterThan(100);
  expect(here).toEqual(there);
  expect(mine.document.perceptions).toEqual(plain.document.perceptions);
});

test(
  'the function decides, every time: nothing comes from the cache for its name',
  async () => {
    const first = await play('first', { policies: { sorting: () => ({ ...never(), name: 'mine' }) } });
    const second = await play('second', { policies: { sorting: () => ({ ...same(), name: 'mine' }) } });
    expect(seeingOf(first)[0]!.purity).not.toBe(seeingOf(second)[0]!.purity);
    expect(seeingOf(second)[0]!.regretEur).toBe(seeingOf(plain)[0]!.regretEur);
  },
  2 * minutes,
);

test(
  'an own perception is looked with, paid for and recorded',
  async () => {
    const played = await play('blind', { perceptions: { blind } });
    const { document, folder } = played;
    const [first] = seeingOf(played);
    expect(seeingOf(played).map(({ name }) => name)).toEqual(['blind', 'perfect']);
    expect(first!.accuracy.material).toBeLessThan(0.5);
    expect(document.robots[0]).toMatchObject({ networks: ['blind'], senses: ['thermal'] });
    expect(document.robots[0]!.inferJPerLook).toBeGreaterThan(0);
    const { events, manifest } = await loadRun(folder);
    expect([...events()].some(({ type }) => type === 'item.decided')).toBe(true);
    expect(manifest.own).toEqual({ perceptions: { blind: ['thermal'] }, senses: {} });
  },
  minutes,
);

test(
  'the report of such a run is drawn, and verify says why it cannot repeat it',
  async () => {
    expect(await reportOf(mine.folder)).toContain('<html');
    await expect(verifyRun(mine.folder, { cwd })).rejects.toThrow(/functions of a program \(same\)/);
  },
  minutes,
);

test('what a function breaks is told before anything is played', async () => {
  const lame = () =>
    ({ name: 'lame', decide: () => ({ action: { kind: 'pass' }, options: [] }) }) as SortPolicy;
  await expect(play('lame', { policies: { sorting: lame } })).rejects.toThrow(
    /policies\.sorting: options must begin with pass/,
  );
  await expect(play('taken', { policies: { sorting: expectedValuePolicy } })).rejects.toThrow(
    /looptwin has a policy of that name, got "expected-value"/,
  );
  await expect(play('taken', { perceptions: { teacher: blind } })).rejects.toThrow(
    /the scenario has a perception of that name, got "teacher"/,
  );
});

test('two senses of one name, and all that several functions break at once', async () => {
  const nose = { ...SENSES.need('led'), name: 'nose' };
  await expect(play('twins', { senses: [nose, nose] })).rejects.toThrow(
    /senses\[1\]: another sense has this name/,
  );
  const lame = () => ({ name: 'lame', decide: () => 0 }) as unknown as SortPolicy;
  const lost: MakeClassifier = (day) => ({ ...blind(day), senses: ['nose'] });
  await expect(play('both', { policies: { sorting: lame }, perceptions: { lost } })).rejects.toThrow(
    /has no sense nose[\s\S]*action\.kind must be/,
  );
});

/** A camera of another name that says how worn it is: its first pixel is the dirt on its lens. */
const scope: AnySense = {
  ...SENSES.need('visual'),
  name: 'scope',
  partsEur: () => 77,
  open: () => ({
    render: (_item, state) => new Uint8Array(64 * 64 * 3).fill(255 * (state as CameraState).lensDirt),
  }),
};

test(
  'a sense of the caller wears with the lens, and its parts are in the price of the robot',
  async () => {
    const seen: number[] = [];
    const watching: MakeClassifier = (day) => {
      const { classify, ...facts } = blind(day);
      const dirt = (batch: readonly Frames[]) => batch.map((f) => f.streams.scope?.values[0] ?? -1);
      return {
        ...{ ...facts, senses: ['scope'] },
        classify(batch) {
          seen.push(...dirt(batch));
          return classify(batch);
        },
      };
    };
    const worn = [
      ...set,
      'site.durationS=1800',
      'maintenance.inspectEveryS=600',
      'assets=[{id: lens, kind: lens, robotId: r1, startWear: 0.5}]',
    ];
    const { document } = await play('worn', { set: worn, senses: [scope], perceptions: { watching } });
    expect(Math.min(...seen)).toBe(0);
    expect(Math.max(...seen)).toBeGreaterThan(0);
    expect(document.robots[0]!.partsEur - plain.document.robots[0]!.partsEur).toBe(77);
  },
  minutes,
);

test(
  'an experiment plays own policies as one more arm, and own perceptions beside the others',
  async () => {
    const how = { set, cwd, cacheDir: join(cwd, 'cache'), replications: 2, workers: 1 };
    const arms = await experiment('smoke', { ...how, policies: { sorting: never } });
    expect(arms.points.map(({ name }) => name)).toEqual(['expected-value', 'never']);
    expect(arms.differences.map(({ better, than }) => [better, than])).toEqual([['never', 'expected-value']]);
    expect(arms.differences[0]!.estimates.valueEur.mean).not.toBe(0);
    const seeing = await experiment('smoke', { ...how, perceptions: { blind } });
    expect(seeing.points.map(({ name }) => name)).toEqual(['blind', 'perfect']);
    const [alone] = (await experiment('smoke', how)).points;
    expect(seeing.points[1]!.estimates).toEqual(alone!.estimates);
    expect(arms.points[0]!.estimates).toEqual(alone!.estimates);
  },
  2 * minutes,
);

test('the signal stops a day in the calling thread', async () => {
  const controller = new AbortController();
  const progress = () => controller.abort(new Error('enough'));
  const { signal } = controller;
  await expect(play('stopped', { policies: { sorting: same }, signal, progress })).rejects.toThrow('enough');
});
