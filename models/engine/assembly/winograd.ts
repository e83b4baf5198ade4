/**
 * Winograd's minimal filtering F(4x4, 3x3) (Lavin and Gray 2016, arXiv 1509.09308): a tile of 4 x 4 outputs costs
 * 36 products a channel pair where the direct sum takes 144.
 *
 *   forward          Y  = At [ (G g Gt) . (Bt d B) ] A
 *   filter gradient  dg = Gt [ (A dY At) . (Bt d B) ] G
 *   input gradient   dd = B  [ (G g Gt) . (A dY At) ] Bt, tiles overlapping by 2 are added
 *
 * so the gradients are the exact adjoints of the forward pass and share its pieces. Four channels go through a
 * transform at once. A transformed tile element e in 0..35 of tile t lies at base + e * plane + t * channels * 4.
 */

/** Bt: 6 -> 6. Reads 6 vectors `from` apart, writes 6 vectors `to` apart (bytes). */
@inline
function inputPass(source: usize, from: usize, target: usize, to: usize): void {
  const d0 = v128.load(source), d1 = v128.load(source + from), d2 = v128.load(source + 2 * from);
  const d3 = v128.load(source + 3 * from), d4 = v128.load(source + 4 * from), d5 = v128.load(source + 5 * from);
  const two = f32x4.splat(2), four = f32x4.splat(4), five = f32x4.splat(5);
  const even = f32x4.sub(d4, f32x4.mul(four, d2)), odd = f32x4.sub(d3, f32x4.mul(four, d1));
  const even2 = f32x4.sub(d4, d2), odd2 = f32x4.mul(two, f32x4.sub(d3, d1));
  v128.store(target, f32x4.add(f32x4.sub(f32x4.mul(four, d0), f32x4.mul(five, d2)), d4));
  v128.store(target + to, f32x4.add(even, odd));
  v128.store(target + 2 * to, f32x4.sub(even, odd));
  v128.store(target + 3 * to, f32x4.add(even2, odd2));
  v128.store(target + 4 * to, f32x4.sub(even2, odd2));
  v128.store(target + 5 * to, f32x4.add(f32x4.sub(f32x4.mul(four, d1), f32x4.mul(five, d3)), d5));
}

/** B: 6 -> 6, the adjoint of inputPass; `add` sums into the target. */
@inline
function inputAdjointPass(source: usize, from: usize, target: usize, to: usize, add: bool): void {
  const p0 = v128.load(source), p1 = v128.load(source + from), p2 = v128.load(source + 2 * from);
  const p3 = v128.load(source + 3 * from), p4 = v128.load(source + 4 * from), p5 = v128.load(source + 5 * from);
  const two = f32x4.splat(2), four = f32x4.splat(4), five = f32x4.splat(5);
  const sum = f32x4.add(p1, p2), dif = f32x4.sub(p1, p2), sum2 = f32x4.add(p3, p4), dif2 = f32x4.mul(two, f32x4.sub(p3, p4));
  put(target, f32x4.mul(four, p0), add);
  put(target + to, f32x4.sub(f32x4.mul(four, f32x4.sub(p5, dif)), dif2), add);
  put(target + 2 * to, f32x4.neg(f32x4.add(f32x4.add(f32x4.mul(five, p0), f32x4.mul(four, sum)), sum2)), add);
  put(target + 3 * to, f32x4.sub(f32x4.add(dif, dif2), f32x4.mul(five, p5)), add);
  put(target + 4 * to, f32x4.add(p0, f32x4.add(sum, sum2)), add);
  put(target + 5 * to, p5, add);
}

@inline
function put(target: usize, value: v128, add: bool): void {
  v128.store(target, add ? f32x4.add(v128.load(target), value) : value);
}

