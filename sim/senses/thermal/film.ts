import { frameGaussians, type Noise } from '../../kernel/random/noise.ts';
import { LoopMemory } from '../loops/loops.ts';

/** What all frames of a film are made of, maps [size * size]. */
export interface FilmMaps {
  /** The look without the flash, K. */
  readonly still: Float32Array;
  /** Share of the flash that belt, item and its spots with an open glue line get in each pixel. */
  readonly belt: Float32Array;
  readonly gain: Float32Array;
  readonly open: Float32Array;
}

/** What the full flash adds to the apparent temperatures of belt, item and its spots with an open glue line, K. */
export interface Warming {
  readonly belt: number;
  readonly item: number;
  readonly open: number;
}

/** Where films of one size are written from maps. It keeps them, so each owner makes its own. */
export interface FilmWriter {
  readonly maps: FilmMaps;
  /** Writes a frame for each warming, with noise of `sigmaK` (`noise` null: none), at most `mostK`, into `film` [frames, size, size]. */
  write(
    warmings: readonly Warming[],
    sigmaK: number,
    mostK: number,
    noise: Noise | null,
    film: Float32Array,
  ): void;
}

/** A writer in plain TypeScript. */
export class PlainFilm implements FilmWriter {
  readonly maps: FilmMaps;

  constructor(size: number) {
    const map = () => new Float32Array(size * size);
    this.maps = { still: map(), belt: map(), gain: map(), open: map() };
  }

  write(
    warmings: readonly Warming[],
    sigmaK: number,
    mostK: number,
    noise: Noise | null,
    film: Float32Array,
  ): void {
    const { still, belt, gain, open } = this.maps;
    // The film first holds the noise of every frame.
    if (noise) noise.fill(film);
    else film.fill(0);
    let at = 0;
    for (const warming of warmings) {
      for (let p = 0; p < still.length; p++, at++) {
        const warm = warming.belt * belt[p]! + warming.item * gain[p]! + warming.open * open[p]!;
        film[at] = Math.min(still[p]! + warm + sigmaK * film[at]!, mostK);
      }
    }
  }
}

/** A writer whose loop is compiled ahead: what it works on lies in a memory of its own. Films of an even size only. */
export class CompiledFilm implements FilmWriter {
  readonly maps: FilmMaps;
  readonly #frame: Float32Array;
  readonly #run: (warming: Warming, sigmaK: number, mostK: number, state: number) => number;

  constructor(size: number) {
    const pixels = size * size;
    const table = frameGaussians();
    const memory = new LoopMemory(4 * (5 * pixels + table.length));
    const map = () => memory.floats(pixels);
    this.maps = { still: map(), belt: map(), gain: map(), open: map() };
    const gaussians = memory.floats(table.length);
    gaussians.set(table);
    this.#frame = map();
    const { still, belt, gain, open } = this.maps;
    const places = [still, belt, gain, open, gaussians, this.#frame].map((array) => array.byteOffset);
    const bytes = this.#frame.byteLength;
    this.#run = (warming, sigmaK, mostK, state) =>
      memory.loops.film(...places, bytes, warming.belt, warming.item, warming.open, sigmaK, mostK, state);
  }

  write(
    warmings: readonly Warming[],
    sigmaK: number,
    mostK: number,
    noise: Noise | null,
    film: Float32Array,
  ): void {
    warmings.forEach((warming, f) => {
      const state = this.#run(warming, sigmaK, mostK, noise?.state ?? 0);
      if (noise) noise.state = state;
      film.set(this.#frame, f * this.#frame.length);
    });
  }
}
