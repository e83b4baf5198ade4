/** The yardstick's queue, written by hand and kept bare: a 4-ary heap on typed columns ordered by (time, sequence). */
export class BareHeap {
  size = 0;
  readonly times: Float64Array;
  readonly sequences: Float64Array;
  readonly ids: Int32Array;
  private sequence = 0;

  constructor(capacity: number) {
    this.times = new Float64Array(capacity);
    this.sequences = new Float64Array(capacity);
    this.ids = new Int32Array(capacity);
  }

  push(time: number, id: number): void {
    const { times, sequences, ids } = this;
    const sequence = this.sequence++;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      // A newcomer has the highest sequence, so on equal times it stays behind.
      if (times[parent]! <= time) break;
      times[i] = times[parent]!;
      sequences[i] = sequences[parent]!;
      ids[i] = ids[parent]!;
      i = parent;
    }
    times[i] = time;
    sequences[i] = sequence;
    ids[i] = id;
  }

  pop(): number {
    const { times, sequences, ids } = this;
    const top = ids[0]!;
    const size = --this.size;
    const time = times[size]!;
    const sequence = sequences[size]!;
    const id = ids[size]!;
    let i = 0;
    for (let child = 1; child < size; child = 4 * i + 1) {
      let least = child;
      let leastTime = times[child]!;
      const end = child + 4 < size ? child + 4 : size;
      for (let next = child + 1; next < end; next++) {
        const nextTime = times[next]!;
        if (nextTime < leastTime || (nextTime === leastTime && sequences[next]! < sequences[least]!)) {
          least = next;
          leastTime = nextTime;
        }
      }
      if (leastTime > time || (leastTime === time && sequences[least]! > sequence)) break;
      times[i] = leastTime;
      sequences[i] = sequences[least]!;
      ids[i] = ids[least]!;
      i = least;
    }
    times[i] = time;
    sequences[i] = sequence;
    ids[i] = id;
    return top;
  }
}
