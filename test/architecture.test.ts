import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { colourBreaches, readPages } from './architecture/colours.ts';
import { crowdedFolders, mutualFolders } from './architecture/floor-plan.ts';
import {
  callBreaches,
  cycles,
  directionBreaches,
  doorBreaches,
  mannersBreaches,
  sizeBreaches,
} from './architecture/rules.ts';
import { parseSource, readSources } from './architecture/sources.ts';
import { stateBreaches } from './architecture/state.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = readSources(root, ['sim', 'models', 'scenarios', 'viewer']);
const tests = readSources(root, ['test']);

describe('the house keeps its rules', () => {
  it('imports go down only', () => expect(rooms.flatMap(directionBreaches)).toEqual([]));
  it('packages with a door come in through it', () => expect(rooms.flatMap(doorBreaches)).toEqual([]));
  it('nothing that would not repeat is called', () => expect(rooms.flatMap(callBreaches)).toEqual([]));
  it('no module of sim remembers anything', () => expect(rooms.flatMap(stateBreaches)).toEqual([]));
  it('files and functions stay readable', () => expect([...rooms, ...tests].flatMap(sizeOrNone)).toEqual([]));
  it('no any, no export *, no silenced compiler', () =>
    expect([...rooms, ...tests].flatMap(mannersBreaches)).toEqual([]));
  it('there are no circles', () => expect(cycles(rooms)).toEqual([]));
  it('no folder is crowded', () => expect(crowdedFolders(rooms)).toEqual([]));
  it('no two folders import each other', () => expect(mutualFolders(rooms)).toEqual([]));
  it('every colour comes from the palette', () =>
    expect(readPages(root).flatMap(({ path, text }) => colourBreaches(path, text))).toEqual([]));
  it('looked at every room', () => {
    for (const room of ['sim/kernel/', 'models/engine/', 'scenarios/cli/', 'viewer/'])
      expect(
        rooms.some(({ path }) => path.startsWith(room)),
        room,
      ).toBe(true);
  });
});

/** A describe block of a test is a list, not a function that must fit a screen. */
function sizeOrNone(file: Parameters<typeof sizeBreaches>[0]): string[] {
  return file.path.startsWith('test/')
    ? sizeBreaches(file).filter((breach) => !breach.includes(' function of '))
    : sizeBreaches(file);
}

