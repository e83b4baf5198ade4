import { formatTime } from '../core/clock.ts';
import type { ObservedEvent, Observer } from '../core/observer.ts';
import { phaseOf, priorityOf } from '../core/phase.ts';

/** One line of a trace: what happened to whom, as plain data. */
export interface TraceLine {
  readonly timeUs: number;
  readonly phase: number;
  readonly priority: number;
  readonly name: string;
  readonly action: number;
  readonly data: number;
}

function lineOf({ timeUs, order, name, action, data }: ObservedEvent): TraceLine {
  return { timeUs, phase: phaseOf(order), priority: priorityOf(order), name, action, data };
}

/** Writes every event down; about 100 bytes an event. */
export class TraceRecorder implements Observer {
  readonly lines: TraceLine[] = [];

  observe(event: ObservedEvent): void {
    this.lines.push(lineOf(event));
  }
}

/** Compares a run with a recorded trace, and stops it at the first difference with both sides in the error. */
export class TraceVerifier implements Observer {
  private at = 0;

  constructor(private readonly expected: readonly TraceLine[]) {}

  observe(event: ObservedEvent): void {
    const got = lineOf(event);
    const want = this.expected[this.at];
    if (want === undefined || !equal(want, got)) throw new Error(difference(this.at, want, got));
    this.at += 1;
  }

  /** After the run: throws if the trace goes on. */
  finish(): void {
    const want = this.expected[this.at];
    if (want !== undefined) throw new Error(difference(this.at, want, undefined));
  }
}

function equal(a: TraceLine, b: TraceLine): boolean {
  return (
    a.timeUs === b.timeUs &&
    a.phase === b.phase &&
    a.priority === b.priority &&
    a.name === b.name &&
    a.action === b.action &&
    a.data === b.data
  );
}

function difference(at: number, recorded: TraceLine | undefined, now: TraceLine | undefined): string {
  return `the run leaves its trace at event ${at}\n  recorded: ${show(recorded)}\n  this run: ${show(now)}`;
}

function show(line: TraceLine | undefined): string {
  if (line === undefined) return 'nothing more';
  const { timeUs, phase, priority, name, action, data } = line;
  return `${formatTime(timeUs)} (${timeUs} us) ${name}, action ${action}, data ${data}, phase ${phase}, priority ${priority}`;
}
