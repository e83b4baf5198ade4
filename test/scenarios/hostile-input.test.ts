import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { cliFor } from '../../scenarios/cli/main.ts';
import { displayFor } from '../../scenarios/cli/terminal/display.ts';
import { InputError } from '../../scenarios/errors.ts';
import { oneLine, printable } from '../../scenarios/printable.ts';
import { loadArms } from '../../scenarios/schema/arms.ts';
import { loadRegion, loadScenario } from '../../scenarios/schema/load.ts';
import { loadAny } from '../../scenarios/schema/load-any.ts';
import { overlay } from '../../scenarios/schema/reading/path.ts';
import { builtCache, emptyFolder, looptwin } from './command.ts';
import { inProcess } from './in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const head = 'extends: smoke\ntitle: t\n';
const write = (name: string, text: string | Buffer) => writeFileSync(join(cwd, name), text);

function refusal(load: () => unknown): InputError {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('was taken');
}

describe('a scenario file that is no plain map of settings', () => {
  it.each<[string, string | Buffer, RegExp]>([
    [
      'an alias bomb',
      `${head}a: &a [1,1,1]\nb: &b [${'*a,'.repeat(90)}]\nc: [*b,*b]\n`,
      /^f\.yaml:5: broken YAML: Excessive alias/,
    ],
    [
      'thousands of aliases',
      `${head}a: [${'&a 1, *a, '.repeat(2000)}]\n`,
      /^f\.yaml:3: broken YAML: more than 1000 aliases/,
    ],
    ['a merge of a number', `${head}site:\n  <<: 5\n`, /^f\.yaml:4: broken YAML: Merge sources/],
    ['an alias to nothing', `${head}seed: *x\n`, /^f\.yaml:3: broken YAML: Unresolved alias/],
    ['an alias to its own map', `${head}site: &a\n  belt: *a\n`, /^f\.yaml:4 site\.belt.*more than 100 deep/],
    [
      'a flood by aliases',
      `${head}a: &a [${'1,'.repeat(9000)}]\nb: [${'*a,'.repeat(99)}]\n`,
      /more than 500000 values/,
    ],
    ['a key twice', `${head}title: u\n`, /^f\.yaml:3: broken YAML: Map keys must be unique, got "title"/],
    ['two documents', `${head}---\na: 1\n`, /^f\.yaml:\d: broken YAML: more than one document/],
    [
      'lists without end',
      `${head}a: ${'['.repeat(100_000)}`,
      /^f\.yaml:3: lists or maps are nested more than 100 deep/,
    ],
    [
      'dashes without end',
      `${'- '.repeat(100_000)}`,
      /^f\.yaml:1: lists or maps are nested more than 100 deep/,
    ],
    [
      'infinity',
      `${head}site:\n  latitudeDeg: .inf\n`,
      /^f\.yaml:4 site\.latitudeDeg: must be a finite number, got Infinity/,
    ],
    ['no number', `${head}seed: .nan\n`, /^f\.yaml:3 seed: must be a finite number, got NaN/],
    [
      'a number beyond all',
      `${head}site: { dayOfYear: 1e999 }\n`,
      /dayOfYear: must be a finite number, got Infinity/,
    ],
    [
      'Latin-1',
      Buffer.from(`${head}story: caf\u00e9\n`, 'latin1'),
      /^f\.yaml:3: is not UTF-8 at byte 34\. Save it/,
    ],
    ['NUL', `${head}story: a\0b\n`, /^f\.yaml:3: holds a NUL character at byte 32/],
    [
      '2 MB',
      `${head}# ${'x'.repeat(2e6)}\n`,
      /^f\.yaml: a scenario file may hold at most 1 MB, got "2\.0 MB"/,
    ],
    [
      '__proto__',
      `${head}site:\n  __proto__: { x: 1 }\n`,
      /^f\.yaml:4 site\.__proto__: the key __proto__ is not allowed/,
    ],
    [
      'constructor',
      `${head}robots:\n  - constructor: 1\n`,
      /^f\.yaml:4 robots\[0\]\.constructor: the key constructor is not/,
    ],
    ['prototype', `prototype: 1\n`, /^f\.yaml:1 prototype: the key prototype is not allowed/],
    [
      'a merged __proto__',
      `${head}a: &a { ? __proto__ : 1 }\nsite:\n  <<: *a\n`,
      /the key __proto__ is not allowed/,
    ],
  ])('%s: exit 2 with file and line', (_, text, says) => {
    write('f.yaml', text);
    const { message } = refusal(() => loadAny('./f.yaml', [], cwd));
    expect(message).toMatch(says);
    expect(message.length).toBeLessThan(2000);
  });

  it.each<[string, RegExp]>([
    ['title=[1', /^--set title=\[1: broken YAML: Flow sequence/],
    ['title=*a', /^--set title=\*a: broken YAML: Unresolved alias/],
    ['site={<<: 5}', /^--set site=\{<<: 5\}: broken YAML: Merge sources/],
    [`title=${'['.repeat(9000)}`, /^--set title=\[+\.\.\.: lists or maps are nested/],
    ['site.__proto__.x=1', /^--set: the key __proto__ is not allowed/],
    ['site={constructor: 1}', /^--set site=\{constructor: 1\}: the key constructor is not allowed/],
    [`${'a.'.repeat(9000)}b=1`, /^--set: a path may have 500 characters at most/],
    ['seed=.inf', /^--set seed: must be a finite number, got Infinity/],
  ])('--set %.40s: exit 2 with the option and its text', (set, says) => {
    expect(refusal(() => loadScenario('smoke', [set])).message).toMatch(says);
  });

  it('an arm has no way to a prototype either, and the line is that of the arm', () => {
    write('arms.yaml', `${head}compare:\n  arms:\n    - name: a\n      set: { site.__proto__.x: 1 }\n`);
    const { message } = refusal(() => loadArms('./arms.yaml', [], cwd));
    expect(message).toMatch(/^arms\.yaml:6 compare\.arms\[0\]\.set.*the key __proto__ is not allowed/);
    expect(Object.getPrototypeOf(overlay({ a: 1 }, { b: 2 }))).toBeNull();
  });
});

describe('what is no regular file', () => {
  const cases: readonly string[][] = [
    ['run', './{kind}'],
    ['scenarios', './{kind}'],
    ['train', './{kind}'],
    ['experiment', './{kind}'],
    ['experiment', 'smoke', '--golden', './{kind}'],
    ['validate', 'spectra', './{kind}'],
    ['report', './run-{kind}'],
    ['verify', './run-{kind}'],
    ['view', join(cwd, 'run-{kind}'), '--port', '0'],
  ];
  beforeAll(async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
    mkdirSync(join(cwd, 'folder.yaml'));
    await new Promise<void>((done) => createServer().listen(join(cwd, 'socket.yaml'), done).unref());
    for (const kind of ['pipe', 'folder']) mkdirSync(join(cwd, `run-${kind}.yaml`));
    execFileSync('mkfifo', [join(cwd, 'run-pipe.yaml/manifest.json')]);
    mkdirSync(join(cwd, 'run-folder.yaml/manifest.json'));
  });

  it.each(cases)(
    '%s %s %s %s: a pipe, a folder, a device or a socket is refused at once',
    async (...args) => {
      for (const [kind, said] of [
        ['pipe', 'a pipe'],
        ['folder', 'a folder'],
      ] as const) {
        const { run } = inProcess(args.join(' ').replace('{kind}', `${kind}.yaml`), cwd);
        await expect(run).rejects.toThrow(InputError);
        await expect(run).rejects.toThrow(`is ${said}, not a regular file`);
      }
      if (args.some((arg) => arg.includes('run-'))) return;
      await expect(inProcess(args.join(' ').replace('{kind}', 'socket.yaml'), cwd).run).rejects.toThrow(
        /is a socket, not a/,
      );
      const device = inProcess(args.join(' ').replace('./{kind}', '/dev/zero'), cwd);
      await expect(device.run).rejects.toThrow(/is a device, not a regular file/);
    },
  );
});

describe('what is printed', () => {
  const evil = 'a\u001b[31mb\u009b2Jc\u202ed\u2066e\u200ff\rg\u0007';
  const obeyed = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

  it.each(['answer', 'bar', 'lines'])('moves no cursor and turns no text around: %s', async (where) => {
    const stream = Object.assign(new PassThrough(), { isTTY: where === 'bar', columns: 200 });
    const display = displayFor(stream as unknown as NodeJS.WriteStream);
    const cli = cliFor(display, stream, new AbortController().signal);
    cli.progress({ task: evil, note: evil, done: 1, total: 10 });
    cli.note(evil);
    cli.out(evil);
    display.close();
    const esc = '\u001b';
    const ours = new RegExp(`${esc}(\\[(\\?\\d+[hl]|\\d*[GKJ])|[78])`, 'g'); // how the bar draws itself
    const written = String(stream.read()).replace(ours, '');
    expect(written).toContain('a\\u001b[31mb\\u009b2Jc\\u202ed\\u2066e\\u200ff\\u000dg\\u0007');
    expect(written).not.toMatch(obeyed);
  });

  it('--json stays JSON that says the same', () => {
    const stream = new PassThrough();
    const cli = cliFor(
      displayFor(stream as unknown as NodeJS.WriteStream),
      stream,
      new AbortController().signal,
    );
    cli.json({ title: evil, [evil]: `${evil}\n\t"\\` });
    const written = String(stream.read());
    expect(written).not.toMatch(obeyed);
    expect(JSON.parse(written)).toEqual({ title: evil, [evil]: `${evil}\n\t"\\` });
  });

  it('a key cannot begin a line of its own, and long words are cut in the message only', () => {
    write('keys.yaml', `${head}"a\\nlooptwin: all is well": 1\n${'k'.repeat(1000)}: 1\n`);
    const error = refusal(() => loadAny('./keys.yaml', [], cwd));
    expect(error.message.split('\n')).toHaveLength(2);
    expect(error.message).toContain(`keys.yaml:4 ${'k'.repeat(300)}...: unknown key`);
    expect(error.problems[1]!.got).toBe('k'.repeat(1000));
  });

  it('keeps lines, tabs and the letters of every language', () => {
    const text =
      'Gr\u00fc\u00dfe, \u0645\u0631\u062d\u0628\u0627, \u05e9\u05dc\u05d5\u05dd, \u4f60\u597d \u{1f600}\n\tnext';
    expect(printable(text)).toBe(text);
    expect(oneLine('a\n\tb')).toBe('a\\u000a\\u0009b');
  });

  it('nor does what is said before the program is there', async () => {
    const cache = join(cwd, 'cache\u001b[31m\u202e');
    await builtCache(cache);
    for (const built of readdirSync(join(cache, 'bundle')))
      rmSync(join(cache, 'bundle', built, 'scenarios/cli/main.mjs'));
    const { code, err } = await looptwin(['doctor'], { cwd, env: { LOOPTWIN_CACHE: cache } });
    expect(err).toMatch(/^looptwin: Cannot find module .*cache\?\[31m\?.*\nRun `npm ci`/);
    expect(err).not.toMatch(obeyed);
    expect(code).toBe(2);
  });

  it('what commander says is cleaned as well', async () => {
    const { run } = inProcess(`run smoke --se\u001b[31md`, cwd);
    await expect(run).rejects.toThrow(/unknown option '--se\\u001b\[31md'/);
  });
});

/** Processor seconds of some work. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('very many of everything', () => {
  const many = (n: number, entry: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => entry(i)).join('\n');
  const region = (n: number) =>
    `title: t\nregion:\n  days: 3\n  materials:\n    - { materialId: pet-bottle-clear, meanLifeDays: 3, lifeShape: 2, virginEurPerKg: 1, virginCarbon: { kgCo2ePerKg: 1, boundary: x, version: x, year: 2000 } }\n  lanes:\n${many(n, (i) => `  - {from: u${i}, to: u${(i + 1) % n}, km: 1}`)}\n  places:\n${many(n, (i) => `  - {kind: use, id: u${i}, climate: null, participation: 1}`)}`;

  it.each<[string, string, RegExp]>([
    [
      '20,000 robots at one place',
      `${head}robots:\n${many(20_000, (i) => `- {id: r${i}, positionM: 3, outputs: [pet]}`)}`,
      /19949 more problems: only the first 50 are listed$/,
    ],
    [
      '20,000 robots of one name without a bin',
      `${head}robots:\n${many(20_000, () => '- {id: r, positionM: 3, outputs: [x]}')}`,
      // 19,999 places and 19,999 names taken twice, 20,000 outputs that are not there, 2 grippers of the depot: 60,000.
      /59950 more problems/,
    ],
    ['20,000 unknown keys', `${head}${many(20_000, (i) => `key${i}: 1`)}`, /19950 more problems/],
    ['4,500 places in a circle', region(4500), /u49 is a dead end.*\n4453 more problems/],
    ['5,001 places', region(5001), /region\.places: needs at most 5000 entries/],
    [
      '101 arms',
      `${head}compare:\n  arms:\n${many(101, (i) => `  - {name: a${i}}`)}`,
      /compare\.arms: needs at most 100 entries/,
    ],
  ])('%s: checked in a few times what reading the text takes, at most 50 lines', (_, text, says) => {
    write('many.yaml', text);
    // The yardstick: the library alone, without its search for keys that come twice, whose time grows with the square.
    const readS = secondsOf(() => parseDocument(text, { uniqueKeys: false }).toJS());
    const load = text.includes('region:') ? loadRegion : loadAny;
    let message = '';
    const checkedS = secondsOf(() => {
      message = refusal(() => load('./many.yaml', [], cwd)).message;
    });
    expect(message).toMatch(says);
    expect(message.split('\n').length).toBeLessThanOrEqual(51);
    expect(checkedS).toBeLessThan(3 * readS + 0.5);
  });
});
