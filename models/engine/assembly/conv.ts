import { addTransposedProduct, product } from './gemm';
import {
  addTransformedBack, transformInput, transformOutput, transformOutputGradient,
} from './winograd';

/** Tiles that go through the 36 products together: few enough that their planes stay in the second-level cache. */
const TILES = 32;
/** Keeps the 36 planes of a block off the same cache lines (their size is a power of two). */
const PLANE_GAP: usize = 64;

/**
 * One convolution over images [first, last) of a batch, NHWC, written field by field by the host (all 32-bit).
 * Pointers that are 0 switch their part off.
 */
@unmanaged
class Conv {
  first: i32; last: i32;
  height: i32; width: i32; cin: i32;
  outHeight: i32; outWidth: i32; cout: i32;
  kernelHeight: i32; kernelWidth: i32; stride: i32; padTop: i32; padLeft: i32;
  /** 1: F(4x4, 3x3); 0: the direct sum. */
  winograd: i32;
  x: usize;
  /** Right-hand sides of the forward product, packed. */
  filter: usize;
  /** Right-hand sides of the input gradient, packed. */
  filterTransposed: usize;
  /** [N, outHeight, outWidth, cout]. */
  y: usize;
  /** d(loss)/d(y). */
  dy: usize;
  dx: usize;
  /** Sums over these images: [36][cin][cout] planes, or [kh*kw*cin][cout rounded up to 8]. */
  filterGradient: usize;
  scratch: usize;
}

@inline function tilesAcross(size: i32): i32 { return (size + 3) >> 2; }
@inline function floats(a: i32, b: i32, c: i32): usize { return (<usize>(a * b * c) << 2); }

@inline function paddedHeight(j: Conv): i32 {
  return j.winograd ? 4 * tilesAcross(j.outHeight) + 2 : max((j.outHeight - 1) * j.stride + j.kernelHeight, j.height + j.padTop);
}
@inline function paddedWidth(j: Conv): i32 {
  return j.winograd ? 4 * tilesAcross(j.outWidth) + 2 : max((j.outWidth - 1) * j.stride + j.kernelWidth, j.width + j.padLeft);
}

/** Bytes of scratch that one call needs. */
export function convScratchBytes(job: usize): usize {
  const j = changetype<Conv>(job);
  const wide = (j.cout + 7) & ~7;
  const image = floats(paddedHeight(j), paddedWidth(j), j.cin) + 64;
  const outImage = floats(4 * tilesAcross(j.outHeight), 4 * tilesAcross(j.outWidth), wide) + 64; // widened dy
  const block: usize = j.winograd
    ? <usize>36 * (floats(TILES, j.cin + wide, 1) + 2 * PLANE_GAP) + floats(16, wide, 1)
    : floats(j.outWidth, max(wide, j.kernelWidth * j.cin + 8), 1);
  return 576 + 2 * image + outImage + block;
}

/** Copies an image into the middle of a padded one, whose border the caller has zeroed. */
function padImage(j: Conv, source: usize, target: usize, padRow: usize): void {
  const pixel = <usize>j.cin << 2, row = pixel * j.width;
  target += padRow * j.padTop + pixel * j.padLeft;
  for (let y = 0; y < j.height; y++) memory.copy(target + padRow * y, source + row * y, row);
}

/** y of the images of a job. */
export function convForward(job: usize): void {
  const j = changetype<Conv>(job);
  const inImage = floats(j.height, j.width, j.cin), outImage = floats(j.outHeight, j.outWidth, j.cout);
  const padRow = floats(paddedWidth(j), j.cin, 1), padBytes = padRow * paddedHeight(j);
  const padded = j.scratch + 576, free = padded + padBytes + 64;
  memory.fill(padded, 0, padBytes);
  for (let n = j.first; n < j.last; n++) {
    padImage(j, j.x + inImage * n, padded, padRow);
    const y = j.y + outImage * n;
    if (j.winograd) forwardTiles(j, padded, padRow, y, free);
    else forwardRows(j, padded, padRow, y, free);
  }
}

