import { hostname } from 'node:os';
import type { Job, Queue } from 'bullmq';
import { must } from '../../sim/record/must.ts';
import { ShortageError } from '../errors.ts';
import type { ContentStore } from '../store/store.ts';
import { type CellOutcome, cellAddress } from '../studies/day/execute.ts';
import { type Cell, type CellRow, doneCell, failedCell } from '../studies/experiment/cell.ts';
import type { Study } from '../studies/experiment/study.ts';
import type { Report } from '../threads/progress.ts';
import { type CellJob, cellJob, outcomeOf } from './job.ts';
import type { Link } from './link.ts';
import { leave, present, report, reportEveryMs } from './presence.ts';

/** Cells that are put, or asked after, at once. */
const AT_ONCE = 100;
/** Between two looks at the queue, ms. */
const lookEveryMs = 250;
/** A cell that fails for another reason than its input is tried so often, first after a second, then after two. */
const attempts = 3;
const backoff = { type: 'exponential', delay: 1000 };
/** What ended stays in Redis so long, s: another master may still ask for it. */
const keptS = 24 * 3600;
/** When no worker is there, that is told after so long, s, and again whenever the time has doubled. */
const aloneNotedS = 10;

export interface Around {
  readonly link: Link;
  readonly queue: Queue<CellJob>;
  readonly store: ContentStore;
  readonly patienceS: number;
  readonly note: (text: string) => void;
  readonly progress: Report;
}

/** What is known of a cell that has ended. */
type End = { readonly outcome: CellOutcome } | { readonly error: string };

/** What BullMQ says of a job whose worker was lost too often. */
const lostTooOften = /stalled more than allowable limit/;
const worded = (reason: string) =>
  lostTooOften.test(reason)
    ? 'each worker that played it was lost before it was done: killed, or out of memory'
    : reason;

/**
 * Puts the cells of a study on a queue and gathers what becomes of them. Nothing but looking at the cells decides what is to be
 * done: one that Redis lost is put again, so no message that was missed can hold it up.
 */
export class Gathering {
  private readonly name = `${hostname()}:${process.pid}`;
  private all = 0;
  private done = 0;
  private workers = 0;
  private reportedMs = Number.NEGATIVE_INFINITY;
  /** Since when no worker was seen, and when that was noted last, s after it. */
  private alone = { sinceMs: 0, notedS: 0 };

  constructor(
    private readonly study: Study,
    private readonly around: Around,
  ) {}

  /** How far it came, and that nothing of it is lost, in words. */
  told(): string {
    return `${this.done} of ${this.all} cells are done and kept in the cache; nothing is lost.`;
  }

  /** The rows of cells, in their order. */
  async play(cells: readonly Cell[]): Promise<CellRow[]> {
    const addresses = cells.map((cell) => this.addressOf(cell));
    const open = new Map(addresses.map((address, index) => [address, must(cells[index], 'cell')]));
    const ends = new Map<string, End>();
    this.all += open.size;
    const end = (address: string, how: End) => {
      ends.set(address, how);
      open.delete(address);
      this.done++;
    };
    for (const address of [...open.keys()]) {
      const outcome = this.around.store.readJson<CellOutcome>('cell', address);
      if (outcome) end(address, { outcome });
    }
    await this.forgetFailures([...open.keys()]);
    await this.gather(open, end);
    return cells.map((cell, index) => {
      const how = must(ends.get(must(addresses[index], 'address')), 'end of a cell');
      return 'outcome' in how
        ? doneCell(this.study.head, cell, how.outcome)
        : failedCell(this.study.head, cell, new Error(how.error));
    });
  }

  /** Says that this master leaves, if Redis is there to hear it. */
  async leave(): Promise<void> {
    const { link, queue } = this.around;
    if (link.redis.status === 'ready')
      await leave(link.redis, 'master', queue.name, this.name).catch(() => {});
  }

  private addressOf({ point, replication }: Cell): string {
    return cellAddress(this.study.planOf(point, replication));
  }

  /**
   * Puts all open cells, then asks after them until none is left: each time after those that were put first, since they come
   * back first, and after a part of the others in turn.
   */
  private async gather(open: Map<string, Cell>, end: (address: string, how: End) => void): Promise<void> {
    const all = [...open.keys()];
    for (let from = 0; from < all.length; from += AT_ONCE)
      await this.look(all.slice(from, from + AT_ONCE), open, end);
    for (let turn = 0; open.size > 0; turn = turn + AT_ONCE < open.size ? turn + AT_ONCE : 0) {
      const left = [...open.keys()];
      const asked = new Set([...left.slice(0, AT_ONCE), ...left.slice(turn, turn + AT_ONCE)]);
      const ended = await this.look([...asked], open, end);
      if (open.size > 0 && ended < AT_ONCE) await this.around.link.pause(lookEveryMs);
    }
  }

