import { expect, test } from 'vitest';
import compiled from '../../../../sim/senses/loops/compiled.json' with { type: 'json' };
import { compileLoops } from '../../../../sim/senses/tools/compile-loops.mjs';

test('the compiled loops are those of the sources (node sim/senses/tools/compile-loops.mjs writes them)', async () => {
  expect(compiled.wasm).toBe(await compileLoops());
});

test('they are asked for nothing but a memory, and own none', () => {
  const module = new WebAssembly.Module(Uint8Array.from(Buffer.from(compiled.wasm, 'base64')));
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  const memory = new WebAssembly.Memory({ initial: 16 });
  new WebAssembly.Instance(module, { env: { memory } });
  expect(new Uint8Array(memory.buffer).every((byte) => byte === 0)).toBe(true);
});