function forwardRows(j: Conv, padded: usize, padRow: usize, y: usize, free: usize): void {
  const step = <usize>(j.cin * j.stride) << 2;
  const wide = (j.cout + 7) & ~7;
  const narrow = wide != j.cout;
  const outRow = <usize>j.cout << 2;
  for (let oy = 0; oy < j.outHeight; oy++) {
    const window = padded + padRow * (oy * j.stride);
    const out = y + outRow * (oy * j.outWidth);
    const target = narrow ? free : out;
    product(window, step, j.kernelHeight, padRow, j.kernelWidth * j.cin, j.filter, target, <usize>wide << 2, j.outWidth, wide);
    if (narrow) for (let ox = 0; ox < j.outWidth; ox++) memory.copy(out + outRow * ox, free + (<usize>(wide * ox) << 2), outRow);
  }
}

function forwardTiles(j: Conv, padded: usize, padRow: usize, y: usize, free: usize): void {
  const tilesX = tilesAcross(j.outWidth), tiles = tilesX * tilesAcross(j.outHeight);
  const pixel = <usize>j.cin << 2, outPixel = <usize>j.cout << 2, outRow = outPixel * j.outWidth;
  const plane = pixel * TILES + PLANE_GAP, outPlane = outPixel * TILES + PLANE_GAP;
  const filterPlane = pixel * j.cout, temp = j.scratch;
  const planes = free, outPlanes = planes + 36 * plane, edge = outPlanes + 36 * outPlane;
  for (let start = 0; start < tiles; start += TILES) {
    const count = min(TILES, tiles - start);
    for (let t = 0; t < count; t++) {
      const ty = (start + t) / tilesX, tx = (start + t) % tilesX;
      transformInput(padded + padRow * (4 * ty) + pixel * (4 * tx), padRow, j.cin, planes + pixel * t, plane, temp);
    }
    for (let e = 0; e < 36; e++) {
      product(planes + plane * e, pixel, 1, 0, j.cin, j.filter + filterPlane * e, outPlanes + outPlane * e, outPixel, count, j.cout);
    }
    for (let t = 0; t < count; t++) {
      const oy = 4 * ((start + t) / tilesX), ox = 4 * ((start + t) % tilesX);
      const rows = min(4, j.outHeight - oy), columns = min(4, j.outWidth - ox);
      const out = y + outRow * oy + outPixel * ox;
      if (rows == 4 && columns == 4) {
        transformOutput(outPlanes + outPixel * t, outPlane, j.cout, out, outRow, temp);
      } else {
        transformOutput(outPlanes + outPixel * t, outPlane, j.cout, edge, outPixel * 4, temp);
        for (let r = 0; r < rows; r++) memory.copy(out + outRow * r, edge + outPixel * 4 * r, outPixel * columns);
      }
    }
  }
}

/** dx and the summed filter gradient of the images of a job. */
export function convBackward(job: usize): void {
  const j = changetype<Conv>(job);
  const inImage = floats(j.height, j.width, j.cin), outImage = floats(j.outHeight, j.outWidth, j.cout);
  const padRow = floats(paddedWidth(j), j.cin, 1), padBytes = padRow * paddedHeight(j);
  const wide = (j.cout + 7) & ~7;
  const rows = j.winograd ? 4 * tilesAcross(j.outHeight) : j.outHeight;
  const columns = j.winograd ? 4 * tilesAcross(j.outWidth) : j.outWidth;
  const whole = rows == j.outHeight && columns == j.outWidth && wide == j.cout;
  const gradientRow = floats(columns, wide, 1), gradientBytes = gradientRow * rows;
  const padded = j.scratch + 576, paddedGradient = padded + padBytes + 64;
  const widened = paddedGradient + padBytes + 64, free = widened + gradientBytes + 64;
  if (j.filterGradient) memory.fill(padded, 0, padBytes);
  if (!whole) memory.fill(widened, 0, gradientBytes);
  for (let n = j.first; n < j.last; n++) {
    if (j.filterGradient) padImage(j, j.x + inImage * n, padded, padRow);
    const dy = j.dy + outImage * n;
    if (!whole) widenGradient(j, dy, widened, gradientRow, wide);
    const gradient = whole ? dy : widened;
    if (j.dx) memory.fill(paddedGradient, 0, padBytes);
    if (j.winograd) backwardTiles(j, padded, padRow, gradient, gradientRow, paddedGradient, free);
    else backwardRows(j, padded, padRow, gradient, gradientRow, paddedGradient, free);
    if (j.dx) cropImage(j, paddedGradient, padRow, j.dx + inImage * n);
  }
}

