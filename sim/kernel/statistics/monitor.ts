import { type Clock, Level } from './level.ts';
import { Tally } from './tally.ts';

/** What a station measures once asked to: how many stand in line, how much is in use or in stock, how long each waited. */
export class StationMonitor {
  readonly queue: Level;
  readonly content: Level;
  /** Waiting times of the served, microseconds, zeros included. */
  readonly waitUs = new Tally();

  constructor(clock: Clock, queueLength: number, content: number) {
    this.queue = new Level(clock, queueLength);
    this.content = new Level(clock, content);
  }

  /** Someone was served after waiting; `content` is what is in use or in stock now. */
  served(waitedUs: number, content: number): void {
    this.waitUs.add(waitedUs);
    this.content.set(content);
  }

  /** The end of a warm-up. */
  reset(): void {
    this.queue.reset();
    this.content.reset();
    this.waitUs.reset();
  }
}
