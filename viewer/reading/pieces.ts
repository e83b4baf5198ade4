/** Puts the next bytes of an answer at the beginning of `room`; gives them, in memory that may have moved; none = the end. */
type Fill = (room: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** The browser puts bytes where it is told: it leaves nothing behind that must be cleared up. */
function filling(reader: ReadableStreamBYOBReader): Fill {
  return async (room) => (await reader.read(room)).value ?? new Uint8Array();
}

/** The browser makes memory for each part of its own. */
function copying(reader: ReadableStreamDefaultReader<Uint8Array>): Fill {
  let rest: Uint8Array = new Uint8Array();
  return async (room) => {
    if (rest.length === 0) rest = (await reader.read()).value ?? rest;
    const taken = rest.subarray(0, room.length);
    rest = rest.subarray(taken.length);
    room.set(taken);
    return room.subarray(0, taken.length);
  };
}

/** A way to read a stream, and one to end it early. Not every browser fills memory that it is given. */
function openStream(body: ReadableStream<Uint8Array<ArrayBuffer>>): { fill: Fill; end(): Promise<void> } {
  try {
    const reader = body.getReader({ mode: 'byob' });
    return { fill: filling(reader), end: () => reader.cancel() };
  } catch {
    const reader = body.getReader();
    return { fill: copying(reader), end: () => reader.cancel() };
  }
}

/**
 * An answer in pieces of `bytes` (the last is shorter), as fast as they are taken: nothing is fetched far ahead. A piece is good until
 * the next one is asked for, since all lie in the same memory. Rejects with the error of the network.
 */
export async function* piecesOf({ body }: Response, bytes: number): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const { fill, end } = openStream(body);
  let memory = new ArrayBuffer(bytes);
  try {
    let [filled, ended] = [0, false];
    while (!ended) {
      const part = await fill(new Uint8Array(memory, filled));
      memory = part.buffer;
      filled += part.length;
      ended = part.length === 0;
      if (filled === 0 || (filled < bytes && !ended)) continue;
      yield new Uint8Array(memory, 0, filled);
      filled = 0;
    }
  } finally {
    // Nothing follows from this: the answer is over, has failed, or is not wanted any more.
    end().catch(() => {});
  }
}
