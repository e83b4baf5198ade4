#!/usr/bin/env node
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Compiles sim/senses/loops/assembly (AssemblyScript) into sim/senses/loops/compiled.json. A test compares the two. */

const sources = new URL('../loops/assembly/', import.meta.url);
const target = new URL('../loops/compiled.json', import.meta.url);

// No relaxed SIMD: its rounding may differ between machines.
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--use', 'abort='];
const features = ['--enable', 'bulk-memory', '--enable', 'simd'];

/** The compiled loops in base64. */
export async function compileLoops() {
  const { default: asc } = await import('assemblyscript/asc');
  const names = readdirSync(sources).filter((name) => name.endsWith('.ts'));
  const files = new Map(names.map((name) => [name, readFileSync(new URL(name, sources), 'utf8')]));
  let wasm = null;
  const { error, stderr } = await asc.main(['index.ts', '-o', 'loops.wasm', ...options, ...features], {
    readFile: (name) => files.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name === 'loops.wasm') wasm = Buffer.from(contents).toString('base64');
    },
    listFiles: () => [],
  });
  if (error || wasm === null)
    throw new Error(`loops do not compile: ${error?.message}\n${stderr.toString()}`);
  return wasm;
}

if (import.meta.main ?? process.argv[1]?.endsWith('compile-loops.mjs'))
  writeFileSync(target, `${JSON.stringify({ wasm: await compileLoops() }, null, 2)}\n`);