describe('each rule can fail', () => {
  const breach = (path: string, text: string, rule: (file: ReturnType<typeof parseSource>) => string[]) =>
    rule(parseSource(path, text));
  it.each([
    ['sim/kernel/a.ts', "import { x } from '../../models/b.ts';"],
    ['models/a.ts', "import type { X } from '../scenarios/b.ts';"],
    ['models/a.ts', "const m = await import('../scenarios/b.ts');"],
    ['viewer/a.ts', "import { x } from '../sim/kernel/b.ts';"],
    ['sim/kernel/a.ts', "import { x } from '../materials/b.ts';"],
    ['sim/materials/a.ts', "export { x } from '../senses/b.ts';"],
    ['sim/drawer/a.ts', "import { x } from '../kernel/b.ts';"],
    ['sim/kernel/processes/a.ts', "import type { X } from '../simulation.ts';"],
    ['sim/kernel/processes/a.ts', "import type { X } from '../stations/b.ts';"],
    ['sim/kernel/statistics/a.ts', "import { x } from '../random/b.ts';"],
    ['sim/kernel/simulation.ts', "import { x } from './trust/b.ts';"],
  ])('direction: %s %s', (path, text) => expect(breach(path, text, directionBreaches)).toHaveLength(1));
  it.each([
    ['sim/site/a.ts', "import seedrandom from 'seedrandom';"],
    ['models/training/train.ts', "import * as tf from '@tensorflow/tfjs-core';"],
    ['sim/site/a.ts', "import { readFileSync } from 'node:fs';"],
    ['scenarios/a.ts', "import { Scene } from 'three';"],
    ['sim/run.ts', "import { Subject } from 'rxjs';"],
    ['scenarios/cli/a.ts', "import { Queue } from 'bullmq';"],
  ])('door: %s %s', (path, text) => expect(breach(path, text, doorBreaches)).toHaveLength(1));
  it.each(['Math.random()', 'Date.now()', 'new Date()', '2 ** x', 'Math.pow(2, x)', 'performance.now()'])(
    'call: %s',
    (code) => expect(breach('sim/site/a.ts', `export const a = ${code};`, callBreaches)).toHaveLength(1),
  );
  it('call: not in a comment or a text', () =>
    expect(breach('sim/a.ts', '/* Math.random */ const a = "2 ** 3";', callBreaches)).toEqual([]));
  it.each([
    'let last = 0;',
    'const cache = new Map<number, string>();',
    'const cache = new WeakMap<object, string>();',
    'const buffer = new Float64Array(31);',
    'const shared = { body: new Float32Array(6), metal: false };',
    'const places = new TablePlaces();',
    'const known = new Map([[1, 2]]);',
    'const table = [1, 2]; export function f() { table[0] = 3; }',
    'const scratch = { r: 0 }; export function f(r: number) { scratch.r = r; }',
    'const scratch = { r: 0 }; export function f() { scratch.r++; }',
    'const list: number[] = []; export function f() { list.push(1); }',
  ])('state: %s', (text) => expect(breach('sim/site/a.ts', text, stateBreaches)).toHaveLength(1));
  it.each([
    'const known: ReadonlyMap<number, number> = new Map([[1, 2]]);',
    'const table = Float64Array.from({ length: 3 }, (_, i) => i * i);',
    'const make = () => new Map();',
    'const sum = 0; export function f() { let sum = 1; const list = [1]; list[0] = 2; sum += 1; }',
    'const list = [1]; export function f(list: number[]) { list[0] = 2; }',
    'class A { readonly kept = new Map(); } export function f() { const at = { a: 1 }; at.a = 2; }',
  ])('state: none in %s', (text) => expect(breach('sim/site/a.ts', text, stateBreaches)).toEqual([]));
  it('size: a long file and a long function', () => {
    expect(breach('sim/a.ts', '\n'.repeat(301), sizeBreaches)).toHaveLength(1);
    expect(breach('sim/a.ts', `function f() {${'\n'.repeat(60)}}`, sizeBreaches)).toHaveLength(1);
    expect(breach('sim/a.ts', `const f = () => {${'\n'.repeat(59)}};`, sizeBreaches)).toEqual([]);
  });
  it.each(["export * from './b.ts';", 'let a: any;', `// TO${'DO'} later`, `// @ts-${'ignore'}`])(
    'manners: %s',
    (text) => expect(breach('sim/a.ts', text, mannersBreaches)).toHaveLength(1),
  );
  it('manners: a cast through unknown needs its reason on the same line or the one before', () => {
    const cast = 'export const a = {} as unknown as string;';
    const found = (text: string) => breach('sim/a.ts', text, mannersBreaches).length;
    expect([cast, `// Why.\n\n${cast}`].map(found)).toEqual([1, 1]);
    expect([`// Why.\n${cast}`, `${cast} // Why.`, `/** Why. */\n${cast}`].map(found)).toEqual([0, 0, 0]);
  });
  it.each(["fill: '#0072b2'", 'color: #fff;', 'background: rgb(230 170 50 / 45%)', 'stroke="#12345678"'])(
    'colour: %s',
    (text) => {
      expect(colourBreaches('viewer/style/a.css', text)).toHaveLength(1);
      expect(colourBreaches('sim/record/palette.json', text)).toEqual([]);
    },
  );
  it('colour: none in an address, a number of an issue, a shadow or a name of the palette', () =>
    expect(colourBreaches('viewer/a.tsx', "href('#tab-day') '&#39;' rgb(0 0 0 / 6%) var(--blue)")).toEqual(
      [],
    ));
  it('cycle', () => {
    const a = parseSource('sim/site/a.ts', "import { b } from './b.ts';");
    const b = parseSource('sim/site/b.ts', "import { a } from './a.ts';");
    expect(cycles([a, b])).toEqual(['circle of imports: sim/site/a.ts -> sim/site/b.ts -> sim/site/a.ts']);
  });
  it('crowded: the twenty-first file of a folder', () => {
    const files = Array.from({ length: 21 }, (_, i) => parseSource(`sim/site/a${i}.ts`, ''));
    expect(crowdedFolders(files)).toEqual(['sim/site holds 21 code files, more than 20']);
    expect(crowdedFolders(files.slice(1))).toEqual([]);
  });
  it('mutual: two folders, by types too; files right below a room are places of their own', () => {
    const a = parseSource('sim/site/a.ts', "import { b } from './flow/b.ts';");
    const b = parseSource('sim/site/flow/b.ts', "import type { C } from '../c.ts';");
    expect(mutualFolders([a, b])).toHaveLength(1);
    const run = parseSource('sim/run.ts', "import { a } from './site/a.ts';");
    const user = parseSource('sim/site/d.ts', "import type { Port } from '../ports.ts';");
    expect(mutualFolders([run, user])).toEqual([]);
  });
  it('direction: the kernel reads down its order', () => {
    const file = parseSource('sim/kernel/trust/a.ts', "import { x } from '../simulation.ts';");
    expect(directionBreaches(file)).toEqual([]);
  });
  it('cycle: types count, across folders and inside one', () => {
    const a = parseSource('sim/site/a.ts', "import { b } from '../weather/b.ts';");
    const b = parseSource('sim/weather/b.ts', "import type { a } from '../site/a.ts';");
    expect(cycles([a, b])).toHaveLength(1);
    const c = parseSource('sim/kernel/c.ts', "import { type D } from './d.ts';");
    const d = parseSource('sim/kernel/d.ts', "import type { C } from './c.ts';");
    expect(cycles([c, d])).toEqual([
      'circle of imports: sim/kernel/c.ts -> sim/kernel/d.ts -> sim/kernel/c.ts',
    ]);
  });
});
