import { describe, expect, it } from 'vitest';
import { clockSeconds, clockText, minuteText } from '../../viewer/clock.ts';
import { speak } from '../../viewer/language.ts';
import { Player, SPEEDS } from '../../viewer/player.ts';
import { linkQuery, readPlace, writePlace } from '../../viewer/url.ts';
import { tell } from '../../viewer/words.ts';
import { fixtureDay } from './fixture-day.ts';

function player(): Player {
  return new Player(() => 100e6, { playing: true, speed: 10 });
}

describe('the player', () => {
  it('moves by elapsed time times speed and stops at the end', () => {
    const p = player();
    p.pass(100, false);
    expect(p.now.timeUs).toBe(1e6);
    p.seek(99.9e6);
    p.pass(100, false);
    expect(p.now).toMatchObject({ timeUs: 100e6, playing: false });
  });

  it('waits at the end of a run that is still being written', () => {
    const p = player();
    p.seek(99.9e6);
    p.pass(100, true);
    expect(p.now).toMatchObject({ timeUs: 100e6, playing: true });
  });

  it('does not leap when the page slept for an hour', () => {
    const p = player();
    p.pass(3_600_000, false);
    expect(p.now.timeUs).toBe(2.5e6);
  });

  it('never goes back when a late frame is stamped before the page began to count', () => {
    const p = player();
    p.pass(-1600, false);
    expect(p.now.timeUs).toBe(0);
  });

  it('steps, and starts again from the beginning after the end', () => {
    const p = player();
    p.step(-5);
    expect(p.now).toMatchObject({ timeUs: 0, playing: false });
    p.seek(1e12);
    expect(p.now.timeUs).toBe(100e6);
    p.toggle();
    expect(p.now).toMatchObject({ timeUs: 0, playing: true });
  });

  it('offers speeds from 0.1 to 10,000 and keeps within them', () => {
    const p = player();
    for (let i = 0; i < 30; i++) p.shift(1);
    expect(p.now.speed).toBe(10_000);
    for (let i = 0; i < 30; i++) p.shift(-1);
    expect(p.now.speed).toBe(0.1);
    expect([...SPEEDS].sort((a, b) => a - b)).toEqual([...SPEEDS]);
  });
});

describe('the pace of the day', () => {
  const playing = () => new Player(() => 1e12, { playing: true, speed: 20 });

  it('is not worth a word while frames come in time', () => {
    const p = playing();
    for (let i = 0; i < 200; i++) p.pass(33, false);
    expect(p.pace.behind.value).toBeNull();
  });

  it('is told as it is where frames take too long, until it rests', () => {
    const p = playing();
    for (let i = 0; i < 4; i++) p.pass(500, false);
    expect(p.pace.behind.value).toBe(10);
    p.pause();
    p.pass(33, false);
    expect(p.pace.behind.value).toBeNull();
  });

  it('is not blamed for an hour in which the tab was asleep: the day goes on where it was', () => {
    const p = playing();
    const before = p.now.timeUs;
    p.pass(3_600_000, false);
    expect(p.now.timeUs - before).toBeLessThanOrEqual(250_000 * 20);
    expect(p.pace.behind.value).toBeNull();
    expect(p.pace.slept.value).toBe(3_600_000);
    for (let i = 0; i < 31_000 / 33; i++) p.pass(33, false);
    expect(p.pace.slept.value).toBeNull();
  });
});

describe('an instant that has not been read yet', () => {
  /** A recording of 100 s of which `readUs` has been read. */
  const reading = () => {
    const read = { us: 10e6, lastUs: 100e6 };
    const p = new Player(
      () => read.us,
      { playing: true, speed: 1 },
      () => read.lastUs,
    );
    return { p, read };
  };

  it('is shown as soon as it has been read, and the day plays on from there', () => {
    const { p, read } = reading();
    p.seek(60e6);
    p.pass(33, true);
    expect([p.now.timeUs, p.goal.value]).toEqual([10e6, 60e6]);
    read.us = 70e6;
    p.pass(33, true);
    expect([p.now.timeUs, p.goal.value]).toEqual([60e6, null]);
    p.pass(100, true);
    expect(p.now.timeUs).toBe(60.1e6);
  });

  it('is given up where the reader goes elsewhere, or where the recording is damaged before it', () => {
    const { p, read } = reading();
    p.seek(60e6);
    p.seek(5e6);
    expect([p.now.timeUs, p.goal.value]).toEqual([5e6, null]);
    p.seek(1e12);
    expect(p.goal.value).toBe(100e6);
    read.us = read.lastUs = 40e6;
    p.pass(33, false);
    expect([p.now.timeUs, p.goal.value]).toEqual([40e6, null]);
  });
});

