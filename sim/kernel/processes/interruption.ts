import type { Target } from '../core/event.ts';
import type { Process } from './process.ts';

/** An interrupt on its way to a process. */
export class Interruption implements Target {
  readonly name: string;

  constructor(
    private readonly process: Process,
    readonly cause: unknown,
  ) {
    this.name = `interrupt ${process.name}`;
  }

  handle(): void {
    this.process.deliver(this);
  }
}