/** Copies dy onto zeros that reach to whole tiles and to 8 channels. */
function widenGradient(j: Conv, dy: usize, target: usize, targetRow: usize, wide: i32): void {
  const pixel = <usize>j.cout << 2, row = pixel * j.outWidth, step = <usize>wide << 2;
  for (let r = 0; r < j.outHeight; r++) {
    if (wide == j.cout) {
      memory.copy(target + targetRow * r, dy + row * r, row);
    } else {
      for (let c = 0; c < j.outWidth; c++) memory.copy(target + targetRow * r + step * c, dy + row * r + pixel * c, pixel);
    }
  }
}

/** The inverse of padImage. */
function cropImage(j: Conv, padded: usize, padRow: usize, target: usize): void {
  const pixel = <usize>j.cin << 2, row = pixel * j.width;
  padded += padRow * j.padTop + pixel * j.padLeft;
  for (let y = 0; y < j.height; y++) memory.copy(target + row * y, padded + padRow * y, row);
}

function backwardRows(j: Conv, padded: usize, padRow: usize, gradient: usize, gradientRow: usize, paddedGradient: usize, free: usize): void {
  const step = <usize>(j.cin * j.stride) << 2;
  const wide = (j.cout + 7) & ~7, wideStep = <usize>wide << 2;
  const length = j.kernelWidth * j.cin, wideLength = (length + 7) & ~7;
  const filterRow = wideStep * length;
  for (let oy = 0; oy < j.outHeight; oy++) {
    const dy = gradient + gradientRow * oy;
    for (let ky = 0; ky < j.kernelHeight; ky++) {
      const window = padRow * (oy * j.stride + ky);
      if (j.filterGradient) {
        addTransposedProduct(padded + window, step, dy, wideStep, j.outWidth, j.filterGradient + filterRow * ky, wideStep, length, wide);
      }
      if (j.dx) {
        const panel = j.filterTransposed + (<usize>(wideLength * j.cout * ky) << 2);
        product(dy, wideStep, 1, 0, j.cout, panel, free, <usize>wideLength << 2, j.outWidth, wideLength);
        for (let ox = 0; ox < j.outWidth; ox++) addRow(free + (<usize>(wideLength * ox) << 2), length, paddedGradient + window + step * ox);
      }
    }
  }
}

function addRow(source: usize, length: i32, target: usize): void {
  for (let i = 0; i < length; i++) {
    store<f32>(target, load<f32>(target) + load<f32>(source));
    source += 4;
    target += 4;
  }
}

function backwardTiles(j: Conv, padded: usize, padRow: usize, gradient: usize, gradientRow: usize, paddedGradient: usize, free: usize): void {
  const tilesX = tilesAcross(j.outWidth), tiles = tilesX * tilesAcross(j.outHeight);
  const pixel = <usize>j.cin << 2, outPixel = <usize>j.cout << 2;
  const plane = pixel * TILES + PLANE_GAP, outPlane = outPixel * TILES + PLANE_GAP;
  const filterPlane = pixel * j.cout, temp = j.scratch;
  const planes = free, outPlanes = planes + 36 * plane;
  for (let start = 0; start < tiles; start += TILES) {
    const count = min(TILES, tiles - start);
    for (let t = 0; t < count; t++) {
      const y = 4 * ((start + t) / tilesX), x = 4 * ((start + t) % tilesX);
      transformOutputGradient(gradient + gradientRow * y + outPixel * x, gradientRow, j.cout, outPlanes + outPixel * t, outPlane, temp);
      if (j.filterGradient) transformInput(padded + padRow * y + pixel * x, padRow, j.cin, planes + pixel * t, plane, temp);
    }
    if (j.filterGradient) {
      for (let e = 0; e < 36; e++) {
        addTransposedProduct(planes + plane * e, pixel, outPlanes + outPlane * e, outPixel, count,
          j.filterGradient + filterPlane * e, outPixel, j.cin, j.cout);
      }
    }
    if (!j.dx) continue;
    for (let e = 0; e < 36; e++) {
      product(outPlanes + outPlane * e, outPixel, 1, 0, j.cout, j.filterTransposed + filterPlane * e, planes + plane * e, pixel, count, j.cin);
    }
    for (let t = 0; t < count; t++) {
      const y = 4 * ((start + t) / tilesX), x = 4 * ((start + t) % tilesX);
      addTransformedBack(planes + pixel * t, plane, j.cin, paddedGradient + padRow * y + pixel * x, padRow, temp);
    }
  }
}
