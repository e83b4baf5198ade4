import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';
import { toldAnswers, toldParameters } from '../../../models/nets/heads.ts';
import { mount, type Weights } from '../../../models/nets/weights.ts';
import { STATES } from '../../../models/nets/widths.ts';

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
  const logits = tf.tidy(() => [...toldAnswers(variables, tf.tensor2d([[first, look]])).state!.dataSync()]);
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
      const { state } = toldAnswers(variables, tf.tensor2d([[0.5, 1]]));
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
