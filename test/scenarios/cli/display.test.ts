import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { cliFor } from '../../../scenarios/cli/main.ts';
import { displayFor } from '../../../scenarios/cli/terminal/display.ts';

/** A terminal on which both streams meet, with everything that was written to it. */
function terminal() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 90 });
  let text = '';
  stream.on('data', (bytes: Buffer) => {
    text += bytes;
  });
  const display = displayFor(stream as unknown as NodeJS.WriteStream);
  const cli = cliFor(display, stream, new AbortController().signal);
  return { cli, display, written: () => text };
}

const record = (done: number) => ({ task: 'training', done, total: 10 });
const wrapOff = '\u001b[?7l';
const wrapOn = '\u001b[?7h';
const cursorOn = '\u001b[?25h';

it.each(['out', 'json'] as const)('takes the bar off the terminal before an answer (%s)', async (way) => {
  const { cli, display, written } = terminal();
  for (let done = 0; done <= 10; done++) cli.progress(record(done));
  cli[way]('the answer');
  await wait(150); // a record that was held back would be drawn now
  display.close();
  const [before = '', after] = written().split(/"?the answer"?\n/);
  expect(before).toContain('training');
  expect(before.lastIndexOf(wrapOn)).toBeGreaterThan(before.lastIndexOf(wrapOff));
  expect(before.lastIndexOf(cursorOn)).toBeGreaterThan(before.lastIndexOf('training'));
  expect(after).toBe('');
});

it('shows progress again after a note and an answer, and not after its end', () => {
  const { cli, display, written } = terminal();
  cli.progress(record(1));
  cli.note('a note');
  cli.progress(record(2));
  cli.out('a first answer');
  cli.progress(record(3));
  display.close();
  cli.progress(record(4));
  const shown = written().split(/a note\n|a first answer\n/);
  expect(shown.map((part) => /(\d+) %/.exec(part)?.[1])).toEqual(['10', '20', '30']);
  expect(written().lastIndexOf(wrapOn)).toBeGreaterThan(written().lastIndexOf(wrapOff));
});

/** What is written for records at given seconds of a clock that the test moves. */
function shownAt(isTTY: boolean, records: readonly (readonly [atS: number, done: number])[]): string {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 90 });
  let text = '';
  stream.on('data', (bytes: Buffer) => {
    text += bytes;
  });
  let nowMs = 0;
  const display = displayFor(stream as unknown as NodeJS.WriteStream, () => nowMs);
  for (const [atS, done] of records) {
    nowMs = atS * 1000;
    display.show({ task: 'training', done, total: 100 });
    display.clear(); // what the bar holds back is drawn with the next record
  }
  display.close();
  return text;
}

it('plain lines tell the time left, at the rate since the first of them', () => {
  // Half was there before: ten per cent in a minute leave four minutes.
  const lines = shownAt(false, [
    [100, 50],
    [160, 60],
    [400, 99],
    [406, 100],
  ]).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    ' 50 %  ETA --:--  training',
    ' 60 %  ETA 4:00  training',
    ' 99 %  ETA 0:06  training',
    '100 %  ETA 0:00  training',
  ]);
});

it('the bar tells the time left, in hours when it takes hours', () => {
  const text = shownAt(true, [
    [0, 0],
    [4000, 40],
  ]);
  expect(text).toContain('ETA --:--');
  expect(text).toContain('ETA 1:40:00');
});
