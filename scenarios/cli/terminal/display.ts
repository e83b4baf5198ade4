import cliProgress from 'cli-progress';
import { Subject, throttleTime } from 'rxjs';
import { oneLine, printable } from '../../printable.ts';
import type { ProgressRecord } from '../../threads/progress.ts';

/** Where progress goes. */
export interface Display {
  show(record: ProgressRecord): void;
  note(text: string): void;
  /** Leaves the terminal as it was, for others to write on it; a later record shows progress again. */
  clear(): void;
  /** The same, and no progress is shown any more. */
  close(): void;
}

/** What is being done, as it may be printed: the names of arms and files are in it. */
const taskOf = ({ task, note }: ProgressRecord) => oneLine(note ? `${task} (${note})` : task);

const percent = (r: ProgressRecord) => (r.total > 0 ? Math.floor((100 * r.done) / r.total) : 100);

/** A clock that only goes forward, ms. */
export type Clock = () => number;

/** Least share of the work that must be seen done before a time is promised. */
const LEAST_SEEN = 0.02;

/** Words for the time left, at the mean rate since the first record: `ETA 1:05`, or `ETA 2:03:04` from an hour on. */
function timeLeftBy(clock: Clock): (record: ProgressRecord) => string {
  let first: { readonly share: number; readonly atMs: number } | undefined;
  return ({ done, total }) => {
    const share = total > 0 ? done / total : 1;
    first ??= { share, atMs: clock() };
    const seen = share - first.share;
    if (seen < LEAST_SEEN) return 'ETA --:--';
    const seconds = Math.round(((clock() - first.atMs) * (1 - share)) / seen / 1000);
    const [s, m, h] = [seconds % 60, Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600)];
    const two = (x: number) => String(x).padStart(2, '0');
    return h > 0 ? `ETA ${h}:${two(m)}:${two(s)}` : `ETA ${m}:${two(s)}`;
  };
}

/** A bar with ETA on a terminal. */
function barDisplay(stream: NodeJS.WriteStream, clock: Clock): Display {
  const bar = new cliProgress.SingleBar({
    stream,
    format: '{bar} {percentage} % | {left} | {task}',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
  });
  const records = new Subject<ProgressRecord>();
  const throttled = records.pipe(throttleTime(100, undefined, { leading: true, trailing: true }));
  const timeLeft = timeLeftBy(clock);
  let running = false;
  const draw = (record: ProgressRecord) => {
    const task = taskOf(record);
    const left = timeLeft(record);
    if (!running) bar.start(record.total, record.done, { task, left });
    running = true;
    bar.setTotal(record.total);
    bar.update(record.done, { task, left });
  };
  let drawing = throttled.subscribe(draw);
  const stop = () => {
    drawing.unsubscribe(); // with the record that it holds back: it must not bring the bar back
    if (running) bar.stop();
    running = false;
  };
  const clear = () => {
    stop();
    drawing = throttled.subscribe(draw);
  };
  return {
    show: (record) => records.next(record),
    note(text) {
      clear();
      stream.write(`${printable(text)}\n`);
    },
    clear,
    close: stop,
  };
}

const linesEveryMs = 5_000;

/** Plain lines with ETA: one whenever another twentieth of the whole is done, and one every five seconds. */
function lineDisplay(stream: NodeJS.WritableStream, clock: Clock): Display {
  let last = { step: -1, atMs: 0 };
  const timeLeft = timeLeftBy(clock);
  return {
    show(record) {
      const step = Math.floor(percent(record) / 5);
      const now = clock();
      const left = timeLeft(record);
      if (step <= last.step && now - last.atMs < linesEveryMs) return;
      last = { step: Math.max(step, last.step), atMs: now };
      stream.write(`${String(percent(record)).padStart(3)} %  ${left}  ${taskOf(record)}\n`);
    },
    note: (text) => void stream.write(`${printable(text)}\n`),
    clear() {},
    close() {},
  };
}

/** The right display for a stream: bar and ETA on a terminal, plain lines elsewhere. */
export function displayFor(stream: NodeJS.WriteStream, clock: Clock = () => performance.now()): Display {
  return stream.isTTY ? barDisplay(stream, clock) : lineDisplay(stream, clock);
}
