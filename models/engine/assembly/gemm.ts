/**
 * Matrix products in float32 with a register block of 4 rows x 8 columns: 8 accumulators, 2 columns of b and a
 * broadcast of a fit into 16 registers; 6 x 8 spills and is slower.
 *
 * Every element is summed in the order of k alone, whatever the number of rows: an answer does not see its batch.
 * Strides are in bytes. Right-hand sides are packed in panels of 8 columns, [N/8][K][8], padded with zeros.
 */

/** Packs b [k, n] (element strides rowStep, colStep, in elements) into panels of 8 columns. */
export function pack(b: usize, k: i32, n: i32, rowStep: i32, colStep: i32, out: usize): void {
  for (let j = 0; j < n; j += 8) {
    const width = min(8, n - j);
    for (let i = 0; i < k; i++) {
      let source = b + ((<usize>(i * rowStep + j * colStep)) << 2);
      if (width == 8 && colStep == 1) {
        v128.store(out, v128.load(source));
        v128.store(out, v128.load(source, 16), 16);
        out += 32;
        continue;
      }
      for (let c = 0; c < 8; c++) {
        store<f32>(out, c < width ? load<f32>(source) : 0);
        source += <usize>colStep << 2;
        out += 4;
      }
    }
  }
}

/**
 * c [rows, n] = a * b. A row of a is `segments` runs of `length` floats, `pitch` bytes apart: a convolution reads
 * its window straight from the padded image (one run a filter row), a plain matrix has one run.
 * n must be a multiple of 8 in c (its row stride leaves the room).
 */
export function product(
  a: usize, aStep: usize, segments: i32, pitch: usize, length: i32,
  b: usize, c: usize, cStep: usize, rows: i32, n: i32,
): void {
  const panel = <usize>(segments * length) << 5;
  for (let j = 0; j < n; j += 8) {
    let i = 0;
    let aRow = a;
    let cRow = c + (<usize>j << 2);
    for (; i + 4 <= rows; i += 4) {
      block4(aRow, aStep, segments, pitch, length, b, cRow, cStep);
      aRow += aStep << 2;
      cRow += cStep << 2;
    }
    for (; i < rows; i++) {
      block1(aRow, segments, pitch, length, b, cRow);
      aRow += aStep;
      cRow += cStep;
    }
    b += panel;
  }
}

function block4(
  a: usize, aStep: usize, segments: i32, pitch: usize, length: i32, b: usize, c: usize, cStep: usize,
): void {
  let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
  for (let s = 0; s < segments; s++) {
    let a0 = a, a1 = a + aStep, a2 = a1 + aStep, a3 = a2 + aStep;
    const end = a0 + (<usize>length << 2);
    while (a0 < end) {
      const b0 = v128.load(b), b1 = v128.load(b, 16);
      const x0 = v128.load32_splat(a0);
      s00 = f32x4.add(s00, f32x4.mul(x0, b0));
      s01 = f32x4.add(s01, f32x4.mul(x0, b1));
      const x1 = v128.load32_splat(a1);
      s10 = f32x4.add(s10, f32x4.mul(x1, b0));
      s11 = f32x4.add(s11, f32x4.mul(x1, b1));
      const x2 = v128.load32_splat(a2);
      s20 = f32x4.add(s20, f32x4.mul(x2, b0));
      s21 = f32x4.add(s21, f32x4.mul(x2, b1));
      const x3 = v128.load32_splat(a3);
      s30 = f32x4.add(s30, f32x4.mul(x3, b0));
      s31 = f32x4.add(s31, f32x4.mul(x3, b1));
      a0 += 4; a1 += 4; a2 += 4; a3 += 4;
      b += 32;
    }
    a += pitch;
  }
  v128.store(c, s00); v128.store(c, s01, 16); c += cStep;
  v128.store(c, s10); v128.store(c, s11, 16); c += cStep;
  v128.store(c, s20); v128.store(c, s21, 16); c += cStep;
  v128.store(c, s30); v128.store(c, s31, 16);
}

