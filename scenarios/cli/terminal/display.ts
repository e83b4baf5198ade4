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

/** Time left at the mean rate so far; nothing is promised before a fiftieth is done. */
function timeLeft({ done, total }: ProgressRecord, elapsedMs: number): string {
  if (done < total / 50) return 'ETA --:--';
  const seconds = Math.round((elapsedMs * (total - done)) / done / 1000);
  return `ETA ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A bar with ETA on a terminal. */
function barDisplay(stream: NodeJS.WriteStream): Display {
  const bar = new cliProgress.SingleBar({
    stream,
    format: '{bar} {percentage} % | {left} | {task}',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
  });
  const records = new Subject<ProgressRecord>();
  const throttled = records.pipe(throttleTime(100, undefined, { leading: true, trailing: true }));
  const startedMs = performance.now();
  let running = false;
  const draw = (record: ProgressRecord) => {
    const task = taskOf(record);
    const left = timeLeft(record, performance.now() - startedMs);
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

/** Plain lines: one whenever another twentieth of the whole is done, and one every five seconds. */
function lineDisplay(stream: NodeJS.WritableStream): Display {
  let last = { step: -1, atMs: 0 };
  return {
    show(record) {
      const step = Math.floor(percent(record) / 5);
      const now = performance.now();
      if (step <= last.step && now - last.atMs < linesEveryMs) return;
      last = { step: Math.max(step, last.step), atMs: now };
      stream.write(`${String(percent(record)).padStart(3)} %  ${taskOf(record)}\n`);
    },
    note: (text) => void stream.write(`${printable(text)}\n`),
    clear() {},
    close() {},
  };
}

/** The right display for a stream: bar and ETA on a terminal, plain lines elsewhere. */
export function displayFor(stream: NodeJS.WriteStream): Display {
  return stream.isTTY ? barDisplay(stream) : lineDisplay(stream);
}
