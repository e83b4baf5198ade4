import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';
import { toldAnswers, toldParameters } from '../../../models/nets/heads.ts';
import { INFERENCE } from '../../../models/nets/layers.ts';
import { ALL_HEADS } from '../../../models/nets/model.ts';
import { inputStatistics } from '../../../models/nets/statistics.ts';
import { teacherForward, teacherParameters } from '../../../models/nets/teacher.ts';
import { initialWeights, mount, type ParameterSpec, type Weights } from '../../../models/nets/weights.ts';
import { STATES, statisticsOf } from '../../../models/nets/widths.ts';
import { standardInputs } from '../standard-inputs.ts';

beforeAll(async () => {
  await openBackend();
}, 60_000);

const weight = (shape: number[], values: number[]) => ({ shape, values: Float32Array.from(values) });
const zeros = (size: number) => new Array<number>(size).fill(0);

/** Two features, two materials: the first feature names the material, and the state is read off the second. */
const heads: Weights = {
  'material/weights': weight([2, 2], [20, 0, 0, 0]),
  'material/bias': weight([2], [-10, 0]),
  'state/weights': weight([2, STATES], [...zeros(STATES), ...Array.from({ length: STATES }, (_, s) => s)]),
  'state/bias': weight([STATES], zeros(STATES)),
};
const gates = { 'state/told-features': weight([2, 2], [0, -1, 0, 1]) };
const states = {
  'state/told-states': weight([2, STATES], [...zeros(STATES), 5, ...zeros(STATES - 1)]),
};

/** State logits of an item of the first material (1) or the second (0), and of how it looks. */
function stateOf(weights: Weights, first: number, look: number): number[] {
  const variables = mount(weights);
  const logits = tf.tidy(() => [
    ...toldAnswers(variables, tf.tensor2d([[first, look]]), null).state!.dataSync(),
  ]);
  for (const variable of Object.values(variables)) variable.dispose();
  return logits;
}

describe('the state head of a teacher', () => {
  it('reads the same look in another way on another material', () => {
    const told = { ...heads, ...gates, ...states };
    expect(stateOf(told, 1, 1)[9]).toBeCloseTo(0, 2);
    expect(stateOf(told, 0, 1)[9]).toBeCloseTo(18, 2);
    expect(stateOf(told, 0, 0)[0]).toBeCloseTo(5, 2);
    expect(stateOf(told, 1, 0)[0]).toBeCloseTo(0, 2);
  });

  it('starts as if no material were known, and is there where both heads are', () => {
    const specs = toldParameters(['material', 'state'], 2, 2);
    expect(specs.map(({ start }) => start)).toEqual(['zeros', 'zeros']);
    const fresh = specs.map(({ name, shape }) => [name, weight([...shape], zeros(shape[0]! * shape[1]!))]);
    expect(stateOf({ ...heads, ...Object.fromEntries(fresh) }, 1, 1)).toEqual(stateOf(heads, 1, 1));
    expect(toldParameters(['state'], 2, 2)).toEqual([]);
  });

  it('does not teach the material head', () => {
    const variables = mount({ ...heads, ...gates, ...states }, () => true);
    const { grads } = tf.variableGrads(() => {
      const { state } = toldAnswers(variables, tf.tensor2d([[0.5, 1]]), null);
      return tf.sum(tf.square(state!)) as tf.Scalar;
    }, Object.values(variables));
    const names = Object.entries(variables).map(([name, { name: id }]) => [name, grads[id]] as const);
    const taught = names.filter(([, grad]) => grad?.dataSync().some((slope) => slope !== 0));
    expect(taught.map(([name]) => name).sort()).toEqual([
      ...['state/bias', 'state/told-features', 'state/told-states', 'state/weights'],
    ]);
    for (const variable of Object.values(variables)) variable.dispose();
  });
});

describe('statistics of an input', () => {
  const side = 8;
  const frame = (of: (x: number, y: number) => readonly number[]) =>
    tf.tensor4d(Array.from({ length: side * side }, (_, p) => of(p % side, Math.floor(p / side))).flat(), [
      1,
      side,
      side,
      of(0, 0).length,
    ]);
  const ask = (x: tf.Tensor4D, kind: 'picture' | 'film') => [...inputStatistics(x, kind).dataSync()];

  it('are as many as are counted', () => {
    expect(
      ask(
        frame(() => [0, 0, 0]),
        'picture',
      ),
    ).toHaveLength(statisticsOf(3));
    expect(
      ask(
        frame(() => zeros(5)),
        'film',
      ),
    ).toHaveLength(statisticsOf(5));
  });

  it('of a plain grey one: its lightness, no colour, no spread, no texture', () => {
    const found = ask(
      frame(() => [0.5, 0.5, 0.5]),
      'picture',
    );
    expect(found[0]).toBeCloseTo(0.5, 6);
    for (const i of [1, 2, 6, 7, 8, 9, 10, 11]) expect(found[i], `${i}`).toBeCloseTo(0, 6);
    for (const i of [24, 25, 26, 27, 28, 29]) expect(found[i], `${i}`).toBeCloseTo(Math.log(1e-3), 4);
  });

  it('tell yellow from blue, the middle from the frame, and stripes by their direction', () => {
    const inside = (v: number) => v >= 2 && v < 6;
    const patch = ask(
      frame((x, y) => (inside(x) && inside(y) ? [1, 1, 0] : [0, 0, 0])),
      'picture',
    );
    expect(patch[2]).toBeCloseTo(0.25, 5);
    expect(patch[14]).toBeCloseTo(1, 5);
    const stripes = ask(
      frame((x) => [x % 2]),
      'film',
    );
    const texture = stripes.slice(8);
    expect(texture[0]).toBeCloseTo(Math.log(1 + 1e-3), 4);
    expect(texture[1]).toBeCloseTo(Math.log(1e-3), 4);
    expect(texture[2]).toBeCloseTo(Math.log(1e-3), 4);
  });
});

describe('a teacher', () => {
  const senses = ['visual', 'spectral'];
  const inputs = standardInputs(16, 8);
  const ask = (specs: readonly ParameterSpec[], light: number, seen: number) => {
    const variables = mount(initialWeights(specs, 1));
    const x = tf.fill([1, 16, 16, 3], light);
    const shown = [
      { sense: 'visual', kind: 'picture', x, seen: tf.tensor2d([[seen]]) },
      { sense: 'spectral', kind: 'vector', x: tf.ones([1, 16]), seen: null },
    ] as const;
    const { state, material } = tf.tidy(() => teacherForward(variables, shown, INFERENCE));
    const answered = [state!, material!].map((tensor) => [...tensor.dataSync()]);
    for (const variable of Object.values(variables)) variable.dispose();
    return answered;
  };

  it('of which nothing was known beside the fusion still answers', () => {
    const now = teacherParameters(senses, inputs, 2, ALL_HEADS);
    const old = now
      .filter(({ name }) => !/told-|condition|statistics/.test(name))
      .map((spec) => ({ ...spec, shape: spec.shape.map((n) => (n === 576 ? 512 : n)) }));
    const [state, material] = ask(old, 1, 1);
    expect(state!.every(Number.isFinite)).toBe(true);
    expect(material).toEqual(ask(now, 1, 1)[1]);
  });

  it('says nothing of a picture that is hidden', () => {
    const now = teacherParameters(senses, inputs, 2, ALL_HEADS);
    expect(ask(now, 1, 0)).toEqual(ask(now, 0.2, 0));
    expect(ask(now, 1, 1)).not.toEqual(ask(now, 0.2, 1));
  });
});