describe('a loop', () => {
  it('begins here, ends here, is played again and again, and goes', () => {
    const p = new Player(() => 1e12, { playing: true, speed: 1, timeUs: 5e6 });
    p.markLoop();
    p.pass(200, false);
    p.markLoop();
    expect(p.now.loop).toEqual({ fromUs: 5e6, toUs: 5.2e6 });
    p.pass(10, false);
    expect(p.now.timeUs).toBe(5e6);
    p.markLoop();
    expect(p.now.loop).toBeNull();
  });

  it('without an end turns at the end of the day', () => {
    const p = new Player(() => 6e6, { playing: true, speed: 10, timeUs: 5e6 });
    p.markLoop();
    p.pass(200, false);
    expect(p.now).toMatchObject({ timeUs: 5e6, playing: true });
  });
});

describe('a loop of which the address speaks', () => {
  it('that begins after the end of the day is none: time goes on and stands at the end', () => {
    const loop = { fromUs: 99e12, toUs: Number.POSITIVE_INFINITY };
    const p = new Player(() => 6e6, { playing: true, speed: 10, timeUs: 5e6, loop });
    p.pass(200, false);
    expect(p.now).toMatchObject({ timeUs: 6e6, playing: false });
  });

  it('may be ended before where it began', () => {
    const p = new Player(() => 1e12, { timeUs: 5e6 });
    p.markLoop();
    p.seek(2e6);
    p.markLoop();
    expect(p.now.loop).toEqual({ fromUs: 2e6, toUs: 5e6 });
  });
});

describe('the address', () => {
  it('carries time, speed, selection, tab and view there and back', () => {
    const place = { timeUs: 1_234_567_890, speed: 0.5, selected: 17, tab: 'table', view: 'top' } as const;
    const days = { arm: 'teacher', beside: 'labels-only', lang: 'de' } as const;
    const more = { loop: { fromUs: 1e6, toUs: 2.5e6 }, camera: [1.5, 2, -3, 0, 1, 0.25], ...days };
    expect(readPlace(writePlace({ ...place, ...more }))).toEqual({ ...place, ...more });
    const open = { ...place, ...days, camera: null, loop: { fromUs: 1e6, toUs: Number.POSITIVE_INFINITY } };
    expect(readPlace(writePlace(open))).toEqual(open);
    expect(['?t=4&lang=de', '?t=4'].map(linkQuery)).toEqual(['?lang=de', '']);
  });

  it('takes nonsense for nothing', () => {
    const nothing = { loop: null, camera: null, arm: null, beside: null, lang: null };
    expect(readPlace('?camera=~~~~~').camera).toBeNull();
    const query = '?t=-4&speed=3&item=<b>&tab=%3Cscript%3E&view=9&loop=5~2&camera=1~2~x&lang=xx';
    const place = readPlace(query);
    expect(place).toEqual({
      timeUs: null,
      speed: 20,
      selected: null,
      tab: 'day',
      view: 'overview',
      ...nothing,
    });
  });
});

describe('words', () => {
  it('tell the clock there and back', () => {
    expect(clockText(6, 5_025e6)).toBe('07:23:45');
    expect(clockSeconds(6, '07:23:45')).toBe(5025);
    expect(clockSeconds(6, 'noon')).toBeNull();
  });

  it.each([
    ['en', 'day 2, 01:00:00', 'day 2, 01:00'],
    ['de', 'Tag 2, 01:00:00', 'Tag 2, 01:00'],
  ] as const)('tell the second day there and back in %s', (language, text, minutes) => {
    speak(language, []);
    expect(clockText(20, 5 * 3.6e9)).toBe(text);
    expect(minuteText(20, 5 * 3.6e9)).toBe(minutes);
    expect(clockSeconds(20, text)).toBe(5 * 3600);
    speak('en', []);
  });

  it('tell every event of a day in a sentence', () => {
    for (const event of fixtureDay(20)) expect(tell(event)).toMatch(/^[\w-]+ .*[^:]$/);
  });
});
