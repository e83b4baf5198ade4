import type { QuantisedLayer, QuantisedPool, QuantisedStudent, RescaledLayer } from './quantise.ts';
import type { FixedPoint } from './rescale.ts';

/**
 * The quantised student as one C99 header: weights, layer shapes and `looptwin_student`, which runs it in integers.
 * It needs no library; the arithmetic is that of `test/oracles/integer-inference.ts`, bit for bit.
 */
export function cHeader(q: QuantisedStudent, modelId: string): string {
  const heads = Object.entries(q.head) as [string, QuantisedLayer][];
  const side = q.imagePx;
  return [
    `/* looptwin student ${modelId}: ${side} x ${side} RGB in, int32 accumulators of ${heads.map(([name]) => name).join(', ')} out.`,
    "   A head's accumulators times its *_SCALE are logits (quality: standardised; times SD plus MEAN is 0..1). */",
    '#ifndef LOOPTWIN_STUDENT_H',
    '#define LOOPTWIN_STUDENT_H',
    '#include <stdint.h>',
    '',
    `#define LT_SIDE ${side}`,
    `#define LT_LABELS ${q.labels.length}`,
    `static const char *const lt_labels[LT_LABELS] = { ${q.labels.map((label) => `"${label}"`).join(', ')} };`,
    `#define LT_QUALITY_MEAN ${q.normaliser.qualityMean}f`,
    `#define LT_QUALITY_SD ${q.normaliser.qualitySd}f`,
    ...layer('conv1', q.conv1),
    ...layer('conv2', q.conv2),
    ...layer('features', q.features),
    ...pool(q.pool),
    ...heads.flatMap(([name, values]) => head(name, values)),
    ARITHMETIC,
    student(heads.map(([name]) => name)),
    '#endif',
    '',
  ].join('\n');
}

function layer(name: string, { weights, bias, rescale, inputs, outputs, kernel }: RescaledLayer): string[] {
  return [
    '',
    `/* ${name}: [${outputs}][${kernel}][${kernel}][${inputs}] */`,
    numbers('int8_t', `lt_${name}_weights`, weights),
    numbers('int32_t', `lt_${name}_bias`, bias),
    ...fixedPoints(name, rescale),
    `#define LT_${name.toUpperCase()}_IN ${inputs}`,
    `#define LT_${name.toUpperCase()}_OUT ${outputs}`,
  ];
}

function pool({ offset, rescale }: QuantisedPool): string[] {
  return [
    '',
    '/* pool: one range a channel */',
    numbers('int32_t', 'lt_pool_offset', offset),
    ...fixedPoints('pool', rescale),
  ];
}

function fixedPoints(name: string, factors: readonly FixedPoint[]): string[] {
  const multipliers = factors.map(({ multiplier }) => multiplier);
  const shifts = factors.map(({ shift }) => shift);
  return [
    numbers('int32_t', `lt_${name}_multiplier`, multipliers),
    numbers('uint8_t', `lt_${name}_shift`, shifts),
  ];
}

function head(
  name: string,
  { weights, bias, inputs, outputs, inputScale, weightScale }: QuantisedLayer,
): string[] {
  const upper = name.toUpperCase();
  return [
    '',
    `/* ${name} head: [${outputs}][${inputs}] */`,
    numbers('int8_t', `lt_${name}_weights`, weights),
    numbers('int32_t', `lt_${name}_bias`, bias),
    `#define LT_${upper}_OUT ${outputs}`,
    `#define LT_${upper}_SCALE ${inputScale * weightScale[0]!}f`,
  ];
}

function numbers(type: string, name: string, values: ArrayLike<number>): string {
  const lines: string[] = [];
  for (let i = 0; i < values.length; i += 24) {
    lines.push(
      `  ${Array.from({ length: Math.min(24, values.length - i) }, (_, j) => values[i + j]).join(',')}`,
    );
  }
  return `static const ${type} ${name}[${values.length}] = {\n${lines.join(',\n')}\n};`;
}

