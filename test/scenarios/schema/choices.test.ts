import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/load.ts';

test('a choice that is no arm is named with its line; with other arms by --set it is passed over', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'looptwin-choices-'));
  try {
    const file = join(cwd, 'mine.yaml');
    const arms = '  arms:\n    - { name: now }\n    - { name: later, set: { site.dayOfYear: 200 } }\n';
    writeFileSync(file, `extends: smoke\ncompare:\n  choices: [now, latter]\n${arms}`);
    expect(() => loadScenario(file)).toThrow(
      /mine\.yaml:3 compare\.choices\[1\]: names no arm, got "latter"\. Did you mean later\?/,
    );
    const set = ['compare.arms=[{"name":"mine"}]'];
    expect(loadScenario(file, set).compare.choices).toEqual(['now', 'latter']);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
