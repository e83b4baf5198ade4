import { describe, expect, test } from 'vitest';
import { cueNames, cuesOf } from '../../../sim/materials/appearance.ts';
import { lookGroups, materialById, materials } from '../../../sim/materials/catalogue.ts';
import raw from '../../../sim/materials/data/appearance.json' with { type: 'json' };
import catalogue from '../../../sim/materials/data/catalogue.json' with { type: 'json' };
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { crushKinds, goods, labelKinds, processMarks } from '../../../sim/record/item-state.ts';

const doubts = ['measured', 'table', 'derived', 'memory', 'estimate'];
const sources: Readonly<Record<string, string>> = raw.sources;

/** Every [value, unit, source, doubt] of the file with its path. */
function cellsIn(entry: unknown, path: string): [string, unknown[]][] {
  if (Array.isArray(entry)) return entry.length === 4 && typeof entry[3] === 'string' ? [[path, entry]] : [];
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.entries(entry).flatMap(([key, value]) => cellsIn(value, `${path}.${key}`));
}

describe('the data', () => {
  const cells = cellsIn(raw, 'appearance');

  test('every number has a unit, a source that is written out and a doubt', () => {
    expect(cells.length).toBeGreaterThan(700);
    for (const [path, [value, unit, source, doubt]] of cells) {
      expect(typeof unit, path).toBe('string');
      expect(sources, path).toHaveProperty(String(source));
      expect(doubts, path).toContain(doubt);
      const numbers = typeof value === 'object' ? Object.values(value as object) : [value];
      for (const number of numbers) expect(Number.isFinite(number) && number >= 0, path).toBe(true);
    }
  });

  test('units are those of the numbers, and scales are above 0', () => {
    const numbers: Readonly<Record<string, { unit: string; scale: string }>> = raw.numbers;
    for (const [id, entry] of Object.entries(raw.substances)) {
      expect(Object.keys(entry), id).toEqual([...cueNames]);
      for (const [cue, cell] of Object.entries(entry)) {
        expect(cell[1], `${id}.${cue}`).toBe(numbers[cue]!.unit);
        if (numbers[cue]!.scale === 'log') expect(Number(cell[0]), `${id}.${cue}`).toBeGreaterThan(0);
      }
    }
  });

  test('shares add up to 1 and use known words', () => {
    const shares = (path: RegExp) =>
      cells.filter(([where, [, unit]]) => unit === 'share' && path.test(where));
    const words = [
      [/\.marks\./, processMarks],
      [/\.crush\./, crushKinds],
      [/\.goods\./, goods],
    ] as const;
    for (const [path, known] of words) {
      expect(shares(path).length).toBeGreaterThan(5);
      for (const [where, [value]] of shares(path)) {
        const entries = Object.entries(value as Record<string, number>);
        expect(
          entries.reduce((sum, [, share]) => sum + share, 0),
          where,
        ).toBeCloseTo(1, 9);
        for (const [word] of entries) expect(known, where).toContain(word);
      }
    }
    expect(Object.keys(raw.habits).sort()).toEqual([...goods].sort());
    for (const { label } of Object.values(raw.habits)) expect(labelKinds).toContain(label);
  });

  test('substances and looks are those of the catalogue', () => {
    const general = ['other', 'metal', 'glass'];
    for (const id of Object.keys(raw.substances))
      expect([...general, ...Object.keys(catalogue.substances)]).toContain(id);
    for (const id of [...Object.keys(raw.exceptions), ...Object.keys(raw.goods)])
      expect(Object.keys(catalogue.looks)).toContain(id);
  });
});

/** What may differ between look-alikes although no camera sees it: fields of the substance. */
const hidden = new Set([
  'materialId',
  'massKg',
  'alphaScale',
  'blendShare',
  'talcPct',
  'crystallinity',
  'coatingUm',
]);
const notSeen = /^(chain|delamination|moisture|plasticiser|damage)/;

function seen(item: ItemState): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !hidden.has(key) && !notSeen.test(key)));
}

describe('the dial', () => {
  const state = 6;

  test('at 0 look-alikes of equal seed and history have equal fields, but for what no camera sees', () => {
    const history = [{ ...stay, durationS: 3e7 }];
    for (const group of lookGroups()) {
      for (let itemId = 0; itemId < 4; itemId++) {
        const made = group.map((materialId) =>
          makeItem({ seed: 9, itemId, materialId, history, lookCoupling: 0 }),
        );
        for (const other of made.slice(1))
          expect(seen(other), `${group[0]} ${other.materialId}`).toEqual(seen(made[0]!));
      }
    }
  });

  test('at 1 every group differs in several cues', () => {
    for (const group of lookGroups()) {
      const cues = group.map((id) => cuesOf(materialById(id), 1));
      const differing = cueNames.filter((cue) => new Set(cues.map((one) => one[cue])).size > 1);
      expect(differing.length, group.join(' ')).toBeGreaterThan(3);
    }
  });

  test('between its ends a cue lies between the mean of the look and its own', () => {
    const hdpe = materialById('hdpe-bottle-white');
    const [none, half, full] = [0, 0.5, 1].map((dial) => cuesOf(hdpe, dial).glossSigmaDeg);
    expect(none).toBeLessThan(half!);
    expect(half).toBeLessThan(full!);
    expect(half! * half!).toBeCloseTo(none! * full!, 9);
  });

  test('pieces of a pair overlap in every number', () => {
    const pair = ['hdpe-bottle-white', 'pp-bottle-white'] as const;
    const of = (materialId: string) =>
      Array.from({ length: 200 }, (_, itemId) => makeItem({ seed: 2, itemId, materialId, state }));
    const [a, b] = [of(pair[0]), of(pair[1])];
    for (const cue of ['glossSigmaDeg', 'bodyHaze', 'stiffness', 'visibleScatterScale'] as const) {
      const values = (items: ItemState[]) => items.map((item) => item[cue]).sort((x, y) => x - y);
      const [low, high] = values(a)[100]! < values(b)[100]! ? [values(a), values(b)] : [values(b), values(a)];
      expect(low[195]!, cue).toBeGreaterThan(high[4]!);
    }
  });

  test('a material without look-alikes does not feel it', () => {
    const alone = materials.filter(({ id }) => !lookGroups().flat().includes(id));
    for (const material of alone) expect(cuesOf(material, 0)).toEqual(cuesOf(material, 1));
  });
});

const stay = {
  place: 'outdoor',
  durationS: 0,
  tempK: 293,
  rh: 0.6,
  uvWPerM2: 5,
  wetFraction: 0.2,
  cyclesPerYear: 60,
  corrosivity: 2.5,
  soilGPerM2PerYear: 5,
  washPerYear: 5,
  soilType: 'dust',
} as const;
