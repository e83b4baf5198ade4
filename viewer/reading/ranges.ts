import type { ReadableFile } from '../../scenarios/record/indexed-reader.ts';
import { ask } from '../ask.ts';

/** A file of the server behind the page, read part by part. */
export class Ranges implements ReadableFile {
  constructor(
    private readonly path: string,
    private readonly bytes: number,
  ) {}

  async size(): Promise<bigint> {
    return BigInt(this.bytes);
  }

  /** Throws Error in words where the server does not answer with that part. */
  async read(offset: bigint, size: bigint): Promise<Uint8Array> {
    const headers = { Range: `bytes=${offset}-${offset + size - 1n}` };
    const response = await ask(this.path, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 206 && BigInt(bytes.length) === size) return bytes;
    throw new Error(`${this.path} could not be read from byte ${offset} (HTTP ${response.status})`);
  }
}
