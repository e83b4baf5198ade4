import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';
import { hashOf } from './compare.ts';
import { smallStudent, trainOnOneBatch } from './student.ts';

/**
 * Weights after 25 steps on 7 images (halves of 3 and 4). It holds on every Node version, machine, number of threads
 * and process; a change of a kernel's order of sums changes it: then print the new one with
 * `npx vitest run test/models/engine/reproducibility` and say so in the changelog, since every golden run changes too.
 */
const GOLDEN = '55b68c361e1b28df3e3d28594eed1263470d672aacc15312175c151fa13a00db';

async function weightsHash(threads: 1 | 2, batch = 7): Promise<string> {
  await openBackend('wasm', { threads });
  return trainOnOneBatch(batch, 25).weightsHash;
}

test('weights are the golden ones', async () => {
  expect(await weightsHash(1)).toBe(GOLDEN);
});

test.each([1, 2, 7, 32])('two threads change no bit, batch of %i', async (batch) => {
  expect(await weightsHash(2, batch)).toBe(await weightsHash(1, batch));
});

test('another process, and a worker thread in it, get the same weights', async () => {
  const folder = new URL('../../../.looptwin/test/', import.meta.url);
  const outfile = fileURLToPath(new URL('weights.mjs', folder));
  await build({
    entryPoints: [fileURLToPath(new URL('./weights.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    // Modules find the kernels' sources beside their own file, which the bundle is not.
    define: {
      'import.meta.url': JSON.stringify(new URL('../../../models/engine/backend.ts', import.meta.url).href),
    },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
  expect(JSON.parse(stdout)).toEqual({ main: GOLDEN, worker: GOLDEN });
});

test('an answer does not depend on its batch', async () => {
  await openBackend('wasm', { threads: 2 });
  const student = smallStudent(50);
  const images = tf.randomUniform([32, 32, 32, 3], 0, 1, 'float32', 21) as tf.Tensor4D;
  const answerOf = (first: number, count: number) =>
    tf.tidy(() => tf.softmax(student.answer(tf.slice(images, [first, 0, 0, 0], [count, -1, -1, -1]))));
  const inPieces = (size: number) => {
    const pieces: tf.Tensor[] = [];
    for (let first = 0; first < 32; first += size) pieces.push(answerOf(first, Math.min(size, 32 - first)));
    return hashOf(pieces);
  };
  expect(inPieces(1)).toBe(inPieces(32));
  expect(inPieces(7)).toBe(inPieces(32));
});
