import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

const root = new URL('../../..', import.meta.url).pathname;

/** A program that prints a hash over the frames of twelve items, in the order of its argument. */
const program = `
import { makeItem } from './sim/materials/item.ts';
import { Instruments } from './sim/senses/frames.ts';
import { defaultSensors } from './sim/senses/sensors.ts';
import { CanonicalHash } from './sim/record/canonical.ts';
const ids = ['pet-bottle-clear', 'cardboard', 'steel-can', 'cotton', 'wood-pine', 'pp-tray-black', 'ldpe-film-clear', 'glass-bottle-green', 'brick', 'circuit-board', 'abs-toy', 'ps-foam-white'];
const instruments = new Instruments(6);
const order = process.argv[2] === 'backward' ? [...ids.keys()].reverse() : [...ids.keys()];
const bytes = new Map();
for (const i of order) {
  const item = makeItem({ seed: 6, itemId: 1000 + i, materialId: ids[i] });
  bytes.set(i, [item, instruments.look(item, defaultSensors(), ['visual', 'thermal', 'spectral'])]);
}
const hash = new CanonicalHash();
for (const i of ids.keys()) {
  const [item, frames] = bytes.get(i);
  hash.add(item);
  for (const part of ['visual', 'thermal', 'spectral'].map((sense) => frames.streams[sense].values)) hash.addBytes(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
}
console.log(hash.hex());
`;

test('two processes, two orders: the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-frames-'));
  const outfile = join(folder, 'frames.mjs');
  buildSync({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  const run = (order: string) =>
    execFileSync(process.execPath, [outfile, order], { encoding: 'utf8' }).trim();
  const first = run('forward');
  console.log(`frames: fingerprint of twelve items ${first.slice(0, 16)}`);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(run('backward')).toBe(first);
  rmSync(folder, { recursive: true });
});
