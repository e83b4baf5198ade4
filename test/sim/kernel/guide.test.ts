import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as continuous from '../../../sim/kernel/distributions.ts';
import * as discrete from '../../../sim/kernel/distributions-discrete.ts';
import { filled } from '../../bench/guide.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(`${root}sim/kernel/README.md`, 'utf8');

it('names every distribution, and no file that is not there', () => {
  const names = [...Object.keys(continuous), ...Object.keys(discrete)].filter((name) => name !== 'refuse');
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(guide))).toEqual([]);
  const files = [...guide.matchAll(/`([\w-]+\.ts)`/g)].map((m) => m[1]!);
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((name) => !existsSync(`${root}sim/kernel/${name}`))).toEqual([]);
});

it('tells the coverage that the long tests measured', () => {
  const folder = `${root}test/sim/kernel/results/`;
  const covered = readdirSync(folder)
    .filter((name) => name.startsWith('coverage-'))
    .map((name) => (JSON.parse(readFileSync(folder + name, 'utf8')) as { covered: number }).covered);
  expect(guide).toContain(`${Math.min(...covered)} to ${Math.max(...covered)} of the 99 % intervals`);
});

it('tells how flat the long test found the heap', () => {
  const { heapBytesAfterEach1e7Events: bytes } = JSON.parse(
    readFileSync(`${root}test/sim/kernel/results/flat-heap.json`, 'utf8'),
  ) as { heapBytesAfterEach1e7Events: number[] };
  const spread = 100 * (Math.max(...bytes) / Math.min(...bytes) - 1);
  expect(guide).toContain(`flat within ${spread.toFixed(1)} % over 10^8 events`);
});

it('tells what the bench measured', () => {
  const reports = JSON.parse(readFileSync(`${root}test/bench/results/kernel.json`, 'utf8')) as unknown[];
  expect(reports.length).toBeGreaterThan(1);
  expect(filled(guide, reports)).toBe(guide);
});
