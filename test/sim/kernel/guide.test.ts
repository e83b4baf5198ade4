import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as continuous from '../../../sim/kernel/random/distributions.ts';
import * as discrete from '../../../sim/kernel/random/distributions-discrete.ts';
import { filled } from '../../bench/guide.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const reports = JSON.parse(readFileSync(`${root}test/bench/results/kernel.json`, 'utf8')) as {
  cases: { name: string; ratioToYardstick?: number }[];
}[];
const guide = readFileSync(`${root}sim/kernel/README.md`, 'utf8');

it('names every distribution, and no file that is not there', () => {
  const names = [...Object.keys(continuous), ...Object.keys(discrete)].filter((name) => name !== 'refuse');
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(guide))).toEqual([]);
  const files = [...guide.matchAll(/`([\w-]+\.ts)`/g)].map((m) => m[1]!);
  expect(files.length).toBeGreaterThan(40);
  const there = readdirSync(`${root}sim/kernel`, { recursive: true }).map((path) => basename(String(path)));
  expect(files.filter((name) => !there.includes(name))).toEqual([]);
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
  expect(reports.length).toBeGreaterThan(1);
  expect(filled(guide, reports)).toBe(guide);
});

it.each([
  ['mm1-process-per-customer', 0.45],
  ['mm1-process-per-customer-observed', 0.3],
  ['hold-1m', 0.65],
])('tells between what %s stands in single runs, and that %f is met in the median', (name, wanted) => {
  const ratios = reports
    .map(({ cases }) => cases.find((one) => one.name === name)!.ratioToYardstick!)
    .sort((a, b) => a - b);
  const text = guide.replaceAll('\n', ' ');
  expect(text).toContain(`between ${ratios[0]!.toFixed(2)} and ${ratios.at(-1)!.toFixed(2)}`);
  expect(text).toContain('In the median of these runs all that is required is met');
  expect(ratios[ratios.length >> 1]).toBeGreaterThanOrEqual(wanted);
});
