import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { emptyFolder, looptwin } from './command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: join(cwd, 'cache') };
afterAll(folder.remove);

/** Shifts of four hours at the smoke depot, where bottles come that can be used again; the truth needs no training. */
const shifts = [
  ...['smoke', '--perceptions', 'perfect', '--specimens', '60', '--shifts', '40'],
  ...['--set', 'site.durationS=14400', '--set', 'site.startHour=9', '--set', 'site.openHour=9'],
  ...['--set', 'site.closeHour=13', '--set', 'feed.materials[1].materialId=glass-bottle-clear'],
];

it('a site measured at some loads tells of loads between them, by the command line; a single fixed matrix does not', async () => {
  const told = async (...args: string[]) => looptwin(['measure', ...shifts, ...args], { cwd, env });
  const measured = await told('--factors', '0.5,1,1.5,2,3,4', '--out', 'site.json');
  expect(measured.code).toBe(0);
  const between = await told('--factors', '1.25,1.75,3.5', '--against', 'site.json', '--json');
  const agreements = JSON.parse(between.out) as { worstKg: number; eur: number; reuseKg: number }[];
  expect(agreements).toHaveLength(3);
  for (const { worstKg, eur, reuseKg } of agreements) {
    expect(Math.abs(worstKg)).toBeLessThanOrEqual(0.015);
    expect(Math.abs(eur)).toBeLessThanOrEqual(0.015);
    expect(Math.abs(reuseKg)).toBeLessThanOrEqual(0.03);
  }
  expect(between.code).toBe(0);
  expect((await told('--factors', '1', '--out', 'fixed.json')).code).toBe(0);
  const fixed = await told('--factors', '1.25,1.75,3.5', '--against', 'fixed.json');
  expect(fixed.code).toBe(1);
  expect(fixed.err).toMatch(/fixed\.json does not tell of \d of 3 of these loads/);
}, 1_800_000);
