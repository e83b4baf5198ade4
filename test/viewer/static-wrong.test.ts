import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { monthsFile, readMonths } from '../../scenarios/record/months-reader.ts';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import { Recording } from '../../scenarios/record/recording.ts';
import { describe as describeRun } from '../../scenarios/view/describe.ts';
import { dayFiles } from '../../scenarios/view/static/day.ts';
import type { Carried, Taken } from '../../scenarios/view/static/page.ts';
import { regionFiles } from '../../scenarios/view/static/region.ts';
import { writeStatic } from '../../scenarios/view/static/static.ts';
import { sha256Hex } from '../../sim/record/canonical.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { type RegionMessage, type RegionTopic, regionSchemaOf } from '../../sim/record/region.ts';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureArms, writeArms } from './fixture-arms.ts';
import { fixtureDay } from './fixture-day.ts';

const home = mkdtempSync(join(tmpdir(), 'looptwin-wrong-'));
const aside = join(home, 'aside');
mkdirSync(aside);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const events = fixtureDay(60);
const plenty = 10e6;
const bytesIn = (files: readonly Carried[], path: string): Uint8Array =>
  gunzipSync(Buffer.from(files.find((file) => file.path === path)!.packed, 'base64'));

const taken = async (dir: string): Promise<Taken> =>
  dayFiles(dir, await describeRun(dir), aside, plenty, new AbortController().signal);

/** What a reader finds to be wrong with a recording, as the served page says it. */
function foundIn(bytes: Uint8Array): { readonly read: WorldEvent[]; readonly said: string } {
  const reader = new RecordingReader((topic) => topic !== 'item.state');
  const read = reader.push(bytes) as WorldEvent[];
  reader.end();
  return { read, said: `${reader.damage?.what}. ${reader.damage?.cure}.` };
}

describe('a page of a day whose recording is not in order', () => {
  it('carries what is whole of one that is cut off, and the words of the served page', async () => {
    const dir = await writeRunFolder(join(home, 'cut'), fixtureDay(200));
    const path = join(dir, 'events.mcap');
    truncateSync(path, Math.floor(readFileSync(path).length * 0.7));
    const { read, said } = foundIn(readFileSync(path));
    const { info, files } = await taken(dir);
    expect(said).toMatch(/^events\.mcap is cut off after event \d+ at 06:/);
    expect(info.warning).toBe(said);
    expect(read.length).toBeGreaterThan(10);
    expect(foundIn(bytesIn(files, 'run/events.mcap')).read).toEqual(read);
  });

  it('says the same of one that is damaged, and leaves out the days that lean on it', async () => {
    const dir = join(home, 'damaged');
    await writeArms(dir, fixtureArms(200));
    const path = join(dir, 'events.mcap');
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length * 0.7)]! ^= 1;
    writeFileSync(path, bytes);
    const { info, leftOut, further } = await taken(dir);
    expect(info.warning).toBe(foundIn(bytes).said);
    expect(info.warning).toMatch(/damaged after event \d+ at/);
    expect(further).toEqual([]);
    expect(leftOut.join()).toContain('days of other perceptions are left out: events-2.mcap');
  });

  it('says that it was altered, although the thinned copy is whole', async () => {
    const dir = await writeRunFolder(join(home, 'altered'), events);
    expect((await taken(dir)).info.warning).toBe('');
    // The same run folder with another day in it: whole in itself, and not the one that the manifest knows.
    await writeRunFolder(dir, fixtureDay(50), new Map(), false);
    const { info, files } = await taken(dir);
    expect(info.warning).toBe(
      'events.mcap was altered after the run: its hash is not the one in manifest.json. Do not trust what it shows.',
    );
    const copy = bytesIn(files, 'run/events.mcap');
    expect(info.hashes).toEqual([{ path: 'events.mcap', sha256: sha256Hex(copy) }]);
    expect(copy.length).toBe(info.eventsBytes);
  });

  it.each([
    ['newer', 'looptwin.record/99', /recorded as looptwin\.record\/99.*update looptwin/],
    ['older', 'looptwin.record/1', /recorded as looptwin\.record\/1,.*looptwin run/],
  ])('refuses a %s one in the words of the served page', async (name, version, words) => {
    const [first, ...rest] = events;
    const started = { ...first!, data: { ...first!.data, version } } as WorldEvent;
    const dir = await writeRunFolder(join(home, name), [started, ...rest]);
    const { said } = foundIn(readFileSync(join(dir, 'events.mcap')));
    const refused = writeStatic(dir, join(home, `page-${name}`)).catch((error: Error) => error.message);
    expect(await refused).toMatch(words);
    expect(`${await refused}.`).toBe(`${dir}: ${said}`);
  });

  it.each([
    ['foreign', 'this is a text file, not a recording', 'it is not an MCAP file'],
    ['empty', '', 'events.mcap is empty'],
  ])('refuses a %s one, and leaves nothing behind', async (name, content, words) => {
    const dir = await writeRunFolder(join(home, name), events);
    writeFileSync(join(dir, 'events.mcap'), content);
    const out = join(home, `page-${name}`);
    await expect(writeStatic(dir, out)).rejects.toThrow(words);
    expect(() => readFileSync(join(out, 'index.html'))).toThrow('ENOENT');
  });
});

