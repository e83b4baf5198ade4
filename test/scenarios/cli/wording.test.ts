import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProgram } from '../../../scenarios/cli/program.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
const cwd = folder.path;
beforeAll(() => {
  writeFileSync(join(cwd, 'name.yaml'), 'title: t\nextends: nope\n');
  writeFileSync(join(cwd, 'path.yaml'), 'title: t\n\nextends: ./nope.yaml\n');
});
afterAll(folder.remove);

describe('what a file extends and is not there', () => {
  it('is named with file and line', () => {
    expect(() => loadScenario('./name.yaml', [], cwd)).toThrow(
      /^name\.yaml:2 extends: unknown scenario, got "nope"\. /,
    );
    expect(() => loadScenario('./path.yaml', [], cwd)).toThrow(
      /^path\.yaml:3 extends: no such scenario file, got "\.\/nope\.yaml"\. /,
    );
  });

  it('the cure is two sentences', () => {
    expect(() => loadScenario('xxxxxxxxxx', [], cwd)).toThrow(
      /Known: .*, smoke\. A file of your own is given by its path/,
    );
    expect(() => loadScenario('smok', [], cwd)).toThrow(/Did you mean smoke\? A file of your own/);
  });
});

it('help is worded alike for every verb, without the program inside', async () => {
  const program = await makeProgram({} as never, []);
  expect(program.commands.length).toBeGreaterThan(10);
  for (const verb of program.commands) {
    expect(verb.description()).toMatch(/^[a-z]/);
    expect(verb.helpInformation()).not.toContain('[]');
  }
  const view = program.commands.find((verb) => verb.name() === 'view');
  expect(view!.description()).toMatch(/Ctrl-C ends it/);
});
