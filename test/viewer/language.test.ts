import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { materials } from '../../sim/materials/catalogue.ts';
import { toldGrades } from '../../sim/record/item-state.ts';
import { shapes } from '../../sim/record/shape.ts';
import { SENSES } from '../../sim/senses/registry.ts';
import { decimal, languageOf, say, speak, wordOf } from '../../viewer/language.ts';
import phrases from '../../viewer/phrases.json' with { type: 'json' };
import { textsIn, textsOfPage } from './literals.ts';

afterEach(() => speak('en', []));

/** Texts with a space that nobody reads. */
const technical = [
  // Names within the program: a kind of moment, labels of a scene, a cause of money.
  ...['wrong sort', 'robot', 'bin', 'sale'],
  // A command, and fonts.
  ...['npx', '11px system-ui, "Open Sans", sans-serif', '600 15px', 'px,'],
  // Where the titles of two scenes stand.
  '.stage-of figcaption',
  // Errors of the program itself, which a recording that was read cannot cause.
  ...['a region begins with region.started', 'the palette is empty'],
  // Errors that are caught: the part of the recording is asked for again.
  ...['events could not be read again', 'could not be read from byte', '(HTTP'],
];

/** Phrases whose English text other modules make: `retold` knows them by their form. */
const madeElsewhere = /^(heard|booked|axis|boundary)\./;

/** Those modules, as far as what they say can come to a page. */
const makers = [
  ...['reader', 'months-reader'].map((name) => `scenarios/record/${name}.ts`),
  ...['message', 'region', 'field'].map((name) => `sim/record/${name}.ts`),
  ...['server', 'view', 'frames', 'static/day', 'static/static'].map((name) => `scenarios/view/${name}.ts`),
];

/** What they say to a terminal, or write into a header or a file. */
const forCommands = new Set([
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'application/json; charset=utf-8',
  ...['port', 'is busy, trying', 'view: ports', 'are all busy: close another viewer or pass --port'],
  ...['"recording": null', 'Wait until the run has finished, or make it again with looptwin run'],
  ...['holds no', 'to show', 'the run is still being written'],
]);

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the words of the page', () => {
  it.each(Object.entries(phrases.words))(
    '%s has an English and a German text with equal places',
    (_, texts) => {
      const [english, german, ...more] = texts;
      expect(more).toEqual([]);
      expect(english!.length * german!.length).toBeGreaterThan(0);
      expect(places(german!)).toEqual(places(english!));
    },
  );

  const sources = readdirSync('viewer', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`viewer/${name}`, 'utf8'))
    .join('\n');
  const built = [...sources.matchAll(/`([a-z.]+)\$\{/g)].map(([, start]) => start!);

  it('stand there once: no two have the same texts, but for words of a list', () => {
    const own = Object.entries(phrases.words).filter(
      ([name]) => !built.some((start) => name.startsWith(start)),
    );
    const texts = own.map(([, both]) => both.join(' | '));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it('are all of the page: no text that a reader may see stands in the code', () => {
    const keys = Object.keys(phrases.words).filter((name) => name.startsWith('keyname.'));
    const known = new Set([...technical, ...keys.map((name) => name.slice('keyname.'.length))]);
    expect(textsOfPage().filter((text) => !known.has(text) && !/gl_|#include|varying /.test(text))).toEqual(
      [],
    );
  });

  it('are found where they stand in the code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'looptwin-words-'));
    const file = join(folder, 'page.tsx');
    writeFileSync(
      file,
      `import { a } from 'a module';
      const sentence = 'it is late';
      const told = \`from \${1} to \${2}\`;
      const page = <p class="not read" title="Hint" aria-label={known ? 'Yes' : say('word of it')}>Stop {name ?? 'run'}</p>;`,
    );
    expect(textsIn(file)).toEqual(['it is late', 'from', 'to', 'Hint', 'Yes', 'Stop', 'run']);
    rmSync(folder, { recursive: true });
  });

  it('hold every text that other modules make for the page', () => {
    const english = Object.values(phrases.words).map(([text]) => text!);
    const missing = makers.flatMap(textsIn).filter((text) => {
      const plain = text
        .replace(/\.$/, '')
        .replace(/<.*>|(run|region)\.(started|ended)/, '{')
        .split('{');
      return !plain.every((part) => english.some((each) => each.includes(part.trim())));
    });
    expect(missing.filter((text) => !forCommands.has(text))).toEqual([]);
  });

  it('stand in the document in both languages, before the page can know its reader', () => {
    for (const file of ['viewer/index.html', 'scenarios/view/static/page.ts'])
      for (const phrase of ['viewer.opening', 'viewer.script'] as const) {
        const [english, german] = phrases.words[phrase];
        const text = `${english} <span lang="de">${german!.replace('\u00f6', '&ouml;')}</span>`;
        expect(readFileSync(file, 'utf8')).toContain(text);
      }
  });

  it('are all used', () => {
    const unused = Object.keys(phrases.words).filter(
      (name) => !sources.includes(`'${name}'`) && !built.some((start) => name.startsWith(start)),
    );
    expect(unused.filter((name) => !madeElsewhere.test(name) && !name.startsWith('viewer.'))).toEqual([]);
  });

  it('name all that a recording can: uses, shapes, machines, families and senses as they call themselves', () => {
    const named = (list: string) =>
      Object.keys(phrases.words).flatMap((name) =>
        name.startsWith(`${list}.`) ? name.slice(list.length + 1) : [],
      );
    expect(named('grade')).toEqual([...toldGrades]);
    expect(named('shape')).toEqual([...shapes]);
    expect(named('sense').sort()).toEqual([...SENSES.names].sort());
    expect(new Set(named('family'))).toEqual(new Set(materials.map(({ family }) => family)));
    for (const sense of SENSES.names) expect(wordOf(`sense.${sense}`, '')).toBe(SENSES.need(sense).title);
    expect(wordOf('grade.of the future', 'of the future')).toBe('of the future');
  });

  it('hold values as they are, whatever they look like', () => {
    expect(say('kpi.battery', { robot: '{robot} <b>' })).toBe('Battery {robot} <b>');
  });
});

describe('numbers', () => {
  it('are written as the reader writes them, in the digits of the clock', () => {
    expect(decimal(12345.678, 2)).toBe('12,345.68');
    speak('de', ['de-AT']);
    expect(decimal(1234.5, 1)).toBe('1234,5');
    expect(say('pause')).toBe('Pause');
    speak('en', ['ar']);
    expect(decimal(12345.678, 1)).toBe('12,345.7');
    speak('en', ['en-US@posix']);
    expect(decimal(-0.001, 2)).toBe('0.00');
  });

  it('decide the language where it is one of the page', () => {
    expect(['de-CH', 'ar', 'en-GB'].map(languageOf)).toEqual(['de', 'en', 'en']);
  });
});