/** At: 6 -> 4. */
@inline
function outputPass(source: usize, from: usize, target: usize, to: usize): void {
  const m0 = v128.load(source), m1 = v128.load(source + from), m2 = v128.load(source + 2 * from);
  const m3 = v128.load(source + 3 * from), m4 = v128.load(source + 4 * from), m5 = v128.load(source + 5 * from);
  const sum = f32x4.add(m1, m2), dif = f32x4.sub(m1, m2), sum2 = f32x4.add(m3, m4), dif2 = f32x4.sub(m3, m4);
  v128.store(target, f32x4.add(m0, f32x4.add(sum, sum2)));
  v128.store(target + to, f32x4.add(dif, f32x4.mul(f32x4.splat(2), dif2)));
  v128.store(target + 2 * to, f32x4.add(sum, f32x4.mul(f32x4.splat(4), sum2)));
  v128.store(target + 3 * to, f32x4.add(f32x4.add(dif, f32x4.mul(f32x4.splat(8), dif2)), m5));
}

/** A: 4 -> 6, the adjoint of outputPass. */
@inline
function outputAdjointPass(source: usize, from: usize, target: usize, to: usize): void {
  const y0 = v128.load(source), y1 = v128.load(source + from), y2 = v128.load(source + 2 * from), y3 = v128.load(source + 3 * from);
  const two = f32x4.splat(2), four = f32x4.splat(4);
  const even = f32x4.add(y0, y2), odd = f32x4.add(y1, y3);
  const even2 = f32x4.add(y0, f32x4.mul(four, y2)), odd2 = f32x4.mul(two, f32x4.add(y1, f32x4.mul(four, y3)));
  v128.store(target, y0);
  v128.store(target + to, f32x4.add(even, odd));
  v128.store(target + 2 * to, f32x4.sub(even, odd));
  v128.store(target + 3 * to, f32x4.add(even2, odd2));
  v128.store(target + 4 * to, f32x4.sub(even2, odd2));
  v128.store(target + 5 * to, y3);
}

/** G: 3 -> 6. */
@inline
function filterPass(source: usize, from: usize, target: usize, to: usize): void {
  const g0 = v128.load(source), g1 = v128.load(source + from), g2 = v128.load(source + 2 * from);
  const sixth = f32x4.splat(-1 / 6.0), even = f32x4.add(g0, g2);
  const far = f32x4.mul(f32x4.splat(1 / 24.0), f32x4.add(g0, f32x4.mul(f32x4.splat(4), g2)));
  const slope = f32x4.mul(f32x4.splat(1 / 12.0), g1);
  v128.store(target, f32x4.mul(f32x4.splat(0.25), g0));
  v128.store(target + to, f32x4.mul(sixth, f32x4.add(even, g1)));
  v128.store(target + 2 * to, f32x4.mul(sixth, f32x4.sub(even, g1)));
  v128.store(target + 3 * to, f32x4.add(far, slope));
  v128.store(target + 4 * to, f32x4.sub(far, slope));
  v128.store(target + 5 * to, g2);
}

/** Gt: 6 -> 3, the adjoint of filterPass. */
@inline
function filterAdjointPass(source: usize, from: usize, target: usize, to: usize): void {
  const u0 = v128.load(source), u1 = v128.load(source + from), u2 = v128.load(source + 2 * from);
  const u3 = v128.load(source + 3 * from), u4 = v128.load(source + 4 * from), u5 = v128.load(source + 5 * from);
  const near = f32x4.mul(f32x4.splat(1 / 6.0), f32x4.add(u1, u2)), far = f32x4.add(u3, u4);
  v128.store(target, f32x4.add(f32x4.sub(f32x4.mul(f32x4.splat(0.25), u0), near), f32x4.mul(f32x4.splat(1 / 24.0), far)));
  v128.store(target + to, f32x4.add(
    f32x4.mul(f32x4.splat(1 / 6.0), f32x4.sub(u2, u1)), f32x4.mul(f32x4.splat(1 / 12.0), f32x4.sub(u3, u4))));
  v128.store(target + 2 * to, f32x4.add(f32x4.sub(f32x4.mul(f32x4.splat(1 / 6.0), far), near), u5));
}

/** Bt d B of one 6 x 6 window of a padded image, all channels. `temp` holds 36 vectors. */
export function transformInput(window: usize, rowBytes: usize, channels: i32, out: usize, plane: usize, temp: usize): void {
  const pixel = <usize>channels << 2;
  for (let c: usize = 0; c < pixel; c += 16) {
    for (let x: usize = 0; x < 6; x++) inputPass(window + c + x * pixel, rowBytes, temp + (x << 4), 96);
    for (let y: usize = 0; y < 6; y++) inputPass(temp + y * 96, 16, out + c + y * 6 * plane, plane);
  }
}

