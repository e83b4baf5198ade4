import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadRegion } from '../../../../scenarios/schema/load.ts';
import { runRegion } from '../../../../scenarios/studies/region/region.ts';
import { golden } from '../../golden.ts';

const cacheDir = mkdtempSync(join(tmpdir(), 'looptwin-robots-'));
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));

const five = ['labels-only', 'distilled', 'asks-when-in-doubt', 'teacher', 'perfect'];

/** The question in seconds: four months, twenty places, a fifth of the kilograms, two price histories. */
const short = ['region.days=120', 'region.size={places: 20, kgPerDay: 20000}'];

it('region-of-robots compares five ways of seeing over price histories and trainings, as it did before', async () => {
  expect(loadRegion('region-of-robots').region.perceptions).toEqual(five);
  const document = await runRegion('region-of-robots', { set: short, replications: 2, cacheDir, workers: 2 });
  const seen = document.perceptions!;
  expect(seen.map(({ name }) => name).sort()).toEqual([...five].sort());
  const eur = seen.map(({ regionEurPerYear }) => regionEurPerYear.mean);
  expect(eur).toEqual([...eur].sort((a, b) => a - b));
  for (const { step, trainings, regionEurOverTrainings } of seen) {
    expect(regionEurOverTrainings === null).toBe(trainings < 2);
    if (step !== null) expect(Number.isFinite(step.regionEurPerYear.halfWidth)).toBe(true);
  }
  // Trained networks differ from training to training; the truth is not trained.
  expect(seen.filter(({ trainings }) => trainings < 2).map(({ name }) => name)).toEqual(['perfect']);
  expect(document.answer).toMatch(/^Over 0\.3 years and 2 price histories, in thousand EUR a year/);
  expect(document.fingerprint).toBe(golden('region-of-robots, short', document.fingerprint));
}, 60_000);
