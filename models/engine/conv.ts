import type * as tf from '@tensorflow/tfjs-core';
import { type Half, halvesOf, type Team } from './team.ts';
import { floatsAt, newFloats, pointerOf, Scratch } from './tensors.ts';

/**
 * Convolution, NHWC, float32, one stride both ways, no dilation: forward, filter gradient and input gradient over
 * assembly/conv.ts. 3x3 filters of stride 1 whose channels come in eights go through Winograd's F(4x4, 3x3).
 */

export type ConvInfo = ReturnType<typeof tf.backend_util.computeConv2DInfo>;

/** Order of the fields of class Conv in assembly/conv.ts. */
const FIELDS = 22;

interface ConvPointers {
  readonly x?: number;
  readonly filter?: number;
  readonly filterTransposed?: number;
  readonly y?: number;
  readonly dy?: number;
  readonly dx?: number;
}

/** Whether these kernels can do it; what they cannot do stays with the backend's own kernels. */
export function coversConvolution(info: ConvInfo): boolean {
  return (
    info.dataFormat === 'channelsLast' &&
    info.dilationHeight === 1 &&
    info.dilationWidth === 1 &&
    info.strideHeight === info.strideWidth
  );
}

export class Convolution {
  readonly #team: Team;
  readonly #scratch: Scratch;

  constructor(team: Team) {
    this.#team = team;
    this.#scratch = new Scratch(team.heap);
  }

  /** x [N,H,W,Cin] * filter -> y [N,Ho,Wo,Cout]; every image by itself. */
  forward(x: tf.TensorInfo, filter: tf.TensorInfo, info: ConvInfo): tf.TensorInfo {
    const { backend } = this.#team.heap;
    const y = newFloats(backend, info.outShape);
    const packed = this.#packFilter(pointerOf(backend, filter), info);
    this.#run('convForward', info, [0, 0], {
      x: pointerOf(backend, x),
      filter: packed,
      y: pointerOf(backend, y),
    });
    return y;
  }

  /** d(loss)/d(x) [N,H,W,Cin] from dy [N,Ho,Wo,Cout]; every image by itself. */
  inputGradient(dy: tf.TensorInfo, filter: tf.TensorInfo, info: ConvInfo): tf.TensorInfo {
    const { backend } = this.#team.heap;
    const dx = newFloats(backend, info.inShape);
    const filterTransposed = this.#packTransposed(pointerOf(backend, filter), info);
    this.#run('convBackward', info, [0, 0], {
      dy: pointerOf(backend, dy),
      dx: pointerOf(backend, dx),
      filterTransposed,
    });
    return dx;
  }

  /** d(loss)/d(filter) [kh,kw,Cin,Cout]: the sum over the first half of the batch plus that over the second. */
  filterGradient(x: tf.TensorInfo, dy: tf.TensorInfo, info: ConvInfo): tf.TensorInfo {
    const { heap } = this.#team;
    const { filterHeight, filterWidth, inChannels, outChannels } = info;
    const gradient = newFloats(heap.backend, [filterHeight, filterWidth, inChannels, outChannels]);
    const winograd = usesWinograd(info);
    const wide = (outChannels + 7) & ~7;
    const size = winograd ? 36 * inChannels * outChannels : filterHeight * filterWidth * inChannels * wide;
    const first = this.#scratch.take('gradients', 8 * size);
    const second = first + 4 * size;
    floatsAt(heap, first, 2 * size).fill(0);
    this.#run('convBackward', info, [first, second], {
      x: pointerOf(heap.backend, x),
      dy: pointerOf(heap.backend, dy),
    });
    this.#team.call('addTo', first, second, size);
    const target = pointerOf(heap.backend, gradient);
    if (winograd) {
      this.#team.call(
        'transformFilterBack',
        first,
        inChannels,
        outChannels,
        target,
        this.#scratch.take('temp', 576),
      );
    } else {
      const sums = floatsAt(heap, first, size);
      const out = floatsAt(heap, target, (size / wide) * outChannels);
      for (let row = 0; row * wide < size; row++) {
        out.set(sums.subarray(row * wide, row * wide + outChannels), row * outChannels);
      }
    }
    return gradient;
  }

  #packFilter(filter: number, info: ConvInfo): number {
    const { filterHeight, filterWidth, inChannels, outChannels } = info;
    if (usesWinograd(info)) {
      const packed = this.#scratch.take('filter', 4 * 36 * inChannels * outChannels);
      this.#team.call(
        'transformFilter',
        filter,
        inChannels,
        outChannels,
        packed,
        this.#scratch.take('temp', 576),
      );
      return packed;
    }
    const rows = filterHeight * filterWidth * inChannels;
    const packed = this.#scratch.take('filter', 4 * rows * ((outChannels + 7) & ~7));
    this.#team.call('pack', filter, rows, outChannels, outChannels, 1, packed);
    return packed;
  }

  #packTransposed(filter: number, info: ConvInfo): number {
    const { filterHeight, filterWidth, inChannels, outChannels } = info;
    if (usesWinograd(info)) {
      const packed = this.#scratch.take('transposed', 4 * 36 * inChannels * outChannels);
      this.#team.call('transposeFilter', this.#packFilter(filter, info), inChannels, outChannels, packed);
      return packed;
    }
    const length = filterWidth * inChannels;
    const panel = 4 * outChannels * ((length + 7) & ~7);
    const packed = this.#scratch.take('transposed', panel * filterHeight);
    for (let ky = 0; ky < filterHeight; ky++) {
      this.#team.call(
        'pack',
        filter + 4 * ky * length * outChannels,
        outChannels,
        length,
        1,
        outChannels,
        packed + ky * panel,
      );
    }
    return packed;
  }

  #run(
    kernel: string,
    info: ConvInfo,
    filterGradients: readonly [number, number],
    pointers: ConvPointers,
  ): void {
    const jobs = this.#scratch.take('jobs', 8 * FIELDS);
    const halves = halvesOf(info.batchSize);
    const write = (index: 0 | 1, scratch: number): number => {
      const job = jobs + 4 * FIELDS * index;
      const fields = jobFields(info, halves[index], pointers, filterGradients[index], scratch);
      new Int32Array(this.#team.heap.memory.buffer, job, FIELDS).set(fields);
      return job;
    };
    const bytes = this.#team.call('convScratchBytes', write(0, 0));
    this.#team.both(
      kernel,
      [write(0, this.#scratch.take('first', bytes))],
      [write(1, this.#scratch.take('second', bytes))],
    );
  }
}

function usesWinograd(info: ConvInfo): boolean {
  return (
    info.filterHeight === 3 &&
    info.filterWidth === 3 &&
    info.strideHeight === 1 &&
    info.inChannels % 8 === 0 &&
    info.outChannels % 8 === 0
  );
}

function jobFields(
  info: ConvInfo,
  half: Half,
  p: ConvPointers,
  filterGradient: number,
  scratch: number,
): number[] {
  return [
    ...half,
    ...[info.inHeight, info.inWidth, info.inChannels],
    ...[info.outHeight, info.outWidth, info.outChannels],
    ...[info.filterHeight, info.filterWidth, info.strideHeight, info.padInfo.top, info.padInfo.left],
    usesWinograd(info) ? 1 : 0,
    ...[p.x ?? 0, p.filter ?? 0, p.filterTransposed ?? 0, p.y ?? 0, p.dy ?? 0, p.dx ?? 0],
    ...[filterGradient, scratch],
  ];
}
