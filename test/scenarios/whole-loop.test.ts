import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Recording, written } from '../../scenarios/record/recording.ts';
import { messagesOf } from '../../scenarios/record/replay.ts';
import type { Manifest } from '../../scenarios/studies/day/manifest.ts';
import { readRun, readTables } from '../../scenarios/studies/day/read.ts';
import { reportHtml } from '../../scenarios/studies/day/report.ts';
import type { RunDocument } from '../../scenarios/studies/day/summary.ts';
import { reportOf } from '../../scenarios/studies/report.ts';
import { differingFiles, type Verdict, wordVerdict } from '../../scenarios/studies/verify.ts';
import { isReference } from '../../sim/site/reference.ts';
import { emptyFolder, type Finished, looptwin } from './command.ts';
import { forge, oneOff } from './forge.ts';
import { golden } from './golden.ts';
import { littleLoop, tinyRun } from './tiny-run.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: join(cwd, 'cache') };
const first = join(cwd, 'first');
const minutes = 60_000;

/** The whole loop in little, for what does not depend on how much is played again. */
const aside = join(cwd, 'aside');

let document: RunDocument;
let progress = '';
let toldFolder = '';
const manifest = () => JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8')) as Manifest;
const folderOf = ({ out }: Finished) => (JSON.parse(out) as { folder: string }).folder;
/** The answer without the place where it was put. */
const documentOf = ({ out }: Finished): RunDocument => {
  const { folder: _, ...document } = JSON.parse(out) as RunDocument & { folder: string };
  return document;
};

beforeAll(async () => {
  const finished = await looptwin(['run', 'smoke', '--json', '--out', 'first'], { cwd, env });
  progress = finished.err;
  expect(finished.code, finished.err).toBe(0);
  document = documentOf(finished);
  toldFolder = folderOf(finished);
}, 5 * minutes);
afterAll(folder.remove);

describe('the scenario smoke from an empty cache', () => {
  it('scores one day under four perceptions and two maintenance policies', () => {
    const names = ['no-robot', 'manual-picker', 'labels-only', 'distilled', 'teacher', 'perfect'];
    expect(document.perceptions.map((p) => p.name)).toEqual(names);
    expect(document.maintenance.map((m) => m.name)).toEqual(['condition', 'run-to-failure']);
    expect(document.perceptions.every((p) => p.items === document.items)).toBe(true);
    expect(document.items).toBeGreaterThan(100);
    for (const p of document.perceptions) {
      const { material, class: klass, family } = p.accuracy;
      expect(material).toBeLessThanOrEqual(klass);
      expect(klass).toBeLessThanOrEqual(family);
      expect(p.outputs.map((o) => o.id)).toContain('residue');
      const shares = Object.values(p.energyShareByState).reduce((a, b) => a + b, 0);
      // Nobody, and a person, take no joules from a battery.
      expect(shares).toBeCloseTo(isReference(p.name) ? 0 : 1, 9);
    }
    const [nobody] = document.perceptions;
    for (const { valueEur, gainEur, npvEur, sortedKg, sortedKgByHour } of document.perceptions) {
      expect(gainEur).toBeCloseTo(valueEur - nobody!.valueEur, 9);
      expect(Number.isFinite(npvEur)).toBe(true);
      expect(sortedKgByHour.reduce((a, b) => a + b, 0)).toBeCloseTo(sortedKg, 9);
    }
    expect(document.finding.startsWith(document.paying)).toBe(true);
    expect(document.paying).toMatch(/^(A robot pays|No robot pays): .*than doing nothing/);
    expect(document.perceptions.at(-1)!.accuracy).toEqual({ material: 1, class: 1, family: 1 });
  });

  it('balances mass, energy and money, and never beats the bound', () => {
    for (const residual of Object.values(document.balance)) expect(residual).toBeLessThan(1e-9);
    const robots = document.perceptions.filter(({ name }) => !isReference(name));
    for (const row of [...robots, ...document.maintenance]) {
      expect(row.regretEur).toBeGreaterThanOrEqual(-1e-9);
      expect(row.regretEur).toBeCloseTo(document.boundEur - row.valueEur, 9);
    }
    expect(document.freeBoundEur).toBeGreaterThanOrEqual(document.boundEur - 1e-9);
  });

  it('writes what the manifest says', () => {
    const { outputs, finished, fingerprint, scenario } = manifest();
    expect(finished).toBe(true);
    expect(fingerprint).toBe(document.fingerprint);
    expect(scenario.values.robots[0]!.batteryWh).toBeGreaterThan(0);
    expect(realpathSync(toldFolder)).toBe(realpathSync(first));
    const named = outputs.map((o) => o.path);
    expect(readdirSync(first).sort()).toEqual([...named, 'manifest.json', '.looptwin.json'].sort());
    for (const name of ['events.mcap', 'model-student.bin', 'report.html', 'items.parquet', 'decisions.csv'])
      expect(named).toContain(name);
    for (const { path, sha256, bytes } of outputs) {
      const content = readFileSync(join(first, path));
      expect(content.length, path).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
    }
  });

  it('records every item with its hidden state and every decision', () => {
    const messages = [...messagesOf(join(first, 'events.mcap'))];
    const count = (topic: string) => messages.filter((m) => m.type === topic).length;
    expect(count('item.arrived')).toBe(document.items);
    expect(count('item.state')).toBe(document.items);
    const main = manifest().variants.find((v) => v.main)!;
    expect(messages.filter((m) => m.type.endsWith('.decided'))).toHaveLength(main.decisions);
    expect(messages.every((m, i) => i === 0 || m.timeUs >= messages[i - 1]!.timeUs)).toBe(true);
  });

  it('says the same in Parquet and CSV', async () => {
    const parquet = (await readTables(first, manifest().outputs))('items');
    const csv: Record<string, string>[] = parse(readFileSync(join(first, 'items.csv')), { columns: true });
    expect(parquet).toHaveLength(document.items);
    expect(csv).toHaveLength(document.items);
    const asText = (row: object) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')]));
    expect(csv[7]).toEqual(asText(parquet[7]!));
  });

  it('draws a report that needs nothing else and says what the document says', () => {
    const html = readFileSync(join(first, 'report.html'), 'utf8');
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)/g)].map((m) => m[1] ?? m[2]!);
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
    expect(html).not.toMatch(/<script/);
    for (const title of ['Battery over the day', 'How the networks learned', 'mixes up', 'Mass in the bins'])
      expect(html).toContain(title);
    expect((html.match(/<svg[^>]* role="img"/g) ?? []).length).toBeGreaterThanOrEqual(8);
    for (const p of document.perceptions) expect(html).toContain(`<td>${p.valueEur.toFixed(2)}</td>`);
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it('draws the same report again without any CSV', async () => {
    const bare = join(cwd, 'without-csv');
    cpSync(first, bare, { recursive: true, filter: (path) => !path.endsWith('.csv') });
    expect(await reportOf(bare)).toBe(readFileSync(join(first, 'report.html'), 'utf8'));
  });

  it('shows hostile words of a scenario as words', async () => {
    const data = await readRun(first);
    const title = '</title><script>alert(1)</script><b title="x';
    const html = reportHtml({ ...data, document: { ...data.document, title, finding: title } });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b title');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('reports progress in plain lines where there is no terminal', () => {
    expect(progress).toMatch(/^ {1,2}\d+ % {2}\w/);
    expect(progress).toMatch(/100 %/);
    expect(progress.split('\n').length).toBeLessThan(80);
  });

  it('has the golden fingerprint', () => {
    expect(golden('smoke', document.fingerprint)).toBe(document.fingerprint);
  });
});