  /** Asks after some cells, keeps what is done, and puts those that the queue does not know; returns how many have ended. */
  private async look(
    addresses: readonly string[],
    open: ReadonlyMap<string, Cell>,
    end: (address: string, how: End) => void,
  ): Promise<number> {
    const { store, note } = this.around;
    await this.lookAround();
    const jobs = await this.jobsOf(addresses);
    const missing: string[] = [];
    let ended = 0;
    for (const [index, address] of addresses.entries()) {
      const job = jobs[index];
      if (job === undefined) missing.push(address);
      if (!job?.finishedOn) continue;
      const outcome = outcomeOf(address, job.returnvalue);
      if (outcome !== undefined) {
        store.writeJson('cell', address, outcome);
        end(address, { outcome });
        ended++;
      } else if (job.failedReason) {
        end(address, { error: worded(job.failedReason) });
        ended++;
      } else {
        note(
          `the result of cell ${address.slice(0, 12)} in the queue was edited or damaged: refused, and played again`,
        );
        await this.around.link.until(job.remove());
      }
    }
    await this.put(missing.map((address) => must(open.get(address), 'open cell')));
    this.tell();
    return ended;
  }

  private jobsOf(addresses: readonly string[]): Promise<readonly (Job<CellJob> | undefined)[]> {
    const { link, queue } = this.around;
    return link.until(Promise.all(addresses.map((address) => queue.getJob(address))));
  }

  /** One that the queue has already is left as it is, whoever put it. */
  private async put(cells: readonly Cell[]): Promise<void> {
    if (cells.length === 0) return;
    const { link, queue } = this.around;
    const kept = { age: keptS };
    const jobs = cells.map((cell) => {
      const opts = {
        jobId: this.addressOf(cell),
        attempts,
        backoff,
        removeOnComplete: kept,
        removeOnFail: kept,
      };
      return { name: 'cell', data: cellJob(this.study.planOf(cell.point, cell.replication)), opts };
    });
    await link.until(queue.addBulk(jobs));
  }

  /** Cells that failed for an earlier master are tried again, as when they are played here. */
  private async forgetFailures(addresses: readonly string[]): Promise<void> {
    for (let from = 0; from < addresses.length; from += AT_ONCE) {
      const jobs = await this.jobsOf(addresses.slice(from, from + AT_ONCE));
      const failed = jobs.flatMap((job) => (job?.finishedOn && job.failedReason ? [job] : []));
      // Another master may have been quicker.
      await this.around.link.until(Promise.all(failed.map((job) => job.remove().catch(() => {}))));
    }
  }

  /** Now and then: says that this master is there, and sees which workers are. */
  private async lookAround(): Promise<void> {
    const { link, queue } = this.around;
    const nowMs = performance.now();
    if (nowMs - this.reportedMs < reportEveryMs) return;
    // While Redis was away nobody could report.
    if (nowMs - this.reportedMs > 4 * reportEveryMs) this.alone = { sinceMs: nowMs, notedS: aloneNotedS / 2 };
    this.reportedMs = nowMs;
    await link.until(report(link.redis, 'master', queue.name, this.name));
    const { here, elsewhere } = await link.until(present(link.redis, 'worker', queue.name));
    this.workers = here;
    if (here > 0) this.alone = { sinceMs: nowMs, notedS: aloneNotedS / 2 };
    else this.beAlone((nowMs - this.alone.sinceMs) / 1000, elsewhere);
  }

  private beAlone(seconds: number, elsewhere: readonly string[]): void {
    const { queue, patienceS, note, link } = this.around;
    const others =
      elsewhere.length === 0 ? '' : `; there are workers with other code (${elsewhere.join(', ')})`;
    const what = `no worker with this code (${queue.name}) has reported for ${Math.round(seconds)} s${others}`;
    const cure = `Start one from the same checkout: looptwin worker --queue ${link.place.shown}`;
    if (seconds > patienceS)
      throw new ShortageError({
        what,
        where: link.place.shown,
        cure: `${this.told()} ${cure}, and repeat the command`,
      });
    if (seconds < 2 * this.alone.notedS) return;
    this.alone = { ...this.alone, notedS: seconds };
    note(`${what}. ${cure}`);
  }

  private tell(): void {
    const { done, all, workers } = this;
    const task = `${done} of ${all} cells, ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
    this.around.progress({ task, done, total: all });
  }
}
