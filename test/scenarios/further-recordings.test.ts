import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHasher } from '../../scenarios/record/node-hasher.ts';
import type { FurtherRecording } from '../../scenarios/record/reader.ts';
import { Recording, written } from '../../scenarios/record/recording.ts';
import { damageOf, messagesOf } from '../../scenarios/record/replay.ts';
import { type RunResult, run } from '../../scenarios/studies/day/day.ts';
import { readRun } from '../../scenarios/studies/day/read.ts';
import { CanonicalHash } from '../../sim/record/canonical.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { isReference } from '../../sim/site/reference.ts';
import { dayOf } from '../../viewer/compare/arms.ts';
import { differenceAt } from '../../viewer/recording/difference.ts';
import { ofType } from '../sim/record/of-type.ts';
import { timelineOf } from '../viewer/fixture-day.ts';
import { emptyFolder } from './command.ts';

const folder = emptyFolder();
/** Ten minutes of a day under three perceptions, with networks that have hardly been trained. */
const scenario = `extends: smoke
title: Three perceptions
site: { startHour: 11, durationS: 600 }
policies: { perceptions: [labels-only, teacher, perfect] }
training: { perMaterial: { labelled: 4, unlabelled: 4, validation: 2, test: 4 }, teacherSteps: 8, studentSteps: 8 }
`;

let played: RunResult;
const fileOf = (name: string) => join(played.folder, name);
const eventsIn = (name: string, further: FurtherRecording | null = null): WorldEvent[] =>
  [...messagesOf(fileOf(name), further)].flatMap((message) => (message.type === 'item.state' ? [] : message));
/** The arms in which robots work; of the reference arms nothing is recorded. */
const seeing = () => played.document.perceptions.filter(({ name }) => !isReference(name));
const arrivals = () => ofType(eventsIn('events.mcap'), 'item.arrived');

beforeAll(async () => {
  writeFileSync(join(folder.path, 'three.yaml'), scenario);
  const { path: cwd } = folder;
  const places = { cwd, cacheDir: join(cwd, 'cache'), out: join(cwd, 'run') };
  played = await run('./three.yaml', { ...places, workers: 1 });
}, 120_000);
afterAll(folder.remove);

describe('the recordings of the perceptions of a run', () => {
  it('hold, with the arrivals that they share, every event of each day as it was played', async () => {
    const { variants, outputs } = (await readRun(played.folder)).manifest;
    const recorded = variants.filter(({ recording }) => recording !== null);
    expect(recorded.map(({ perception, recording }) => [perception, recording])).toEqual([
      ['labels-only', 'events.mcap'],
      ['teacher', 'events-teacher.mcap'],
      ['perfect', 'events-perfect.mcap'],
    ]);
    for (const { recording, eventHash, events, main } of recorded) {
      const file = recording!;
      expect(outputs.map(({ path }) => path)).toContain(file);
      const told = eventsIn(file, main ? null : { file, arrivals: arrivals() });
      const hash = new CanonicalHash(nodeHasher());
      for (const event of told) hash.add(event);
      expect(told).toHaveLength(events);
      expect(hash.hex()).toBe(eventHash);
    }
  });

  it('leave out what is shared, and end with the figures of the table of the run', () => {
    for (const { name, valueEur, co2eKg } of seeing().slice(1)) {
      const file = `events-${name}.mcap`;
      const own = eventsIn(file, { file, arrivals: arrivals() });
      expect(ofType(own, 'accounts.state').at(-1)!.data).toMatchObject({ valueEur, co2eKg });
      expect([...messagesOf(fileOf(file))].map(({ type }) => type)).not.toContain('item.arrived');
    }
  });

  it('are as far apart in the viewer, at the end of the day, as the table of the run says', () => {
    const events = eventsIn('events.mcap');
    const shown = timelineOf(events);
    shown.append(events);
    const [main, ...others] = seeing();
    for (const { name, valueEur, co2eKg } of others) {
      const arm = { perception: name, file: `events-${name}.mcap`, main: false };
      const beside = dayOf(arm, readFileSync(fileOf(arm.file)), shown);
      expect(differenceAt({ shown, beside }, shown.endUs)).toEqual({
        eur: main!.valueEur - valueEur,
        co2eKg: main!.co2eKg - co2eKg,
      });
    }
  });

  it('name the event that is missing', async () => {
    const file = 'events-perfect.mcap';
    const all = eventsIn(file, { file, arrivals: arrivals() });
    const lost = all.findIndex(({ type }) => type === 'item.picked');
    const cut = fileOf('cut.mcap');
    const recording = await Recording.open(cut);
    const kept = all.filter(({ type }, i) => i !== lost && type !== 'item.arrived');
    await recording.add(kept.map(written));
    await recording.close();
    const messages = messagesOf(cut, { file, arrivals: arrivals() });
    for (let step = messages.next(); ; step = messages.next()) {
      if (!step.done) continue;
      expect(step.value?.what).toMatch(/^events-perfect\.mcap is damaged after .*: event \d+ is missing/);
      break;
    }
    expect(damageOf(fileOf('events.mcap'))).toBeNull();
  });
});
