import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { shellPath } from '../../../scenarios/cli/terminal/context.ts';
import { emptyFolder } from '../command.ts';
import { inProcess } from '../in-process.ts';

const folder = emptyFolder();
afterAll(folder.remove);

/** The words that a shell makes of a line. */
const wordsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

it.each(['runs/quickstart-1a2b3c4d', "it's", 'two words', '$HOME', 'a;b', '*', '"', 'runs/\\n', '~', '#1'])(
  'a path is one word of a shell: %s',
  (path) => expect(wordsOf(shellPath(path))).toEqual([path]),
);

it('a plain path is left as it is, and none looks like an option', () => {
  expect(shellPath('runs/quickstart-1a2b3c4d')).toBe('runs/quickstart-1a2b3c4d');
  expect(shellPath('-x')).toBe('./-x');
});

it('the last line of a run is the command that plays it, and an output without feed shows a dash', async () => {
  const { path: cwd } = folder;
  const tiny = ['site.durationS=60', 'policies.perceptions=[perfect]', 'policies.maintenance=[condition]'];
  const { run, heard } = inProcess(`run smoke ${tiny.map((s) => `--set ${s}`).join(' ')} --out it's`, cwd);
  await run;
  const printed = heard.out.join('\n');
  const last = printed.split('\n').at(-1) ?? '';
  const [npx, looptwin, verb, path = ''] = wordsOf(last);
  expect([npx, looptwin, verb]).toEqual(['npx', 'looptwin', 'view']);
  expect(existsSync(join(cwd, path, 'manifest.json'))).toBe(true);
  // No electronics come to the smoke site: their output has neither purity nor recovery.
  const outputs =
    /purity \/ recovery % .*electronics\n-.*\nmanual-picker .*\n(perfect.*)/.exec(printed)?.[1] ?? '';
  expect(outputs.trim().split(/ {2,}/).at(-1)).toBe('- / -');
  expect(outputs).toMatch(/\d \/ \d/);
  const page = readFileSync(join(cwd, path, 'report.html'), 'utf8');
  expect(page).toMatch(
    /<th scope="row">electronics<\/th><td>0<\/td><td>0\.00<\/td><td>-<\/td><td>-<\/td><td>-<\/td>/,
  );
}, 60_000);
