import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesOf } from '../../scenarios/record/replay.ts';
import { openNetwork } from '../../scenarios/steps/network.ts';
import { ContentStore } from '../../scenarios/store/store.ts';
import { type RunResult, run } from '../../scenarios/studies/day/day.ts';
import { planRun } from '../../scenarios/studies/day/plan.ts';
import { readRun } from '../../scenarios/studies/day/read.ts';
import { reportHtml } from '../../scenarios/studies/day/report.ts';
import { verifyRun } from '../../scenarios/studies/verify.ts';
import { startViewer, type Viewer } from '../../scenarios/view/view.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { Stream } from '../../sim/record/frames.ts';
import { judgeOf } from '../../sim/site/robot/calibrated.ts';
import { type FramesAnswer, valuesOf } from '../../viewer/streams/frames.ts';
import { ofType } from '../sim/record/of-type.ts';
import { emptyFolder } from './command.ts';

const folder = emptyFolder();
const cacheDir = join(folder.path, 'cache');

/** Two robots that share nothing of what they see with; the lens of the second one is dirty and gets dirtier. */
const scenario = `extends: smoke
title: Two robots with other eyes
site: { startHour: 11, durationS: 600 }
networks:
  camera-and-spectrum: { arm: distilled, senses: [spectral, visual], steps: 8 }
  heat: { arm: teacher, senses: [visual, thermal], steps: 8 }
robots:
  - { id: r1, positionM: 3, outputs: [pet], perception: camera-and-spectrum, sensors: { thermal: null } }
  - id: r2
    positionM: 6
    outputs: [fibre]
    perception: heat
    device: U575
    sensors: { spectral: null, thermal: { netdK: 0.2 }, visual: { lookEnergyJ: 0.25 } }
assets:
  - { id: lens, kind: lens, robotId: r2, shapePerHour: 40, scale: 1, limit: 20, startWear: 0.25, plannedS: 300, repairS: 300, plannedEur: 1, failureEur: 1 }
maintenance: { inspectEveryS: 60 }
policies: { perceptions: [heat], maintenance: [run-to-failure] }
training:
  perMaterial: { labelled: 4, unlabelled: 4, validation: 2, test: 4 }
  teacherSteps: 8
`;

let played: RunResult;
let viewer: Viewer;
let events: WorldEvent[];

beforeAll(async () => {
  writeFileSync(join(folder.path, 'two.yaml'), scenario);
  const places = { cwd: folder.path, cacheDir, out: join(folder.path, 'run') };
  played = await run('./two.yaml', { ...places, workers: 1 });
  events = [...messagesOf(join(played.folder, 'events.mcap'))].flatMap((message) =>
    message.type === 'item.state' ? [] : [message],
  );
  viewer = await startViewer(played.folder, { port: 0 });
}, 120_000);
afterAll(async () => {
  await viewer.close();
  folder.remove();
});

const seen = (answer: FramesAnswer): Record<string, Stream> =>
  Object.fromEntries(
    answer.streams.map((stream) => [stream.sense, { values: valuesOf(stream), shape: stream.shape }]),
  );

describe('a day of two robots with other eyes, networks and boards', { timeout: 120_000 }, () => {
  it('is recorded as each of them is', () => {
    const [started] = ofType(events, 'run.started');
    expect(
      started!.data.scene.robots.map(({ looks, sensors }) => [looks, sensors.map(({ sense }) => sense)]),
    ).toEqual([
      [
        [{ network: 'camera-and-spectrum', device: 'U575', senses: ['visual', 'spectral'] }],
        ['visual', 'spectral'],
      ],
      [[{ network: 'heat', device: 'U575', senses: ['visual', 'thermal'] }], ['visual', 'thermal']],
    ]);
    const decided = ofType(events, 'item.decided').map(({ data }) => data);
    const worn = (robot: string) =>
      new Set(
        decided.filter(({ by }) => by === `robot:${robot}`).map((d) => `${d.seen.network} ${d.seen.dirt}`),
      );
    expect([...worn('r1')]).toEqual(['camera-and-spectrum 0']);
    // The lens is read at the first inspection, a minute after the start.
    expect([...worn('r2')].slice(0, 2)).toEqual(['heat 0', 'heat 0.1']);
  });

  it('what the viewer draws is what the network of that robot answered to', async () => {
    const { scenario: _, ...facts } = (await readRun(played.folder)).manifest;
    const store = new ContentStore(cacheDir);
    const values = (await readRun(played.folder)).manifest.scenario.values;
    const { main, world } = planRun(values, { seed: facts.seed, replication: 0 });
    for (const { robot, looks } of main.robots) {
      const { model, senses } = looks[0]!;
      const network = await openNetwork(store, { model: model!, senses, backend: 'wasm' });
      const judged = judgeOf(network.labels, network.calibration, world.feed);
      const own = ofType(events, 'item.decided').filter(({ data }) => data.by === `robot:${robot}`);
      expect(own.length).toBeGreaterThan(8);
      for (const { data } of [...own.slice(0, 3), ...own.slice(-3)]) {
        const all = ofType(events, 'item.decided').filter((e) => e.data.itemId === data.itemId);
        const look = all.findIndex((e) => e.data === data);
        const response = await fetch(`${viewer.url}api/frames/${data.itemId}/${look}`);
        const answer = (await response.json()) as FramesAnswer;
        expect([answer.robot, answer.network]).toEqual([robot, data.seen.network]);
        expect(answer.streams.map(({ sense, used }) => [sense, used])).toEqual(senses.map((s) => [s, true]));
        const frames = { itemId: data.itemId, sensorKey: '', streams: seen(answer), cost: {} };
        const [answered] = network.classify([frames]);
        const { massKg } = ofType(events, 'item.arrived').find((e) => e.data.itemId === data.itemId)!.data;
        const belief = judged(answered!, massKg);
        const top = Math.max(...belief.material);
        expect(top).toBe(data.seen.confidence);
        expect(network.labels[belief.material.indexOf(top)]).toBe(data.seen.label);
      }
      network.dispose();
    }
  });

  it('each robot pays for its own senses, and its parts are priced', async () => {
    const [first, second] = played.document.robots;
    expect(first).toMatchObject({ id: 'r1', networks: ['camera-and-spectrum'], boards: ['U575'] });
    expect(second).toMatchObject({ id: 'r2', senses: ['visual', 'thermal'] });
    // A flash of 10 J of light at 35 % and 1.5 J of read-out, against 172 J of a halogen lamp and its glow between looks.
    expect(second!.senseJPerLook).toBeGreaterThan(28);
    expect(second!.senseJPerLook).toBeLessThan(35);
    expect(first!.senseJPerLook).toBeGreaterThan(172);
    expect(first!.senseJPerLook).toBeLessThan(175);
    expect(second!.inferJPerLook).not.toBe(first!.inferJPerLook);
    expect(first!.partsEur).toBeGreaterThan(second!.partsEur);
    const page = reportHtml(await readRun(played.folder));
    for (const words of ['Robots (heat)', 'camera-and-spectrum', 'visual, thermal'])
      expect(page).toContain(words);
  });

  it('comes out the same again', async () => {
    expect(await verifyRun(played.folder, { cwd: folder.path, cacheDir })).toMatchObject({ same: true });
  });
});
