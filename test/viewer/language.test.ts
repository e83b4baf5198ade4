import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { decimal, languageOf, say, speak } from '../../viewer/language.ts';
import phrases from '../../viewer/phrases.json' with { type: 'json' };

afterEach(() => speak('en', []));

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

  it('are all of the page: no sentence stands in the code', () => {
    const spoken = [...sources.matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}]{6,})\s*</g)].map(([, text]) => text!);
    expect(spoken.filter((text) => !/[;=()]/.test(text))).toEqual([]);
  });

  it('are all used', () => {
    const unused = Object.keys(phrases.words).filter(
      (name) => !sources.includes(`'${name}'`) && !built.some((start) => name.startsWith(start)),
    );
    expect(unused).toEqual([]);
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
