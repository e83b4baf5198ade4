import { expect, it } from 'vitest';
import { regionText } from '../../../../scenarios/cli/verbs/region.ts';
import { commandLine } from '../../../../scenarios/command-line.ts';
import { regionScenarioSchema } from '../../../../scenarios/schema/region/scenario.ts';
import { playRegion } from '../../../../scenarios/steps/region.ts';
import { runAgainHtml } from '../../../../scenarios/studies/day/page.ts';
import { armsOf } from '../../../../scenarios/studies/region/arms.ts';
import { documentOf, euros } from '../../../../scenarios/studies/region/document.ts';
import { sound } from './sound-region.ts';

it('euros are whole and nothing has no sign', () => {
  expect([-0.3, 0.3, -0.6, -1234.4, 1234567].map(euros)).toEqual(['0', '0', '-1', '-1,234', '1,234,567']);
});

it('a region is printed with its question, what was expected, and what its columns mean', async () => {
  const { region, ...rest } = sound();
  const words = { question: 'Who pays?', expected: 'The town.' };
  const scenario = regionScenarioSchema.parse({
    ...rest,
    ...words,
    region: { ...region, routing: ['nearest'] },
  });
  const key = { seed: 1, replication: 0 };
  const arms = armsOf(scenario);
  const chain = arms[0]!.chain;
  const outcome = await playRegion({ kind: 'region', chain, key, routing: 'nearest' }, () => {});
  const document = documentOf(scenario, 'small', key, { arms, outcomes: [{ ...outcome, training: null }] });
  expect(document).toMatchObject(words);
  const text = regionText(document);
  expect(text).toMatch(/^a small region: 10 days\nWho pays\?\n/);
  expect(text).toContain('Expected: The town.');
  expect(text).toMatch(/^Region EUR: all money that entered the region minus all that left it/m);
  expect(text).toMatch(/^Recycled %: share of the material used by makers/m);
});

it('a report says how to run again: the whole command line, safe in a shell and in HTML', () => {
  const command = commandLine('run', {
    source: 'my files/<b>.yaml',
    options: { seed: 7, replication: 3, backend: undefined },
    set: ['robots[0].batteryWh=20', "title=it's"],
  });
  expect(command).toBe(
    "looptwin run 'my files/<b>.yaml' --seed 7 --replication 3 --set 'robots[0].batteryWh=20' --set 'title=it'\\''s'",
  );
  expect(runAgainHtml({ command })).toContain(
    'run &#39;my files/&lt;b&gt;.yaml&#39; --seed 7 --replication 3 --set &#39;robots[0].batteryWh=20&#39;',
  );
  expect(runAgainHtml({ command: undefined })).toContain('was not kept');
  const own = { perceptions: {}, senses: {} };
  expect(runAgainHtml({ command, own })).toContain('functions of a program');
});
