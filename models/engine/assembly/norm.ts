/**
 * Batch normalisation + ReLU6 over rows of C channels (C a multiple of 8), forward and backward in one pass each.
 * Sums over pixels are taken in float32 over runs of 16 pixels and then in float64, always in pixel order.
 */

const RUN = 16;

/** sums [2C] float64 += (sum of x, sum of x * x) over `pixels` rows of x. */
export function addMoments(x: usize, pixels: i32, channels: i32, sums: usize): void {
  const row = <usize>channels << 2;
  for (let start = 0; start < pixels; start += RUN) {
    const count = min(RUN, pixels - start);
    for (let c: usize = 0; c < row; c += 32) {
      let p = x + c;
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0), q0 = f32x4.splat(0), q1 = f32x4.splat(0);
      for (let i = 0; i < count; i++) {
        const x0 = v128.load(p), x1 = v128.load(p, 16);
        s0 = f32x4.add(s0, x0);
        s1 = f32x4.add(s1, x1);
        q0 = f32x4.add(q0, f32x4.mul(x0, x0));
        q1 = f32x4.add(q1, f32x4.mul(x1, x1));
        p += row;
      }
      flush(sums + 2 * c, s0, s1);
      flush(sums + 2 * row + 2 * c, q0, q1);
    }
    x += row * RUN;
  }
}

@inline
function flush(sums: usize, low: v128, high: v128): void {
  addDoubles(sums, low);
  addDoubles(sums + 32, high);
}

/** sums [4] float64 += four float32. */
@inline
function addDoubles(sums: usize, x: v128): void {
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.promote_low_f32x4(x)));
  const upper = i8x16.shuffle(x, x, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  v128.store(sums, f64x2.add(v128.load(sums, 16), f64x2.promote_low_f32x4(upper)), 16);
}

/** y = min(max(x * scale + shift, 0), 6); shift [C] follows scale [C] in memory. */
export function normRelu6(x: usize, pixels: i32, channels: i32, scale: usize, y: usize): void {
  const row = <usize>channels << 2;
  const shift = scale + row;
  const end = x + row * pixels;
  const zero = f32x4.splat(0), six = f32x4.splat(6);
  while (x < end) {
    for (let c: usize = 0; c < row; c += 16) {
      const z = f32x4.add(f32x4.mul(v128.load(x + c), v128.load(scale + c)), v128.load(shift + c));
      v128.store(y + c, f32x4.min(f32x4.max(z, zero), six));
    }
    x += row;
    y += row;
  }
}

/** dy where 0 < z <= 6, else 0: the gradient that passes the ReLU6. */
@inline
function passed(dy: v128, x: v128, scale: v128, shift: v128): v128 {
  const z = f32x4.add(f32x4.mul(x, scale), shift);
  return v128.and(dy, v128.and(f32x4.gt(z, f32x4.splat(0)), f32x4.le(z, f32x4.splat(6))));
}

/** sums [2C] float64 += (sum of g, sum of g * (x - mean)), g being dy passed through the ReLU6; factors as below. */
export function addGradientSums(
  dy: usize, x: usize, pixels: i32, channels: i32, factors: usize, sums: usize,
): void {
  const row = <usize>channels << 2;
  const scale = factors, shift = scale + row, mean = shift + row;
  for (let start = 0; start < pixels; start += RUN) {
    const count = min(RUN, pixels - start);
    for (let c: usize = 0; c < row; c += 32) {
      let p = x + c, d = dy + c;
      const k0 = v128.load(scale + c), k1 = v128.load(scale + c, 16);
      const b0 = v128.load(shift + c), b1 = v128.load(shift + c, 16);
      const m0 = v128.load(mean + c), m1 = v128.load(mean + c, 16);
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0), q0 = f32x4.splat(0), q1 = f32x4.splat(0);
      for (let i = 0; i < count; i++) {
        const x0 = v128.load(p), x1 = v128.load(p, 16);
        const g0 = passed(v128.load(d), x0, k0, b0), g1 = passed(v128.load(d, 16), x1, k1, b1);
        s0 = f32x4.add(s0, g0);
        s1 = f32x4.add(s1, g1);
        q0 = f32x4.add(q0, f32x4.mul(g0, f32x4.sub(x0, m0)));
        q1 = f32x4.add(q1, f32x4.mul(g1, f32x4.sub(x1, m1)));
        p += row;
        d += row;
      }
      flush(sums + 2 * c, s0, s1);
      flush(sums + 2 * row + 2 * c, q0, q1);
    }
    x += row * RUN;
    dy += row * RUN;
  }
}

/** d(loss)/d(x) = k1 * g + k2 * (x - mean) + k3; `factors` = [scale, shift, mean, k1, k2, k3] of C floats each. */
export function normGradient(dy: usize, x: usize, pixels: i32, channels: i32, factors: usize, out: usize): void {
  const row = <usize>channels << 2;
  const shift = factors + row, mean = shift + row, k1 = mean + row, k2 = k1 + row, k3 = k2 + row;
  const end = x + row * pixels;
  while (x < end) {
    for (let c: usize = 0; c < row; c += 16) {
      const v = v128.load(x + c);
      const g = passed(v128.load(dy + c), v, v128.load(factors + c), v128.load(shift + c));
      const centred = f32x4.sub(v, v128.load(mean + c));
      const sum = f32x4.add(f32x4.mul(v128.load(k1 + c), g), f32x4.mul(v128.load(k2 + c), centred));
      v128.store(out + c, f32x4.add(sum, v128.load(k3 + c)));
    }
    x += row;
    dy += row;
    out += row;
  }
}

/** [images, pixels, C] -> [images, C], the mean over pixels. */
export function averagePool(x: usize, images: i32, pixels: i32, channels: i32, y: usize): void {
  const row = <usize>channels << 2;
  const share = f32x4.splat(<f32>(1.0 / <f64>pixels));
  for (let n = 0; n < images; n++) {
    for (let c: usize = 0; c < row; c += 16) {
      let sum = f32x4.splat(0);
      let p = x + c;
      for (let i = 0; i < pixels; i++) {
        sum = f32x4.add(sum, v128.load(p));
        p += row;
      }
      v128.store(y + c, f32x4.mul(sum, share));
    }
    x += row * pixels;
    y += row;
  }
}

/** The adjoint of averagePool. */
export function averagePoolGradient(dy: usize, images: i32, pixels: i32, channels: i32, dx: usize): void {
  const row = <usize>channels << 2;
  const share = f32x4.splat(<f32>(1.0 / <f64>pixels));
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < pixels; i++) {
      for (let c: usize = 0; c < row; c += 16) v128.store(dx + c, f32x4.mul(v128.load(dy + c), share));
      dx += row;
    }
    dy += row;
  }
}
