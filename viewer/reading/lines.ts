import type { WorldEvent } from '../../sim/record/event.ts';

/** Bytes of memory to begin with: more than the events of a step take. */
const USUAL_BYTES = 512 * 1024;
/** Length of text that is written or read at once: a browser leaves something behind of each time. */
const BLOCK = 64 * 1024;
/** Bytes that a character takes at most in UTF-8, for each of its UTF-16 code units. */
const MOST_BYTES = 3;
const LINE_END = 10;

/**
 * Events on their way from one thread to another, as lines of JSON in memory that changes hands. Of objects a browser sends copies, and
 * it holds on to them, and to what it made them of, until it clears up all that a page has.
 */
export class Lines {
  private readonly encoder = new TextEncoder();
  private readonly spare: ArrayBuffer[] = [];
  private memory = new Uint8Array(USUAL_BYTES);
  private length = 0;
  /** Lines that are not in the memory yet. */
  private text = '';

  add(event: WorldEvent): void {
    this.text += `${JSON.stringify(event)}\n`;
    if (this.text.length >= BLOCK) this.write();
  }

  /** The lines since the last call. Their memory belongs to the caller, who may hand it on. */
  take(): Uint8Array<ArrayBuffer> {
    this.write();
    const lines = this.memory.subarray(0, this.length);
    this.memory = new Uint8Array(this.spare.pop() ?? new ArrayBuffer(USUAL_BYTES));
    this.length = 0;
    return lines;
  }

  /** Takes memory back, for lines to come. */
  giveBack(memory: ArrayBuffer): void {
    this.spare.push(memory);
  }

  private write(): void {
    const needed = this.length + MOST_BYTES * this.text.length;
    if (needed > this.memory.length) {
      const wider = new Uint8Array(2 * needed);
      wider.set(this.memory.subarray(0, this.length));
      this.memory = wider;
    }
    this.length += this.encoder.encodeInto(this.text, this.memory.subarray(this.length)).written;
    this.text = '';
  }
}

/** The events of lines, each made when its turn comes. */
export function* eventsIn(lines: Uint8Array): Generator<WorldEvent> {
  const text = new TextDecoder();
  for (let from = 0; from < lines.length; ) {
    const to = lines.indexOf(LINE_END, Math.min(from + BLOCK, lines.length - 1));
    for (const line of text.decode(lines.subarray(from, to)).split('\n')) yield JSON.parse(line);
    from = to + 1;
  }
}
