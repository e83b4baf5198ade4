import type { EventHandle } from '../core/event.ts';
import type { Scheduler } from '../core/scheduler.ts';
import type { Wait } from '../processes/wait.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { Queued } from './queued.ts';
import { requireCapacity, Station } from './station.ts';

/**
 * Servers shared by all jobs at once: with n jobs on c servers each runs at rate min(1, c/n), as on a computer.
 * Works in virtual time, the work done by a job that is always there: a job leaves when virtual time has risen by its work,
 * so a change of load moves one pending event and not n. O(log n) a job.
 */
export class ProcessorSharing extends Station {
  private readonly jobs = new KeyedQueue<Job>(({ endsAt }) => endsAt);
  /** Work (microseconds at full speed) that an ever-present job would have got. */
  private virtual = 0;
  private sinceUs = 0;
  private nextEnd: EventHandle | null = null;

  constructor(
    sim: Scheduler,
    name: string,
    readonly servers = 1,
  ) {
    super(sim, name);
    requireCapacity('processor sharing', name, servers);
  }

  /** Jobs in work. */
  get size(): number {
    return this.jobs.size;
  }

  /** A wait for `workUs` >= 0 of work at full speed to be done. */
  work(workUs: number): Wait<void> {
    if (!(workUs >= 0)) throw new RangeError(`${this.name}: work must be >= 0 us, got ${workUs}`);
    return new Job(this, workUs);
  }

  admit(job: Job): void {
    this.advance();
    job.endsAt = this.virtual + job.workUs;
    this.jobs.join(job);
    this.replan();
  }

  dismiss(job: Job): void {
    this.advance();
    this.jobs.leave(job);
    this.replan();
  }

  /** Not used for grants: the end of the next job is an event of its own. */
  protected override serve(): void {
    const job = this.jobs.head();
    if (job === null) return;
    this.nextEnd = null;
    this.advance();
    this.virtual = Math.max(this.virtual, job.endsAt); // it is due, whatever the last bit of a double says
    this.jobs.leave(job);
    this.replan();
    job.complete(undefined);
  }

  private get rate(): number {
    return Math.min(1, this.servers / this.jobs.size);
  }

  private advance(): void {
    if (this.jobs.size > 0) this.virtual += (this.sim.now - this.sinceUs) * this.rate;
    this.sinceUs = this.sim.now;
  }

  private replan(): void {
    this.measured?.content.set(this.jobs.size);
    if (this.nextEnd !== null) this.sim.cancel(this.nextEnd);
    const job = this.jobs.head();
    const leftUs = job === null ? 0 : Math.max(0, Math.ceil((job.endsAt - this.virtual) / this.rate));
    this.nextEnd = job === null ? null : this.sim.scheduleEntity(leftUs, this, 0);
  }

  protected override content(): number {
    return this.jobs.size;
  }

  protected override queueLength(): number {
    return 0;
  }
}

class Job extends Queued<void> {
  endsAt = 0;

  constructor(
    private readonly station: ProcessorSharing,
    readonly workUs: number,
  ) {
    super(station.sim);
  }

  protected override start(): boolean {
    this.station.admit(this);
    return false;
  }

  protected override withdraw(): void {
    this.station.dismiss(this);
  }

  override describe(): string {
    return `work on ${this.station.name}`;
  }
}