const policies = ['nearest', 'price-aware', 'look-ahead'];
const earnedEur = [100, 300, 200];
const months = 24;

/** A made-up region: numbers without a pattern, so that they do not pack away to nothing. */
function regionMessages(): RegionMessage[] {
  const started: RegionMessage = {
    type: 'region.started',
    timeUs: 0,
    data: {
      ...{ version: 'looptwin.months/1', title: 'made up', seed: 1, replication: 0, days: 30 * months },
      ...{ policies, groups: ['pet'], routes: [], buyers: [], boundaries: ['gate'], payloadKg: 1000 },
      places: Array.from({ length: 40 }, (_, i) => ({ id: `town-${i}`, kind: 'town', spot: [] })),
    },
  };
  const told = Array.from({ length: months }, (_, month) =>
    policies.map((policy, p): RegionMessage => {
      const day = 30 * (month + 1);
      const stockKg = Array.from({ length: 40 }, (_, i) => [
        ((i + 3) * (month + 7) * (p + 11) * 7919) % 99991,
      ]);
      const none = { transitKg: 0, virginKg: 0, recycledKg: 0, reusedKg: 0, givenUpKg: 0, regionEur: 0 };
      const lists = { routeKg: [], routeTrips: [], priceEurPerKg: [], co2eKg: [0] };
      const data = { policy, day, stockKg, ...none, ...lists, routingEur: 1 };
      return { type: 'region.month', timeUs: day * 86_400e6, data };
    }),
  );
  const results = policies.map((policy, i) => ({
    ...{ policy, routingEur: earnedEur[i]!, boundEur: 400, regionEur: 0, recycledContent: 0 },
  }));
  const ended: RegionMessage = {
    ...{ type: 'region.ended', timeUs: 30 * months * 86_400e6 },
    data: { answer: 'made up', results },
  };
  return [started, ...told.flat(), ended];
}

async function regionRun(name: string): Promise<string> {
  const dir = join(home, name);
  mkdirSync(dir);
  const schemaOf = (topic: string) => regionSchemaOf(topic as RegionTopic);
  const recording = await Recording.open(join(dir, monthsFile), schemaOf);
  for (const message of regionMessages())
    await recording.add([{ ...message, text: JSON.stringify(message) }]);
  await recording.close();
  return dir;
}

const regionInfo = async (dir: string): Promise<RunInfo> => ({ ...(await describeRun(dir)), kind: 'region' });
const takenOf = async (dir: string, room: number): Promise<Taken> =>
  regionFiles(dir, await regionInfo(dir), aside, room);

describe('a page of a region', () => {
  it('carries the recording as it is where it fits, else all months of the routings that earned most', async () => {
    const dir = await regionRun('region');
    const whole = await takenOf(dir, plenty);
    expect(whole.leftOut).toEqual([]);
    expect(
      Buffer.compare(bytesIn(whole.files, `run/${monthsFile}`), readFileSync(join(dir, monthsFile))),
    ).toBe(0);
    const room = whole.files[0]!.packed.length * 0.5;
    const small = await takenOf(dir, room);
    expect(small.files[0]!.packed.length).toBeLessThan(room);
    expect(small.leftOut).toEqual([
      'Ways of routing are left out, those that earned least: look-ahead, nearest.',
    ]);
    const { messages, damage } = readMonths(bytesIn(small.files, `run/${monthsFile}`));
    expect(damage).toBeNull();
    const kept = messages.flatMap((m) => (m.type === 'region.month' ? [m.data.policy] : []));
    expect(kept).toEqual(Array.from({ length: months }, () => 'price-aware'));
    expect(messages[0]).toMatchObject({ data: { policies: ['price-aware'] } });
    expect(messages.at(-1)).toMatchObject({ data: { results: [{ policy: 'price-aware' }] } });
  });

  it('is refused in words where not even one routing fits', async () => {
    const dir = await regionRun('huge');
    await expect(takenOf(dir, 500)).rejects.toThrow(/do not fit into a page.*looptwin view DIR/);
  });

  it('says that its recording is cut off or altered, and refuses one that is none', async () => {
    const dir = await regionRun('wrong');
    const path = join(dir, monthsFile);
    const whole = readFileSync(path);
    const info = { ...(await regionInfo(dir)), hashes: [{ path: monthsFile, sha256: '00' }] };
    expect((await regionFiles(dir, info, aside, plenty)).info.warning).toContain('months.mcap was altered');
    writeFileSync(path, whole.subarray(0, whole.length - 100));
    const { messages, damage } = readMonths(readFileSync(path));
    expect(messages.length).toBeGreaterThan(0);
    expect((await takenOf(dir, plenty)).info.warning).toBe(`${damage!.what}. ${damage!.cure}.`);
    writeFileSync(path, 'no recording');
    await expect(takenOf(dir, plenty)).rejects.toThrow(/months\.mcap cannot be read/);
  });
});
