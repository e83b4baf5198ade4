import { frameGaussians, type Noise } from '../../kernel/random/noise.ts';
import { LoopMemory } from '../loops/loops.ts';
import { BAND, BELOW, LEAST, MOST, ROOM, type Sensor, type SensorPattern, tone } from './sensor.ts';

/** A sensor whose loop is compiled ahead: what it works on lies in a memory of its own. Frames of an even size only. */
export class CompiledSensor implements Sensor {
  readonly image: Float32Array;
  readonly #run: (beside: number, above: number, state: number) => number;
  readonly #gain: Float32Array;
  readonly #offset: Float32Array;
  readonly #sd: Float32Array;
  readonly #frame: Uint8Array;
  #pattern: SensorPattern | null = null;

  constructor(size: number) {
    const values = 3 * size * size;
    const rows = 3 * size * (BAND + 2);
    const table = frameGaussians();
    const floats = 3 * values + rows + ROOM + table.length;
    const memory = new LoopMemory(4 * floats + ROOM + values);
    this.image = memory.floats(values);
    this.#gain = memory.floats(values);
    this.#offset = memory.floats(values);
    this.#sd = memory.floats(ROOM);
    const band = memory.floats(rows);
    const gaussians = memory.floats(table.length);
    gaussians.set(table);
    const tones = memory.bytes(ROOM);
    tones.set(tone);
    this.#frame = memory.bytes(values);
    const arrays = [this.image, band, this.#gain, this.#offset, this.#sd, tones, gaussians, this.#frame];
    const places = arrays.map((array) => array.byteOffset);
    this.#run = (beside, above, state) =>
      memory.loops.expose(...places, size, BAND, LEAST, MOST, BELOW, beside, above, state);
  }

  expose(pattern: SensorPattern, noise: Noise | null, out: Uint8Array): void {
    if (pattern !== this.#pattern) {
      this.#gain.set(pattern.gain);
      this.#offset.set(pattern.offset);
      this.#sd.set(pattern.sd);
      this.#pattern = pattern;
    }
    const state = this.#run(pattern.beside, pattern.above, noise?.state ?? 0);
    if (noise) noise.state = state;
    out.set(this.#frame);
  }
}
