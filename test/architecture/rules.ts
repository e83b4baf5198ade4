import ts from 'typescript';
import { importsOf, lineOf, resolveFrom, type SourceFile, walk } from './sources.ts';

/** One broken rule, as `path:line what`. */
export type Breach = string;

const maxFileLines = 300;
/** A function fits a screen: 60 lines of 110 columns. */
const maxFunctionLines = 60;

/** Long functions that are admitted, with the reason (style: one hard function may be long if it is named). */
const admitted: Readonly<Record<string, string>> = {
  'sim/kernel/random/threefry.ts':
    'the rounds of the cipher are unrolled: a loop costs a third of the draw rate',
};

/** Which rooms a room may import from; the page reads recordings with the very reader of the command line, which knows no files. */
const directions: Readonly<Record<string, readonly string[]>> = {
  sim: ['sim'],
  models: ['models', 'sim'],
  scenarios: ['scenarios', 'models', 'sim'],
  viewer: [
    'viewer',
    'sim/record',
    ...['reader.ts', 'months-reader.ts', 'indexed-reader.ts'].map((name) => `scenarios/record/${name}`),
  ],
};

/** Order inside sim: a place may import from places of a lower number, and from its own folder. */
const simOrder: readonly (readonly string[])[] = [
  ['kernel'],
  ['record', 'accounts'],
  ['materials'],
  ['senses'],
  ['ports.ts', 'world.ts', 'grade-problems.ts', 'problems.ts'],
  ['weather', 'site', 'region'],
  ['decisions'],
  ['score'],
  ['run.ts'],
];

/** Order inside the kernel: a folder may import from folders of a lower number only, and from itself. */
const kernelOrder: readonly (readonly string[])[] = [
  ['random', 'statistics'],
  ['core'],
  ['processes'],
  ['stations'],
  ['simulation.ts'],
  ['trust'],
];

