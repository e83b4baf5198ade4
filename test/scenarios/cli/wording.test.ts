import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
      /Known: (?:[a-z-]+, )+smoke, (?:[a-z-]+, )*[a-z-]+\. A file of your own is given by its path/,
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

/** Options of other programs that a text may name. */
const foreign = ['--max-old-space-size', '--ignore-scripts', '--import', '--porcelain', '--only'];

it('no text advises an option that no command has', async () => {
  const program = await makeProgram({} as never, []);
  const commands = [program, ...program.commands, ...program.commands.flatMap((verb) => verb.commands)];
  const known = commands.flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const code = readdirSync(join(root, 'scenarios'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$|\.yaml$|\.md$/.test(path))
    .map((path) => join('scenarios', path));
  const pages = ['README.md', 'CHANGELOG.md', 'docs/decisions.md'];
  const advised = [...pages, ...code].flatMap((path) =>
    [
      ...readFileSync(join(root, path), 'utf8').matchAll(
        /(?<=[\s`'"(])(?<!var\()--[a-z][a-z-]*[a-z](?![a-z-])/g,
      ),
    ].map(([option]) => ({ path, option })),
  );
  const unknown = advised.filter(({ option }) => ![...known, ...foreign, '--help'].includes(option));
  expect(advised.length).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});