/** Adds B p Bt of one tile onto its 6 x 6 window of a padded image. */
export function addTransformedBack(tile: usize, plane: usize, channels: i32, window: usize, rowBytes: usize, temp: usize): void {
  const pixel = <usize>channels << 2;
  for (let c: usize = 0; c < pixel; c += 16) {
    for (let x: usize = 0; x < 6; x++) inputAdjointPass(tile + c + x * plane, 6 * plane, temp + (x << 4), 96, false);
    for (let y: usize = 0; y < 6; y++) inputAdjointPass(temp + y * 96, 16, window + c + y * rowBytes, pixel, true);
  }
}

/** At m A of one tile onto 4 x 4 pixels of an image. */
export function transformOutput(tile: usize, plane: usize, channels: i32, window: usize, rowBytes: usize, temp: usize): void {
  const pixel = <usize>channels << 2;
  for (let c: usize = 0; c < pixel; c += 16) {
    for (let x: usize = 0; x < 6; x++) outputPass(tile + c + x * plane, 6 * plane, temp + (x << 4), 96);
    for (let y: usize = 0; y < 4; y++) outputPass(temp + y * 96, 16, window + c + y * rowBytes, pixel);
  }
}

/** A dY At of 4 x 4 pixels of an image. */
export function transformOutputGradient(window: usize, rowBytes: usize, channels: i32, out: usize, plane: usize, temp: usize): void {
  const pixel = <usize>channels << 2;
  for (let c: usize = 0; c < pixel; c += 16) {
    for (let x: usize = 0; x < 4; x++) outputAdjointPass(window + c + x * pixel, rowBytes, temp + (x << 4), 64);
    for (let y: usize = 0; y < 6; y++) outputAdjointPass(temp + y * 64, 16, out + c + y * 6 * plane, plane);
  }
}

/** G g Gt of a filter [3,3,cin,cout] as 36 right-hand sides packed by 8: [36][cout/8][cin][8]. */
export function transformFilter(filter: usize, cin: i32, cout: i32, out: usize, temp: usize): void {
  const tap = <usize>(cin * cout) << 2;
  for (let i = 0; i < cin; i++) {
    for (let o = 0; o < cout; o += 4) {
      const source = filter + (<usize>(i * cout + o) << 2);
      const target = out + ((<usize>((o >> 3) * cin + i) << 5) + (<usize>(o & 4) << 2));
      for (let x: usize = 0; x < 3; x++) filterPass(source + x * tap, 3 * tap, temp + (x << 4), 48);
      for (let y: usize = 0; y < 6; y++) filterPass(temp + y * 48, 16, target + y * 6 * tap, tap);
    }
  }
}

/** The same 36 right-hand sides transposed, for the input gradient: [36][cin/8][cout][8]. */
export function transposeFilter(transformed: usize, cin: i32, cout: i32, out: usize): void {
  for (let e = 0; e < 36; e++) {
    for (let i = 0; i < cin; i += 8) {
      for (let o = 0; o < cout; o++) {
        let source = transformed + ((<usize>((o >> 3) * cin + i) << 5) + (<usize>(o & 7) << 2));
        for (let c = 0; c < 8; c++) {
          store<f32>(out, load<f32>(source));
          source += 32;
          out += 4;
        }
      }
    }
    transformed += <usize>(cin * cout) << 2;
  }
}

/** Gt u G: the filter gradient [3,3,cin,cout] from its 36 planes [36][cin][cout]. */
export function transformFilterBack(planes: usize, cin: i32, cout: i32, filter: usize, temp: usize): void {
  const plane = <usize>(cin * cout) << 2;
  for (let c: usize = 0; c < plane; c += 16) {
    for (let x: usize = 0; x < 6; x++) filterAdjointPass(planes + c + x * plane, 6 * plane, temp + (x << 4), 96);
    for (let y: usize = 0; y < 3; y++) filterAdjointPass(temp + y * 96, 16, filter + c + y * 3 * plane, plane);
  }
}