function block1(a: usize, segments: i32, pitch: usize, length: i32, b: usize, c: usize): void {
  let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
  for (let s = 0; s < segments; s++) {
    let p = a;
    const end = p + (<usize>length << 2);
    while (p < end) {
      const x = v128.load32_splat(p);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(b)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(b, 16)));
      p += 4;
      b += 32;
    }
    a += pitch;
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
}

/** c [m, n] += transpose(a [rows, m]) * b [rows, n]; n a multiple of 8. */
export function addTransposedProduct(
  a: usize, aStep: usize, b: usize, bStep: usize, rows: i32, c: usize, cStep: usize, m: i32, n: i32,
): void {
  for (let j = 0; j < n; j += 8) {
    let i = 0;
    const bColumn = b + (<usize>j << 2);
    let cRow = c + (<usize>j << 2);
    for (; i + 4 <= m; i += 4) {
      outer4(a + (<usize>i << 2), aStep, bColumn, bStep, rows, cRow, cStep);
      cRow += cStep << 2;
    }
    for (; i < m; i++) {
      outer1(a + (<usize>i << 2), aStep, bColumn, bStep, rows, cRow);
      cRow += cStep;
    }
  }
}

function outer4(a: usize, aStep: usize, b: usize, bStep: usize, rows: i32, c: usize, cStep: usize): void {
  const c1 = c + cStep, c2 = c1 + cStep, c3 = c2 + cStep;
  let s00 = v128.load(c), s01 = v128.load(c, 16), s10 = v128.load(c1), s11 = v128.load(c1, 16);
  let s20 = v128.load(c2), s21 = v128.load(c2, 16), s30 = v128.load(c3), s31 = v128.load(c3, 16);
  for (let t = 0; t < rows; t++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a);
    s00 = f32x4.add(s00, f32x4.mul(x0, b0));
    s01 = f32x4.add(s01, f32x4.mul(x0, b1));
    const x1 = v128.load32_splat(a, 4);
    s10 = f32x4.add(s10, f32x4.mul(x1, b0));
    s11 = f32x4.add(s11, f32x4.mul(x1, b1));
    const x2 = v128.load32_splat(a, 8);
    s20 = f32x4.add(s20, f32x4.mul(x2, b0));
    s21 = f32x4.add(s21, f32x4.mul(x2, b1));
    const x3 = v128.load32_splat(a, 12);
    s30 = f32x4.add(s30, f32x4.mul(x3, b0));
    s31 = f32x4.add(s31, f32x4.mul(x3, b1));
    a += aStep;
    b += bStep;
  }
  v128.store(c, s00); v128.store(c, s01, 16); v128.store(c1, s10); v128.store(c1, s11, 16);
  v128.store(c2, s20); v128.store(c2, s21, 16); v128.store(c3, s30); v128.store(c3, s31, 16);
}

function outer1(a: usize, aStep: usize, b: usize, bStep: usize, rows: i32, c: usize): void {
  let s0 = v128.load(c), s1 = v128.load(c, 16);
  for (let t = 0; t < rows; t++) {
    const x = v128.load32_splat(a);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(b, 16)));
    a += aStep;
    b += bStep;
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
}

/** a [count] += b [count]. */
export function addTo(a: usize, b: usize, count: i32): void {
  const end = a + (<usize>count << 2);
  for (; a + 16 <= end; a += 16) {
    v128.store(a, f32x4.add(v128.load(a), v128.load(b)));
    b += 16;
  }
  for (; a < end; a += 4) {
    store<f32>(a, load<f32>(a) + load<f32>(b));
    b += 4;
  }
}

/** out [columns, rows] = transpose(a [rows, columns]), rows of a `step` floats apart; 8 rows at a time stay in the cache. */
export function transpose(a: usize, step: i32, rows: i32, columns: i32, out: usize): void {
  for (let r = 0; r < rows; r += 8) {
    const lastRow = min(r + 8, rows);
    for (let c = 0; c < columns; c++) {
      for (let i = r; i < lastRow; i++) {
        store<f32>(out + (<usize>(c * rows + i) << 2), load<f32>(a + (<usize>(i * step + c) << 2)));
      }
    }
  }
}
