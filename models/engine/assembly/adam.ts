/**
 * One Adam step (Kingma and Ba 2015) on `count` floats: the next value, m and v from the gradient and the current ones.
 * rate = learning rate / (1 - beta1^t); correction = 1 / (1 - beta2^t).
 */
export function adamStep(
  count: i32, value: usize, gradient: usize, m: usize, v: usize, nextValue: usize, nextM: usize, nextV: usize,
  beta1: f32, beta2: f32, rate: f32, correction: f32, epsilon: f32,
): void {
  const bytes = <usize>count << 2;
  const b1 = f32x4.splat(beta1), c1 = f32x4.splat(1 - beta1), b2 = f32x4.splat(beta2), c2 = f32x4.splat(1 - beta2);
  const r = f32x4.splat(rate), k = f32x4.splat(correction), e = f32x4.splat(epsilon);
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    const g = v128.load(gradient + i);
    const first = f32x4.add(f32x4.mul(b1, v128.load(m + i)), f32x4.mul(c1, g));
    const second = f32x4.add(f32x4.mul(b2, v128.load(v + i)), f32x4.mul(c2, f32x4.mul(g, g)));
    const step = f32x4.div(f32x4.mul(r, first), f32x4.add(f32x4.sqrt(f32x4.mul(second, k)), e));
    v128.store(nextM + i, first);
    v128.store(nextV + i, second);
    v128.store(nextValue + i, f32x4.sub(v128.load(value + i), step));
  }
  for (; i < bytes; i += 4) {
    const g = load<f32>(gradient + i);
    const first = beta1 * load<f32>(m + i) + (1 - beta1) * g;
    const second = beta2 * load<f32>(v + i) + (1 - beta2) * (g * g);
    store<f32>(nextM + i, first);
    store<f32>(nextV + i, second);
    store<f32>(nextValue + i, load<f32>(value + i) - (rate * first) / (sqrt<f32>(second * correction) + epsilon));
  }
}
