import { createHash } from 'node:crypto';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { OnnxGraph } from '../../models/export/onnx-graph.ts';

/** y = softmax(x A + b) with every kind of constant and attribute that our files use. */
function smallModel(): Uint8Array {
  const graph = new OnnxGraph('small');
  const x = graph.input('x', 'float32', ['N', 2]);
  const a = graph.constant('a', Float32Array.of(1, -2, 0.5, 3), [2, 2]);
  const b = graph.constant('b', Float32Array.of(0.25, -0.25), [2]);
  const sum = graph.node('Gemm', [x, a, b], 'sum', { transB: 0, alpha: { float: 2 } });
  const points = graph.constant('points', Int8Array.of(-3, 127), [2]);
  const scale = graph.constant('scale', Float32Array.of(0.1), []);
  const zero = graph.constant('zero', Int8Array.of(0), []);
  const real = graph.node('DequantizeLinear', [points, scale, zero], 'real', { axis: -1 });
  const axes = graph.constant('axes', BigInt64Array.of(-1n), [1]);
  const flat = graph.node('Squeeze', [graph.node('Unsqueeze', [sum, axes], 'deep'), axes], 'flat');
  const turned = graph.node('Transpose', [flat], 'turned', { perm: [0, 1] });
  graph.node('Softmax', [graph.node('Add', [turned, real], 'shifted')], 'y', { axis: 1 });
  graph.output('y', 'float32', ['N', 2]);
  return graph.bytes({ labels: 'one two', modelId: 'small-0' });
}

test('a graph has the bytes that the format wants: those of the encoder written by hand, to the last one', () => {
  const hash = createHash('sha256').update(smallModel()).digest('hex');
  expect(hash).toBe('6d68351a9686dee97aa3b85008c95742e1b262ef1372ad9f6d94781e881ced48');
});

test('onnxruntime reads it and computes what it says', async () => {
  const session = await InferenceSession.create(smallModel(), { logSeverityLevel: 3 });
  expect([session.inputNames, session.outputNames]).toEqual([['x'], ['y']]);
  const { y } = await session.run({ x: new Tensor('float32', Float32Array.of(1, 0, 0, 1), [2, 2]) });
  const logits = [
    [2 * 1 + 0.25 - 0.3, 2 * -2 - 0.25 + 12.7],
    [2 * 0.5 + 0.25 - 0.3, 2 * 3 - 0.25 + 12.7],
  ];
  const wanted = logits.flatMap(([p, q]) => {
    const share = 1 / (1 + Math.exp(q! - p!));
    return [share, 1 - share];
  });
  wanted.forEach((share, i) => {
    expect(y!.data[i]).toBeCloseTo(share, 5);
  });
});
