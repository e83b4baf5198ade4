import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kernelModule } from '../../../models/engine/assembly.ts';

const cache = mkdtempSync(join(tmpdir(), 'looptwin-kernels-'));
const folder = join(cache, 'kernels');
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  process.env.LOOPTWIN_CACHE = cache;
  await kernelModule();
  bytes = new Uint8Array(readFileSync(join(folder, onlyFile())));
}, 60_000);

afterAll(() => {
  delete process.env.LOOPTWIN_CACHE;
  rmSync(cache, { recursive: true });
});

function onlyFile(): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return names[0]!;
}

test('the kernels are compiled into the cache once, under the hash of their sources', async () => {
  expect(onlyFile()).toMatch(/^[0-9a-f]{16}\.wasm$/);
  const path = join(folder, onlyFile());
  // A marker that a new compilation would not carry: an empty custom section named "x".
  writeFileSync(path, Uint8Array.of(...bytes, 0, 2, 1, 120));
  await kernelModule();
  expect(readFileSync(path).length).toBe(bytes.length + 4);
});

test('a truncated file in the cache is compiled anew', async () => {
  const path = join(folder, onlyFile());
  writeFileSync(path, bytes.subarray(0, bytes.length / 2));
  await kernelModule();
  expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
});

test('they touch nothing of the memory that they borrow but what they are pointed at', () => {
  const module = new WebAssembly.Module(bytes);
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  const memory = new WebAssembly.Memory({ initial: 256, maximum: 65536, shared: true });
  new WebAssembly.Instance(module, { env: { memory } });
  expect(new Uint8Array(memory.buffer).every((byte) => byte === 0)).toBe(true);
});

test('a cache that cannot be written is no obstacle', async () => {
  const file = join(cache, 'not-a-folder');
  writeFileSync(file, '');
  process.env.LOOPTWIN_CACHE = file;
  expect(WebAssembly.Module.exports(await kernelModule()).length).toBeGreaterThan(10);
});
