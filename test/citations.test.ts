import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['sim', 'models', 'scenarios', 'viewer', 'test', 'docs', '.ci', '.github'];
const pages = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md'];
const readable = /\.(ts|tsx|mjs|mts|json|yaml|yml|html|css|md)$/;

/** Pages that a command writes beside what it makes. */
const written = ['model-card.md', 'report.md'];

/** What points to a place that a reader of the repository does not have. */
const elsewhere = [
  /\bissue (on|of|no\.?|#|\d)/i,
  /\(issue: [a-z]+ [a-z]/i,
  /\bfield notes?\b/i,
  /\.\.\/shared\b/,
];

const filesBelow = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'test/citations.test.ts');

/** The lines of a text that lean on what does not ship, as `path:line what`. */
function dangling(path: string, text: string): string[] {
  const found = (line: string): string[] => {
    const named = [...line.matchAll(/[\w./-]*\w\.md\b/g)].map(([name]) => name);
    const missing = named.filter(
      (name) =>
        !written.includes(basename(name)) &&
        !existsSync(join(root, name)) &&
        !existsSync(join(root, dirname(path), name)),
    );
    const vague = elsewhere.flatMap((pattern) => pattern.exec(line)?.[0] ?? []);
    return [...missing, ...vague];
  };
  return text.split('\n').flatMap((line, i) => found(line).map((what) => `${path}:${i + 1} ${what}`));
}

it('no comment and no text leans on what does not ship', () => {
  const files = [...pages, ...rooms.flatMap(filesBelow)];
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((path) => dangling(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

it.each([
  '/** Smallest prominence that counts (materials.md 7.2). */',
  '/** Width of its features (issue on distillation). */',
  '// Required and aimed at (issue: speed and memory).',
  '// See issue 13.',
  '// Computed for the field notes.',
  '// As ../shared/design.md says.',
])('finds %s', (line) => expect(dangling('sim/site/a.ts', line)).not.toEqual([]));

it.each(['// The guide is sim/kernel/README.md.', '// The issue that a schema found.'])('leaves %s', (line) =>
  expect(dangling('sim/site/a.ts', line)).toEqual([]),
);

/** Paths of the repository that a page names in backticks; `NAME` stands for a name that the reader gives. */
function namedPaths(page: string): string[] {
  const room = new RegExp(`^(${rooms.map((name) => name.replace('.', '\\.')).join('|')})/`);
  const named = [...page.matchAll(/`([^`\s]+)[^`]*`/g)].map(([, first = '']) => first);
  return named.filter((name) => room.test(name) && !/NAME|\*/.test(name));
}

it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'sim/kernel/README.md'])(
  '%s names only paths that there are',
  (page) => {
    const paths = namedPaths(readFileSync(join(root, page), 'utf8'));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  },
);

it('finds the paths of a page', () => {
  expect(namedPaths('`sim/a.ts` `sim/b.ts(x)` `npm test` `sim/NAME/c.ts` `.ci/run`')).toEqual([
    'sim/a.ts',
    'sim/b.ts(x)',
    '.ci/run',
  ]);
});

it('the links of a guide lead to a file or to a heading of its own', () => {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(
    ([, title = '']) => `#${title.toLowerCase().replaceAll(' ', '-')}`,
  );
  const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(10);
  expect(
    targets.filter((t) => !(t.startsWith('#') ? headings.includes(t) : existsSync(join(root, t)))),
  ).toEqual([]);
});