describe('the same again', () => {
  it('from another empty cache, in another process', { timeout: 5 * minutes }, async () => {
    const args = ['run', 'smoke', '--json', '--no-cache', '--workers', '1', '--out', 'second'];
    const again = await looptwin(args, { cwd, env });
    expect(documentOf(again)).toEqual(document);
    const bytes = (run: string) => readFileSync(join(cwd, run, 'events.mcap'));
    expect(bytes('second').equals(bytes('first'))).toBe(true);
  });

  it('verify runs it again and says so', { timeout: 2 * minutes }, async () => {
    const { fingerprint } = (await readRun(await littleLoop(aside, 'small'))).document;
    const { code, out } = await looptwin(['verify', 'aside/small'], { cwd, env });
    expect(out).toContain(`same: ${fingerprint}`);
    expect(code).toBe(0);
  });

  it('each file that is altered together with its hash in the manifest is noticed', async () => {
    const again = join(cwd, 'again');
    cpSync(join(cwd, 'second'), again, { recursive: true });
    expect(await differingFiles(first, again)).toEqual([]);
    const names = manifest().outputs.map(({ path }) => path);
    expect(names.length).toBeGreaterThan(20);
    const forged = join(cwd, 'forged');
    cpSync(first, forged, { recursive: true });
    for (const name of names) forge(forged, name, oneOff(forged, name));
    expect(await differingFiles(forged, again)).toEqual([...names, 'manifest.json']);
  });

  it('the same run on another host, by other code that draws the same, is the same', async () => {
    const other = join(cwd, 'other');
    cpSync(first, other, { recursive: true });
    const path = join(other, 'manifest.json');
    const { engine, host, ...rest } = manifest();
    const elsewhere = { engine: { ...engine, codeHash: 'other' }, host: { ...host, cores: 99, wallS: 1 } };
    writeFileSync(path, JSON.stringify({ ...rest, ...elsewhere }));
    forge(other, 'report.html', await reportOf(other));
    expect(readFileSync(join(other, 'report.html'), 'utf8')).toContain('code other');
    expect(await differingFiles(other, join(cwd, 'again'))).toEqual([]);
    const verdict = {
      same: false,
      ...{ fingerprint: 'a', fingerprintAgain: 'a', firstDifference: null },
      ...{ alteredFiles: [], differingFiles: ['items.csv'], otherCode: true },
    };
    expect(wordVerdict(verdict)).toMatch(
      /^differs\nnot what a new run produces: items\.csv\n.*another version of the code/,
    );
  });

  it('verify notices a forged day: an event, tables, weights, figures and facts', {
    timeout: 2 * minutes,
  }, async () => {
    const [whole, forged] = [join(aside, 'small'), join(aside, 'forged')];
    cpSync(whole, forged, { recursive: true });
    const messages = [...messagesOf(join(whole, 'events.mcap'))];
    const recording = await Recording.open(join(forged, 'events.mcap'));
    await recording.add(messages.map((m, i) => written(i === 100 ? { ...m, timeUs: m.timeUs + 1 } : m)));
    await recording.close();
    forge(forged, 'events.mcap', readFileSync(join(forged, 'events.mcap')));
    const others = ['decisions.csv', 'items.parquet', 'model-student.bin', 'summary.json', 'report.html'];
    for (const name of others) forge(forged, name, oneOff(forged, name));
    const path = join(forged, 'manifest.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"gwpHorizonYears": 100', '"gwpHorizonYears": 20'),
    );
    const { code, out, err } = await looptwin(['verify', 'aside/forged', '--json'], { cwd, env });
    const verdict = JSON.parse(out) as Verdict;
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ same: false, alteredFiles: [], otherCode: false });
    expect([...verdict.differingFiles].sort()).toEqual(['events.mcap', ...others, 'manifest.json'].sort());
    expect(verdict.firstDifference?.index).toBe(100);
    expect(err).toMatch(/not what a new run produces: .*decisions\.csv.*manifest\.json/);
  });

  it('verify names the first event that differs and the file that was changed', {
    timeout: 2 * minutes,
  }, async () => {
    const path = join(await tinyRun(cwd, 'minute'), 'manifest.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"seed": 1,\n  "replication"', '"seed": 2,\n  "replication"'));
    writeFileSync(join(cwd, 'minute/decisions.csv'), 'timeS\r\n');
    const { code, out, err } = await looptwin(['verify', 'minute', '--json'], { cwd, env });
    const verdict = JSON.parse(out) as {
      same: boolean;
      alteredFiles: string[];
      firstDifference: { index: number };
    };
    expect(verdict.same).toBe(false);
    expect(verdict.alteredFiles).toEqual(['decisions.csv']);
    expect(verdict.firstDifference.index).toBeGreaterThanOrEqual(0);
    expect(err).toMatch(/first event that differs: number \d+ at [\d.]+ s\n {2}recorded \S+ \{/);
    expect(code).toBe(1);
  });

  it('a damaged entry of the cache is noticed and made again', { timeout: 2 * minutes }, async () => {
    const whole = new Map<string, Buffer>();
    for (const kind of ['model', 'training', 'beliefs'])
      for (const name of readdirSync(join(aside, 'cache', kind))) {
        const path = join(aside, 'cache', kind, name);
        const bytes = readFileSync(path);
        // Beliefs are kept in the order of the days that ended, so their bytes may differ: the equal document speaks for them.
        if (kind !== 'beliefs') whole.set(path, Buffer.from(bytes));
        bytes[40] = bytes[40]! ^ 1;
        writeFileSync(path, bytes);
      }
    const before = (await readRun(join(aside, 'small'))).document;
    expect((await readRun(await littleLoop(aside, 'again'))).document).toEqual(before);
    // Not by a progress line: those are thinned out, and a fast training may leave none.
    expect(whole.size).toBeGreaterThanOrEqual(6);
    for (const [path, bytes] of whole) expect(readFileSync(path).equals(bytes), path).toBe(true);
  });

  it('report draws the page again from the folder', async () => {
    const before = readFileSync(join(first, 'report.html'), 'utf8');
    const { code } = await looptwin(['report', 'first', '--out', 'page.html'], { cwd, env });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toBe(before);
    expect(existsSync(join(cwd, 'runs'))).toBe(false);
  });

  it('report says that a recording is damaged, and up to where it is whole', async () => {
    cpSync(first, join(cwd, 'cut'), { recursive: true });
    truncateSync(join(cwd, 'cut/events.mcap'), 600_000);
    const { code, err } = await looptwin(['report', 'cut', '--out', 'cut.html'], { cwd, env });
    expect(code).toBe(0);
    expect(err).toMatch(/events\.mcap is cut off after event \d+ at 11:\d\d:\d\d, up to which it is whole/);
    expect(err).toContain('looptwin run');
    expect(readFileSync(join(cwd, 'cut.html'), 'utf8')).toBe(readFileSync(join(cwd, 'page.html'), 'utf8'));
  });
});
