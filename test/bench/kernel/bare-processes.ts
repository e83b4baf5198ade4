import { BareHeap } from './bare-heap.ts';

/** What a process may yield here: a delay. A turn at the server is had by `yield*`. */
type Body = Generator<number, void, unknown>;

const generatorNext = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next as (
  this: unknown,
) => IteratorResult<number, void>;

class BareProcess {
  turn: BareTurn | null = null;
  constructor(
    readonly body: Body,
    readonly slot: number,
  ) {}
}

/**
 * The least that runs generator processes: a heap, a ring for the present instant, one server. No priorities, cancelling, errors,
 * statistics or observers. How far it stays behind callbacks is what generators cost, whatever kernel is built on them.
 */
export class BareSimulation {
  now = 0.5; // a fraction first, so that the engine keeps a double here
  private readonly heap = new BareHeap(4096);
  private readonly ring = new Int32Array(4096);
  private head = 0;
  private due = 0;
  private readonly processes: (BareProcess | null)[] = [];
  private readonly freed = new Int32Array(4096);
  private freedCount = 0;
  private running = 0;
  private busy = false;
  private first: BareTurn | null = null;
  private last: BareTurn | null = null;

  start(body: Body): void {
    const slot = this.freedCount > 0 ? this.freed[--this.freedCount]! : this.processes.push(null) - 1;
    this.processes[slot] = new BareProcess(body, slot);
    this.soon(slot);
  }

  run(): void {
    this.now = 0;
    for (;;) {
      if (this.due > 0) {
        const slot = this.ring[this.head]!;
        this.head = (this.head + 1) & 4095;
        this.due -= 1;
        if (slot < 0) this.grant();
        else this.step(this.processes[slot]!);
      } else if (this.heap.size > 0) {
        this.now = this.heap.times[0]!;
        this.step(this.processes[this.heap.pop()]!);
      } else return;
    }
  }

  /** The running process takes the server or stands in line. */
  enter(turn: BareTurn): void {
    if (!this.busy) {
      this.busy = true;
      turn.done = true;
      return;
    }
    turn.process = this.processes[this.running]!;
    turn.process.turn = turn;
    if (this.last === null) this.first = turn;
    else this.last.behind = turn;
    this.last = turn;
  }

  leave(): void {
    this.busy = false;
    if (this.first !== null) this.soon(-1);
  }

  private grant(): void {
    const turn = this.first!;
    this.first = turn.behind;
    if (turn.behind === null) this.last = null;
    this.busy = true;
    turn.done = true;
    this.step(turn.process!);
  }

  private soon(slot: number): void {
    this.ring[(this.head + this.due++) & 4095] = slot;
  }

  private step(process: BareProcess): void {
    this.running = process.slot;
    process.turn = null;
    const { done, value } = generatorNext.call(process.body);
    if (process.turn !== null) return;
    if (typeof value === 'number') this.heap.push(this.now + value, process.slot);
    else if (done) {
      this.processes[process.slot] = null;
      this.freed[this.freedCount++] = process.slot;
    }
  }
}

/** A turn at the server, its own iterator and iterator result. */
export class BareTurn implements Iterable<never, void> {
  done = false;
  value: unknown = this;
  process: BareProcess | null = null;
  behind: BareTurn | null = null;

  constructor(private readonly sim: BareSimulation) {}

  [Symbol.iterator](): Iterator<never, void> {
    return this as Iterator<never, void>;
  }

  next(): this {
    if (!this.done) this.sim.enter(this);
    return this;
  }
}
