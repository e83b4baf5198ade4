import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Megabytes that the tarball may have: what it had when this was last looked at (1 December 2026), 1.76 with 0.30 of the measured depot, and some room. */
const MOST_MB = 1.8;

const minutes = 60_000;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'looptwin-stranger-'));
const modules = join(project, 'node_modules');
const installed = join(modules, 'looptwin');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Links packages of the checkout: what an installation from the cache would put there, without a network. */
function link(name: string): void {
  if (name.includes('/')) mkdirSync(join(modules, name.split('/')[0]!), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(modules, name));
}

/** The script of the guide, on a scenario that takes seconds and needs no trained network. */
function guideScript(): string {
  const guide = readFileSync(join(root, 'docs/stranger.md'), 'utf8');
  const script = /```ts\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const quick = "run('smoke', { set: ['policies.perceptions=[perfect]'],";
  expect(script).toContain("run('quickstart', {");
  return script.replace("run('quickstart', {", quick);
}

/** Scripts of the guides; the others are the examples. */
const guides = {
  stranger: guideScript,
  kernel: () => /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/kernel.md'), 'utf8'))?.[1] ?? '',
};

const scripts: Readonly<Record<string, () => string>> = {
  ...guides,
  ...Object.fromEntries(
    readdirSync(join(root, 'examples')).map((name) => [
      name.replace('.ts', ''),
      () => readFileSync(join(root, 'examples', name), 'utf8'),
    ]),
  ),
};

/** Starts a script of the project as Node 20 can, without its types. */
function start(name: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`${name}.mjs`], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

let packed: { size: number; files: { path: string }[] };

beforeAll(() => {
  const args = ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', project];
  [packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' })) as [typeof packed];
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))!;
  execFileSync('tar', ['xzf', tarball], { cwd: project });
  mkdirSync(modules);
  renameSync(join(project, 'package'), installed);
  for (const name of Object.keys(dependencies)) link(name);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries(scripts)) {
    writeFileSync(join(project, `${name}.ts`), text());
    writeFileSync(join(project, `${name}.mjs`), transformSync(text(), { loader: 'ts' }).code);
  }
}, minutes);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the tarball', () => {
  test('is small and holds what is needed, no tests and nothing that was built', () => {
    expect(packed.size / 1e6).toBeLessThan(MOST_MB);
    const paths = packed.files.map(({ path }) => path);
    for (const path of ['types/scenarios/index.d.ts', 'scenarios/bin/kernel.mjs', 'tsconfig.json', 'LICENSE'])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /^(test|node_modules|runs|\.)|\.test\.ts$/.test(path))).toEqual([]);
  });

  test('runs no script when it is installed', () => {
    const { scripts: named } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      scripts: object;
    };
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'prepack'])
      expect(named).not.toHaveProperty(name);
  });
});

describe('in an empty project', () => {
  test(
    'each export of the types is there at run time, and the other way round',
    () => {
      const values = (door: string) => {
        const text = readFileSync(join(installed, `types/scenarios/${door}.d.ts`), 'utf8');
        return [...text.matchAll(/^export \{([^}]+)\}/gm)]
          .flatMap(([, names]) => names!.split(','))
          .map((name) => name.trim().replace(/^.* as /, ''))
          .filter((name) => name !== '' && !name.startsWith('type '))
          .sort();
      };
      const script = `
      const doors = [await import('looptwin'), await import('looptwin/kernel')];
      console.log(JSON.stringify(doors.map((door) => Object.keys(door).filter((name) => door[name] !== undefined).sort())));`;
      writeFileSync(join(project, 'names.mjs'), script);
      const [library, kernel] = JSON.parse(start('names')) as string[][];
      expect(library).toEqual(values('index'));
      expect(kernel).toEqual(values('kernel'));
      expect(kernel).toContain('Simulation');
    },
    minutes,
  );

  test(
    'all scripts check under strict, without skipLibCheck, and need no types of other packages',
    () => {
      const compilerOptions = {
        ...{ strict: true, module: 'nodenext', moduleResolution: 'nodenext', target: 'es2022' },
        ...{ types: [], noEmit: true, noUncheckedIndexedAccess: true },
      };
      const files = [...Object.keys(scripts).map((name) => `${name}.ts`), 'wrong.ts'];
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      const wrong = `import { run } from 'looptwin';
      await run('smoke', { sead: 1 });
      export const euros: string = (await run()).document.boundEur;`;
      writeFileSync(join(project, 'wrong.ts'), wrong);
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      const { stdout } = spawnSync(process.execPath, [compiler, '-p', project, '--listFiles'], {
        encoding: 'utf8',
      });
      const lines = stdout.split('\n');
      const errors = lines
        .filter((line) => line.includes('error TS'))
        .map((line) => line.replace(/^.*wrong/, 'wrong'));
      expect(errors).toEqual([
        expect.stringMatching(/^wrong\.ts\(2,\d+\): error TS2353: .*'sead'/),
        expect.stringMatching(/^wrong\.ts\(3,\d+\): error TS2322/),
      ]);
      const foreign = lines.filter(
        (line) => line.includes('node_modules') && !line.includes('node_modules/looptwin/'),
      );
      expect(foreign.filter((line) => !line.includes('/typescript/lib/'))).toEqual([]);
    },
    2 * minutes,
  );

  test(
    "the guide's script plays a day with an own policy and an own perception",
    () => {
      expect(start('kernel')).toBe('');
      expect(start('stranger')).toMatch(
        /^(no-robot|manual-picker): regret EUR -?\d+\.\d\d\n.*\ncolour: regret EUR \d+\.\d\d\nperfect: regret EUR -?\d+\.\d\d\n$/,
      );
    },
    2 * minutes,
  );

  test.each(Object.keys(scripts).filter((name) => !Object.hasOwn(guides, name)))(
    'the example %s prints what it should',
    async (name) => {
      await expect(start(name)).toMatchFileSnapshot(`output/${name}.txt`);
    },
    2 * minutes,
  );

  test(
    'a run is the same as in the checkout, and knows nothing of a repository above',
    () => {
      const script = `
      import { loadRun, run } from 'looptwin';
      const set = ['site.durationS=60', 'policies.perceptions=[perfect]'];
      const { document, folder } = await run('smoke', { set, out: process.argv[2] });
      const { engine } = (await loadRun(folder)).manifest;
      console.log(JSON.stringify([document.fingerprint, engine.codeHash, engine.commit === null]));`;
      writeFileSync(join(project, 'same.mjs'), script);
      const here = JSON.parse(start('same')) as unknown[];
      const args = ['--input-type=module', '-e', script, '--', '-', join(project, 'runs/checkout')];
      const { stdout, stderr } = spawnSync(process.execPath, args, {
        ...{ cwd: root, encoding: 'utf8' },
        env: { ...process.env, LOOPTWIN_CACHE: join(project, 'cache') },
      });
      expect(stdout, stderr).not.toBe('');
      const there = JSON.parse(stdout) as unknown[];
      expect(here.slice(0, 2)).toEqual(there.slice(0, 2));
      expect(here[2]).toBe(true);
    },
    2 * minutes,
  );

  test('nothing was written beside the project', () => {
    expect(existsSync(join(installed, '.looptwin'))).toBe(false);
    expect(existsSync(join(project, '.looptwin/bundle'))).toBe(true);
  });
});
