import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { emptyFolder } from '../scenarios/command.ts';
import { fuzz, subjects, type Tally } from './fuzz.ts';

const folder = emptyFolder();
afterAll(folder.remove);

const mutants = 10_000;
const seed = 2;
/** Peak of an undisturbed `looptwin run smoke` (VmHWM, two cores, Node 20: 698 MB) and 200 MB. */
const mostMb = 698 + 200;
const peakSoFarMb = () => Math.round(process.resourceUsage().maxRSS / 1000);

it('10,000 mutants: the right result, or exit 2 with the place; tells what was seen in results/fuzz.json', async () => {
  const startMb = process.memoryUsage.rss() / 1e6;
  const tallies: Record<string, Tally & { readonly peakMb: number }> = {};
  for (const subject of subjects)
    tallies[subject.name] = {
      ...(await fuzz(subject, Math.round(mutants * subject.share), seed, folder.path)),
      peakMb: peakSoFarMb(),
    };
  const peakMb = peakSoFarMb();
  const result = { seed, mutants, peakMb, grownMb: Math.round(peakMb - startMb), tallies };
  writeFileSync(new URL('./results/fuzz.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  for (const [name, { faults }] of Object.entries(tallies)) expect(faults, name).toEqual([]);
  for (const [name, { taken }] of Object.entries(tallies)) expect(taken, name).toBeGreaterThan(0);
  expect(peakMb).toBeLessThan(mostMb);
});
