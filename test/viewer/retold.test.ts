import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMonths } from '../../scenarios/record/months-reader.ts';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import { problemOf } from '../../sim/record/field.ts';
import { runInfo } from '../../sim/record/run-info.ts';
import { inductive } from '../../sim/senses/inductive/sense.ts';
import { english, speak } from '../../viewer/language.ts';
import { retold } from '../../viewer/retold.ts';
import { englishIn } from './german.ts';

beforeEach(() => speak('de', []));
afterEach(() => speak('en', []));

describe('what other modules say in English', () => {
  it('is said in German where a recording is no recording', () => {
    const reader = new RecordingReader();
    reader.push(new TextEncoder().encode('no recording at all'));
    const { what = '', cure = '' } = reader.damage ?? {};
    expect(retold('heard', `${what}. ${cure}.`)).toBe(
      'events.mcap lässt sich nicht lesen: sie ist keine MCAP-Datei. Noch einmal aufzeichnen: looptwin run <scenario>.',
    );
    const months = readMonths(new Uint8Array()).damage;
    expect(retold('heard', months?.what ?? '')).toBe('months.mcap lässt sich nicht lesen: sie ist leer');
  });

  it('is said in German with its values inside one another', () => {
    const why = problemOf({ record: runInfo }, { name: 4 }, 'api/run') ?? '';
    expect(retold('heard', `${english('heard.failed', { why })}.`)).toBe(
      'Die Aufzeichnung ließ sich nicht lesen: api/run.name muss ein Text sein, war aber 4.',
    );
    const damage =
      'events.mcap is damaged after event 8 at 06:00:01, up to which it is whole: event 9 is missing: event 11 comes instead';
    expect(englishIn(retold('heard', damage), ['events.mcap'])).toEqual([]);
  });

  it('is said sentence by sentence, with numbers as the reader writes them', () => {
    const left =
      'Only the first 1.2 of 8.0 hours are kept. The days of other perceptions are left out: a.mcap, b.mcap.';
    expect(retold('heard', left)).toBe(
      'Nur die ersten 1,2 von 8,0 Stunden sind enthalten. Die Tage anderer Wahrnehmungen fehlen: a.mcap, b.mcap.',
    );
  });

  it('is named in German where it is booked, measured or drawn', () => {
    expect(retold('booked', 'contaminants pet')).toBe('Störstoffe pet');
    expect(retold('boundary', 'WARM: end of life with avoided production')).toContain('vermiedener');
    const drawing = inductive.drawing(inductive.fresh());
    expect(drawing.kind === 'bars' && retold('axis', drawing.yLabel)).toContain('Blindwiderstand');
  });

  it('stays as it is where nobody knows it, and in English', () => {
    expect(retold('heard', 'Failed to fetch')).toBe('Failed to fetch');
    speak('en', []);
    for (const text of ['events.mcap is empty.', 'Only the first 1.2 of 8.0 hours are kept.'])
      expect(retold('heard', text)).toBe(text);
  });
});
