import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSiteFile } from '../../../scenarios/schema/region/read-site.ts';
import type { SiteFile } from '../../../scenarios/schema/region/site-file.ts';
import { againstSite } from '../../../scenarios/studies/measure/against.ts';
import { factorsOf, LOADS, planMeasure } from '../../../scenarios/studies/measure/plan.ts';
import { emptyFolder } from '../command.ts';
import { refusalOf } from '../in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const text = readFileSync(new URL('region/small-site.json', import.meta.url), 'utf8');
writeFileSync(join(cwd, 'site.json'), text);
const site = (): SiteFile => readSiteFile(join(cwd, 'site.json'));

/** Refused before a shift is played: so many would take hours. */
const refused = (options: string) => refusalOf(`measure ${options} --loads 50 --shifts 10000`, cwd);

it('a file that is not there, or is no site', async () => {
  expect(await refused('smoke --against nofile.json')).toMatch(
    /^nofile\.json: cannot read the file of a measured site \(ENOENT\)\. Make it with: looptwin measure/,
  );
  writeFileSync(join(cwd, 'other.json'), '{"schema":"looptwin.run/1"}');
  expect(await refused('smoke --against other.json')).toMatch(/^other\.json schema: is no looptwin\.site\/2/);
});

it('a site of other materials and outputs, measured under other perceptions and trainings: all at once', async () => {
  const lines = (await refused('quickstart --perceptions perfect --against site.json')).split('\n');
  expect(lines).toEqual([
    expect.stringMatching(
      /^--against site\.json materials: lacks materials of these shifts: steel-can, .+\. It was measured at another/,
    ),
    expect.stringMatching(
      /^--against site\.json materials: has materials that these shifts lack: pvc-bottle-clear\./,
    ),
  ]);
  expect(await refused('smoke --perceptions labels-only,perfect --trainings 2 --against site.json')).toMatch(
    /^--against site\.json measured: was not measured under labels-only with training 2\. It knows labels-only \(training 1\), .*$/m,
  );
});

it('whoever compares two files is refused in the same way', () => {
  const other = { ...site(), materials: [...site().materials, 'wood-board'] };
  expect(() => againstSite(site(), other)).toThrow(/lacks materials of these shifts: wood-board/);
  const more = {
    ...site(),
    outputs: [...site().outputs, { id: 'glass', use: 'recycle-high', accepts: ['GLASS'] }],
  };
  expect(() => againstSite(site(), more)).toThrow(/lacks outputs of these shifts: glass/);
  expect(() => againstSite(more, site())).toThrow(/has outputs that these shifts lack: glass/);
  expect(againstSite(site(), site()).every(({ holds }) => holds)).toBe(true);
});

it('loads are measured near enough unless something else is said: less than a factor of 1.5 apart', () => {
  const { loads } = planMeasure('smoke', { cwd, perceptions: ['perfect'], shifts: 2 });
  const factors = loads.map(({ factor }) => factor);
  expect(factors).toEqual(factorsOf(LOADS));
  expect(factors.join()).toBe('0.5,0.707,1,1.414,2');
});