const ARITHMETIC = `
/* round(acc * multiplier / 2^shift), halves up; right shift of a negative number must be arithmetic (it is on every known target). */
static int32_t lt_rescale(int32_t acc, int32_t multiplier, int shift) {
  return (int32_t)(((int64_t)acc * multiplier + ((int64_t)1 << (shift - 1))) >> shift);
}
static int8_t lt_clamp(int32_t v) { return (int8_t)(v < -128 ? -128 : v > 127 ? 127 : v); }

/* 3 x 3 'same'; in and out are [side][side][channels]; zero is the value of in that means 0. */
static void lt_conv(const int8_t *in, int side, int stride, int zero, int inputs, int outputs, const int8_t *w,
                    const int32_t *bias, const int32_t *multiplier, const uint8_t *shift, int8_t *out) {
  int before = stride == 1 ? 1 : 0, out_side = side / stride;
  for (int y = 0; y < out_side; y++) for (int x = 0; x < out_side; x++) for (int o = 0; o < outputs; o++) {
    int32_t acc = bias[o];
    for (int ky = 0; ky < 3; ky++) for (int kx = 0; kx < 3; kx++) {
      int row = y * stride + ky - before, column = x * stride + kx - before;
      if (row < 0 || row >= side || column < 0 || column >= side) continue;
      const int8_t *a = in + (row * side + column) * inputs, *b = w + ((o * 3 + ky) * 3 + kx) * inputs;
      for (int i = 0; i < inputs; i++) acc += (a[i] - zero) * b[i];
    }
    out[(y * out_side + x) * outputs + o] = lt_clamp(lt_rescale(acc, multiplier[o], shift[o]) - 128);
  }
}
static void lt_dense(const int8_t *in, int inputs, int outputs, const int8_t *w, const int32_t *bias, int32_t *out) {
  for (int o = 0; o < outputs; o++) {
    int32_t acc = bias[o];
    for (int i = 0; i < inputs; i++) acc += (in[i] + 128) * w[o * inputs + i];
    out[o] = acc;
  }
}`;

function student(heads: readonly string[]): string {
  const results = heads.map((name) => `int32_t *${name}`).join(', ');
  const calls = heads
    .map(
      (name) =>
        `  lt_dense(active, LT_FEATURES_OUT, LT_${name.toUpperCase()}_OUT, lt_${name}_weights, lt_${name}_bias, ${name});`,
    )
    .join('\n');
  return `
/* rgb [LT_SIDE][LT_SIDE][3]; the other pointers receive the accumulators of the heads. Not re-entrant (static buffers). */
static void looptwin_student(const uint8_t *rgb, ${results}) {
  static int8_t image[LT_SIDE * LT_SIDE * 3];
  static int8_t one[LT_SIDE * LT_SIDE / 4 * LT_CONV1_OUT], two[LT_SIDE * LT_SIDE / 4 * LT_CONV2_OUT];
  int8_t pooled[LT_CONV2_OUT], active[LT_FEATURES_OUT];
  int32_t sums[LT_FEATURES_OUT];
  for (int i = 0; i < LT_SIDE * LT_SIDE * 3; i++) image[i] = (int8_t)(rgb[i] - 128);
  lt_conv(image, LT_SIDE, 2, 0, 3, LT_CONV1_OUT, lt_conv1_weights, lt_conv1_bias, lt_conv1_multiplier, lt_conv1_shift, one);
  lt_conv(one, LT_SIDE / 2, 1, -128, LT_CONV2_IN, LT_CONV2_OUT, lt_conv2_weights, lt_conv2_bias, lt_conv2_multiplier, lt_conv2_shift, two);
  for (int c = 0; c < LT_CONV2_OUT; c++) {
    int32_t acc = 0;
    for (int p = 0; p < LT_SIDE * LT_SIDE / 4; p++) acc += two[p * LT_CONV2_OUT + c] + 128;
    pooled[c] = lt_clamp(lt_rescale(acc - lt_pool_offset[c], lt_pool_multiplier[c], lt_pool_shift[c]) - 128);
  }
  lt_dense(pooled, LT_FEATURES_IN, LT_FEATURES_OUT, lt_features_weights, lt_features_bias, sums);
  for (int o = 0; o < LT_FEATURES_OUT; o++)
    active[o] = lt_clamp(lt_rescale(sums[o], lt_features_multiplier[o], lt_features_shift[o]) - 128);
${calls}
}
`;
}
