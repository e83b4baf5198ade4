import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bound } from '../../../scenarios/door/bound.ts';
import type { BoundDocument } from '../../../scenarios/studies/bound/bound.ts';
import { inProcess } from '../in-process.ts';

const cwd = mkdtempSync(join(tmpdir(), 'looptwin-bound-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const perfect = '--set policies.perceptions=[perfect] --replications 2';

test('the verb says how far the truth stays below what could have been earned; a call gives the same document', async () => {
  const text = inProcess(`bound smoke ${perfect}`, cwd);
  await text.run;
  const said = text.heard.out.join('\n');
  expect(said).toMatch(/2 runs, mean \+- half-width of the 95 % interval; no robot -?[\d.]+ \+- [\d.]+ EUR/);
  expect(said).toMatch(/^perfect +-?[\d.]+ \+- /m);
  expect(said).toContain('No policy can exceed the bound on any of these days');
  const json = inProcess(`bound smoke ${perfect} --json`, cwd);
  await json.run;
  const document = JSON.parse(json.heard.out.join('')) as BoundDocument;
  const [row] = document.rows;
  expect(document.rows.map(({ name }) => name)).toEqual(['perfect']);
  expect(row!.boundEur.mean).toBeGreaterThan(row!.valueEur.mean);
  expect(row!.informationEur.mean).toBeGreaterThan(row!.valueEur.mean);
  expect(row!.valueEur.mean).toBeGreaterThan(document.noRobotEur.mean);
  // Who sees the truth is not at the mercy of chance, and what it lacks is foresight.
  expect(row!.foresightEur!.mean).toBeGreaterThan(row!.valueEur.mean);
  expect(row!.foresightEur!.mean).toBeLessThan(row!.informationEur.mean + 0.01);
  // Who sees the truth believes what is true.
  expect(row!.calibration).toBeCloseTo(1, 9);
  const set = ['policies.perceptions=[perfect]'];
  const called = await bound('smoke', { set, replications: 2, cwd, cacheDir: join(cwd, 'cache') });
  expect(JSON.parse(JSON.stringify(called))).toEqual(document);
}, 120_000);

test('a region has none of these bounds', async () => {
  await expect(inProcess('bound circular-region', cwd).run).rejects.toThrow(/only a site with robots/);
});
