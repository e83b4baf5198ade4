/** How Node loads a TypeScript source in a process of the tests: as esbuild writes it, with the types left out and nothing else. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const { compilerOptions } = JSON.parse(
  await readFile(new URL('../../tsconfig.json', import.meta.url), 'utf8'),
);

const settings = {
  format: 'esm',
  target: `node${process.versions.node}`,
  sourcemap: 'inline',
  tsconfigRaw: { compilerOptions: { ...compilerOptions, target: undefined } },
};

export async function load(url, context, nextLoad) {
  const [, suffix] = /^file:.*\.(tsx?)$/.exec(url) ?? [];
  if (suffix === undefined) return nextLoad(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, 'utf8'), {
    ...settings,
    loader: suffix,
    sourcefile: path,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