/** Packages that only certain places may import. */
const doors: readonly { package: RegExp; places: RegExp; name: string }[] = [
  { package: /^seedrandom$/, places: /^sim\/kernel\/random\//, name: 'sim/kernel/random' },
  { package: /^@tensorflow\//, places: /^models\/engine\//, name: 'models/engine' },
  { package: /^three($|\/)/, places: /^viewer\//, name: 'viewer' },
  {
    package: /^node:/,
    places: /^(scenarios\/|models\/engine\/|models\/export\/)/,
    name: 'scenarios, models/engine and models/export',
  },
  { package: /^rxjs($|\/)/, places: /^(scenarios|viewer)\//, name: 'scenarios and viewer' },
  { package: /^protobufjs/, places: /^models\/export\//, name: 'models/export' },
  { package: /^highs$/, places: /^scenarios\//, name: 'scenarios' },
  { package: /^(bullmq|ioredis)$/, places: /^scenarios\/queue\//, name: 'scenarios/queue' },
  {
    package: /^@noble\/hashes/,
    places: /^sim\/(kernel\/trust\/fingerprint\.ts|record\/)/,
    name: 'sim/kernel/trust/fingerprint.ts and sim/record',
  },
];

const roomOf = (path: string) => path.split('/')[0]!;
const isRelative = (specifier: string) => specifier.startsWith('.');

function simRank(path: string): number {
  const place = path.split('/')[1]!;
  return simOrder.findIndex((places) => places.includes(place));
}

/** Imports go down: scenarios -> models -> sim; viewer -> sim/record; inside sim by its order. */
export function directionBreaches(file: SourceFile): Breach[] {
  const allowed = directions[roomOf(file.path)] ?? [];
  return importsOf(file)
    .filter(({ specifier }) => isRelative(specifier))
    .flatMap(({ specifier, line }) => {
      const target = resolveFrom(file.path, specifier);
      const where = `${file.path}:${line}`;
      if (!target.includes('/')) return [];
      if (!allowed.some((room) => target === room || target.startsWith(`${room}/`))) {
        return [`${where} imports ${target}: ${roomOf(file.path)} may import from ${allowed.join(', ')}`];
      }
      return simBreach(file.path, target, where);
    });
}

function simBreach(path: string, target: string, where: string): Breach[] {
  if (roomOf(path) !== 'sim') return [];
  const from = simRank(path);
  const to = simRank(target);
  if (from < 0 || to < 0) return [`${where}: ${from < 0 ? path : target} has no place in the order of sim`];
  if (to > from) return [`${where} imports ${target}: it stands higher in the order of sim`];
  return from === 0 && to === 0 ? kernelBreach(path, target, where) : [];
}

/** A file beside the folders, other than the simulation, has no place in the order. */
function kernelBreach(path: string, target: string, where: string): Breach[] {
  const [from, to] = [path, target].map((file) => file.split('/')[2]!) as [string, string];
  const rankOf = (place: string) => kernelOrder.findIndex((places) => places.includes(place));
  if (from === to || (rankOf(from) >= 0 && rankOf(to) >= 0 && rankOf(to) < rankOf(from))) return [];
  return [`${where} imports ${target}: it does not stand lower in the order of the kernel`];
}

/** A package with a door is imported through it only. */
export function doorBreaches(file: SourceFile): Breach[] {
  return importsOf(file).flatMap(({ specifier, line }) =>
    doors
      .filter((door) => door.package.test(specifier) && !door.places.test(file.path))
      .map((door) => `${file.path}:${line} imports ${specifier}: only ${door.name} may`),
  );
}

/** What a world that must repeat exactly cannot call. */
export function callBreaches(file: SourceFile): Breach[] {
  if (!/^(sim|models)\//.test(file.path)) return [];
  const found: Breach[] = [];
  const banned = new Set(['Math.random', 'Math.pow', 'Date.now', 'performance.now', 'performance.mark']);
  walk(file.ast, (node) => {
    const say = (what: string) => found.push(`${file.path}:${lineOf(file, node)} uses ${what}`);
    if (ts.isPropertyAccessExpression(node) && banned.has(node.getText(file.ast)))
      say(node.getText(file.ast));
    if (ts.isNewExpression(node) && node.expression.getText(file.ast) === 'Date') say('new Date');
    if (
      ts.isBinaryExpression(node) &&
      [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken].includes(
        node.operatorToken.kind,
      )
    )
      say('**');
  });
  return found;
}

/** Files of at most 300 lines (tables of data aside), functions of at most 60. */
export function sizeBreaches(file: SourceFile): Breach[] {
  const lines = file.text.split('\n').length - 1;
  const isData = /\/data\//.test(file.path);
  const found =
    lines > maxFileLines && !isData ? [`${file.path} has ${lines} lines, more than ${maxFileLines}`] : [];
  walk(file.ast, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const start = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast)).line;
    const length = file.ast.getLineAndCharacterOfPosition(node.end).line - start + 1;
    if (length > maxFunctionLines && !(file.path in admitted))
      found.push(`${file.path}:${start + 1} function of ${length} lines, more than ${maxFunctionLines}`);
  });
  return found;
}

/** No `export *`, no `any`, no silenced compiler, no promise to finish later, no cast through `unknown` without its reason. */
export function mannersBreaches(file: SourceFile): Breach[] {
  const found: Breach[] = [];
  walk(file.ast, (node) => {
    if (ts.isExportDeclaration(node) && !node.exportClause)
      found.push(`${file.path}:${lineOf(file, node)} hides names behind export *`);
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      found.push(`${file.path}:${lineOf(file, node)} uses the type any`);
  });
  const marks = [`@ts-${'ignore'}`, `@ts-${'nocheck'}`, `TO${'DO'}`, `FIX${'ME'}`];
  file.text.split('\n').forEach((text, i) => {
    for (const mark of marks) if (text.includes(mark)) found.push(`${file.path}:${i + 1} contains ${mark}`);
  });
  return [...found, ...castBreaches(file)];
}

/** A cast through `unknown` says why beside it: in a comment on its line or on the line before. Tests cast as they need. */
function castBreaches(file: SourceFile): Breach[] {
  if (file.path.startsWith('test/')) return [];
  const lines = file.text.split('\n');
  return lines.flatMap((text, i) => {
    const isExplained = [lines[i - 1] ?? '', text].some((line) => /\/\/|\*\//.test(line));
    if (!text.includes(`as ${'unknown'} as`) || isExplained) return [];
    return [`${file.path}:${i + 1} casts through unknown without its reason in a comment`];
  });
}

/** Circles of imports, types included, each named once. */
export function cycles(files: readonly SourceFile[]): Breach[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ specifier }) => isRelative(specifier))
        .map(({ specifier }) => resolveFrom(file.path, specifier)),
    ]),
  );
  const done = new Set<string>();
  const found: Breach[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push(`circle of imports: ${[...trail.slice(start), path].join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of [...graph.keys()].sort()) visit(path, []);
  return found;
}
