import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** Names that an entry hands out at run time. */
function exportsOf(entry: string): string[] {
  const [, names] = /export const \{([^}]*)\}/.exec(read(`scenarios/bin/${entry}.mjs`)) ?? [];
  return (names ?? '').split(',').flatMap((name) => name.trim() || []);
}

/** Names in the first column of a guide's table. */
function namesIn(guide: string): string[] {
  const rows = [...read(guide).matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell]) => cell ?? '');
  return rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''));
}

test.each([
  ['index', 'docs/stranger.md'],
  ['kernel', 'docs/kernel.md'],
])('everything that %s hands out stands in %s, and nothing else', (entry, guide) => {
  expect(exportsOf(entry).length).toBeGreaterThan(20);
  expect(namesIn(guide).sort()).toEqual(exportsOf(entry).sort());
});
