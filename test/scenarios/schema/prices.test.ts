import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadArms } from '../../../scenarios/schema/arms.ts';
import {
  findPriceTable,
  priceTableNames,
  readPriceTable,
} from '../../../scenarios/schema/day/price-table.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { depotPricesName, depotWorld } from '../../../sim/site/depot.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder.path, name), lines.join('\n'));

function said(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const table = (more: readonly string[] = []) => [
  'about: mine',
  'country: Austria',
  'year: 2025',
  'currency: EUR',
  'eurPerUnit: 1',
  'vat: excluded',
  'prices:',
  '  pp: { per: t, lo: 100, typ: 200, hi: 300, source: own, doubt: memory }',
  '  wine-bottle: { per: piece, lo: 0.1, typ: 0.2, hi: 0.3, source: own, doubt: memory }',
  '  residue: { per: t, lo: 100, typ: 140, hi: 300, source: own, doubt: memory }',
  '  mains: { per: kWh, lo: 0.1, typ: 0.2, hi: 0.3, source: own, doubt: memory }',
  '  sorter: { per: h, lo: 20, typ: 23, hi: 30, source: own, doubt: memory }',
  ...more,
];

const outputs = (grades: readonly string[]) => [
  'outputs:',
  ...grades.map(
    (grade, i) =>
      `  - { id: o${i}, use: recycle-high, accepts: [PP], tiers: [{ minPurity: 0.9, grade: ${grade}, share: 0.5 }] }`,
  ),
  `robots: [{ id: r1, positionM: 3, outputs: [${grades.map((_, i) => `o${i}`).join(', ')}] }]`,
  'assets: []',
];

describe('price tables', () => {
  test.each(priceTableNames())('%s is sound, with source and doubt of every price', (name) => {
    const read = readPriceTable(findPriceTable(name, [folder.path]) ?? '', folder.path);
    expect(Object.values(read.prices).filter(({ source }) => source.length < 8)).toEqual([]);
    expect(name.endsWith(String(read.year))).toBe(true);
  });

  test('a scenario that says nothing is paid as the depot is, and says in which money', () => {
    const { outputs: bins, residue, economy, money } = loadScenario('quickstart');
    expect(bins.map(({ tiers }) => tiers)).toEqual(depotWorld.outputs.map(({ tiers }) => tiers));
    expect([residue.costEurPerKg, economy.mainsEurPerKWh]).toEqual([
      depotWorld.residue.costEurPerKg,
      depotWorld.economy.mainsEurPerKWh,
    ]);
    expect(money).toMatchObject({ country: 'United Kingdom', year: 2025, currency: 'GBP', vat: 'excluded' });
  });

  test('another table changes every price that the file leaves open, and none that it states', () => {
    const set = ['prices=germany-2025', 'outputs[3].tiers[0].priceEurPerKg=0.4', 'residue.costEurPerKg=0.2'];
    const { outputs: bins, residue, picker, money } = loadScenario('smoke', set);
    expect(bins[0]?.tiers[0]).toMatchObject({ grade: 'pet-bottles-clear', priceEurPerKg: 0.231 });
    expect(bins[3]?.tiers[0]?.priceEurPerKg).toBe(0.4);
    expect([residue.costEurPerKg, picker.eurPerHour, money.country]).toEqual([0.2, 22, 'Germany']);
  });

  test('a table of your own: euros per kilogram from tonnes, times the share of the price', () => {
    write('mine.yaml', table());
    write('s.yaml', ['extends: smoke', 'prices: ./mine.yaml', ...outputs(['pp'])]);
    const { outputs: bins, residue, picker } = loadScenario('./s.yaml', [], folder.path);
    expect(bins[0]?.tiers[0]?.priceEurPerKg).toBeCloseTo(0.1, 12);
    expect([residue.costEurPerKg, picker.eurPerHour]).toEqual([0.14, 23]);
  });

  test('a table of your own is found beside the file that names it, and one that a setting names in the working folder', () => {
    mkdirSync(join(folder.path, 'plant'));
    write('plant/beside.yaml', table());
    write('plant/s.yaml', ['extends: smoke', 'prices: ./beside.yaml', ...outputs(['pp'])]);
    write('plant/inner.yaml', ['extends: ./s.yaml', 'seed: 2']);
    for (const name of ['s', 'inner'])
      expect(loadScenario(`./plant/${name}.yaml`, [], folder.path).residue.costEurPerKg).toBe(0.14);
    // A file in another folder that extends it means its table too, whatever lies beside that file; an arm means its own file's folder.
    mkdirSync(join(folder.path, 'other'));
    write(
      'other/beside.yaml',
      table().map((line) => line.replace('typ: 140', 'typ: 290')),
    );
    const arms = ['compare:', '  arms: [{ name: a, set: { prices: ./beside.yaml } }]'];
    write('other/child.yaml', ['extends: ../plant/s.yaml', ...arms]);
    expect(loadScenario('./other/child.yaml', [], folder.path).residue.costEurPerKg).toBe(0.14);
    expect(loadArms('./other/child.yaml', [], folder.path)[0]!.scenario.residue.costEurPerKg).toBe(0.29);
    const elsewhere = said(() => loadScenario('./plant/s.yaml', ['prices=./beside.yaml'], folder.path));
    expect(elsewhere[0]).toContain('no such price table, got "./beside.yaml"');
    write(
      'plant/beside.yaml',
      table().filter((line) => !line.startsWith('currency')),
    );
    expect(said(() => loadScenario('./plant/s.yaml', [], folder.path))).toEqual([
      expect.stringMatching(/^plant\/beside\.yaml:\d+ currency: is missing/),
    ]);
  });
});

describe('what is wrong with prices, all at once', () => {
  test('unknown grade, price by the piece, no price at all, unknown setting', () => {
    write('mine.yaml', table());
    const grades = ['ppp', 'wine-bottle'];
    write('s.yaml', [
      'extends: smoke',
      'prices: ./mine.yaml',
      'belt: { speed: 1 }',
      ...outputs(grades),
      'economy: { mainsEurPerKWh: null }',
    ]);
    expect(said(() => loadScenario('./s.yaml', [], folder.path))).toEqual([
      expect.stringMatching(/^s\.yaml:3 belt\.speed: unknown key/),
      expect.stringMatching(
        /^s\.yaml:5 outputs\[0\]\.tiers\[0\]\.grade: the price table \.\/mine\.yaml has no such grade, got "ppp". Did you mean pp\?/,
      ),
      expect.stringMatching(
        /^s\.yaml:6 outputs\[1\]\.tiers\[0\]\.grade: is paid by the piece, and a bale by mass/,
      ),
    ]);
  });

  test('an unknown table, and a path where no table lies', () => {
    expect(said(() => loadScenario('smoke', ['prices=germany-2024']))).toEqual([
      '--set prices: no such price table, got "germany-2024". Did you mean germany-2025?',
    ]);
    const [path] = said(() => loadScenario('smoke', ['prices=./none.yaml'], folder.path));
    expect(path).toContain(`no such price table, got "./none.yaml". Known: germany-2025, ${depotPricesName}`);
  });

  test('a table without currency, with prices out of order, without the price of residue: by its own lines, beside the scenario', () => {
    const broken = table().filter((line) => !line.startsWith('currency') && !line.startsWith('  residue'));
    write('mine.yaml', [
      ...broken.slice(0, 6),
      '  pp: { per: t, lo: 100, typ: 20, hi: 300, source: own, doubt: memory }',
    ]);
    write('s.yaml', ['extends: smoke', 'prices: ./mine.yaml', 'belt: { speed: 1 }']);
    const lines = said(() => loadScenario('./s.yaml', [], folder.path));
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^s\.yaml:3 belt\.speed: unknown key/),
        expect.stringMatching(/^mine\.yaml:\d+ currency: is missing/),
        expect.stringMatching(/^mine\.yaml:7 prices\.pp: must ascend/),
      ]),
    );
    write('mine.yaml', broken);
    expect(said(() => loadScenario('./s.yaml', [], folder.path))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^mine\.yaml:6 prices: must hold residue, mains, sorter/),
      ]),
    );
  });
});
