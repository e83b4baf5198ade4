import type { Target } from '../core/event.ts';

/** What an interrupt needs of the process that it goes to. */
export interface Interruptible {
  readonly name: string;
  deliver(interruption: Interruption): void;
}

/** An interrupt on its way to a process. */
export class Interruption implements Target {
  readonly name: string;

  constructor(
    private readonly process: Interruptible,
    readonly cause: unknown,
  ) {
    this.name = `interrupt ${process.name}`;
  }

  handle(): void {
    this.process.deliver(this);
  }
}
