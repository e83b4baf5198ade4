import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { regionText } from '../../../../scenarios/cli/verbs/region.ts';
import { InputError } from '../../../../scenarios/errors.ts';
import { isRegion, loadRegion } from '../../../../scenarios/schema/load.ts';
import { chainOfScenario } from '../../../../scenarios/schema/region/scenario.ts';
import { runRegion } from '../../../../scenarios/studies/region/region.ts';

const folder = mkdtempSync(join(tmpdir(), 'looptwin-region-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = [
  'region.days=60',
  'region.size={places: 20, materials: 8, kgPerDay: 20000}',
  'region.routing=[nearest, price-aware]',
];

/** The problems of a region file with this text, as one string. */
function problemsOf(text: string): string {
  const path = join(folder, 'bad.yaml');
  writeFileSync(path, text);
  try {
    loadRegion(path, [], folder);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
}

describe('a region scenario', () => {
  it('is told from a site by its region section', () => {
    expect(isRegion('circular-region')).toBe(true);
    expect(isRegion('smoke')).toBe(false);
  });

  it('answers with an interval, under its bound, and comes from the cache the second time', async () => {
    const options = { set: small, replications: 3, cacheDir: folder, workers: 2 };
    const first = await runRegion('circular-region', options);
    expect(first.routing.map(({ name }) => name)).toEqual(['nearest', 'price-aware']);
    expect(first.answer).toMatch(/95 % interval/);
    expect(first.routing.every(({ regretEur }) => regretEur.mean >= 0)).toBe(true);
    expect(Math.max(...Object.values(first.balance))).toBeLessThan(1e-9);
    const again = await runRegion('circular-region', options);
    expect(again).toEqual(first);
  });

  it('says which months are warm-up, from ten months on', async () => {
    const set = ['region.days=390', 'region.routing=[price-aware]'];
    const document = await runRegion('circular-region', { set, cacheDir: folder, workers: 1 });
    const { steady } = document.routing[0]!;
    expect(steady).toMatchObject({ months: 13, deletedMonths: expect.any(Number) });
    expect(steady!.deletedMonths % 5).toBe(0);
    expect(steady!.feedKgPerMonth).toBeGreaterThan(0);
    const told = steady!.tooShort ? 'not steady yet' : 'kg a month';
    const words = `price-aware: first ${steady!.deletedMonths} of 13 months deleted, .*${told}`;
    expect(regionText(document)).toMatch(new RegExp(`by MSER-5:\\n${words}`));
    const short = await runRegion('circular-region', { set: small, cacheDir: folder, workers: 1 });
    expect(short.routing[0]!.steady).toBeNull();
    expect(regionText(short)).not.toContain('MSER');
  });

  it.each([
    'region.days=59',
    'region.size={places: 24, materials: 8, kgPerDay: 20000}',
    'region.size={places: 20, materials: 9, kgPerDay: 20000}',
    'region.size={places: 20, materials: 8, kgPerDay: 30000}',
    'region.participation=0.2',
    'region.transport={payloadKg: 9000, eurPerKm: 2.5, kmPerDay: 500, carbonKgPerTkm: 0.09}',
    'region.prices={persistence: 0.9, sd: 0.2, shocks: []}',
  ])('%s changes the chain, whose parameters all act', (setting) => {
    const chainOf = (sets: string[]) => chainOfScenario(loadRegion('circular-region', sets));
    expect(chainOf([...small, setting])).not.toEqual(chainOf(small));
  });

  it('seed, price history and policies change the answer', async () => {
    const fingerprint = async (more: object) =>
      (await runRegion('circular-region', { set: small, cacheDir: folder, workers: 1, ...more })).fingerprint;
    const other = [{ seed: 2 }, { replication: 1 }, { set: [...small, 'region.routing=[least-cost]'] }];
    const prints = await Promise.all([{}, ...other].map(fingerprint));
    expect(new Set(prints).size).toBe(4);
  });

  it('names every problem of a file at once, with its place', () => {
    const text = problemsOf(
      [
        'title: bad',
        'region:',
        '  days: 10',
        '  lanes:',
        '    - { from: maker-01, to: mars, km: 3 }',
        '  materials:',
        '    - { materialId: unobtainium, meanLifeDays: 5, lifeShape: 2, virginEurPerKg: 1, virginCarbon: { kgCo2ePerKg: 1, boundary: b, version: v, year: 2020 } }',
      ].join('\n'),
    );
    expect(text).toContain('bad.yaml:5 region.lanes[0].to');
    expect(text).toContain('is not a place of this chain');
    expect(text).toContain('unobtainium');
    expect(text).toContain('is a dead end');
  });

  it('knows the keys of each kind of place, and the kinds', () => {
    const outlet = (kind: string, more: string) =>
      `    - { kind: ${kind}, id: x, accepts: [], minCondition: feed, capacityKgPerDay: 1, ${more}, carbon: { kgCo2ePerKg: 1, boundary: b, version: v, year: 2020, boundry: b } }\n`;
    const text = problemsOf(
      `title: bad\nregion:\n  days: 10\n  places:\n${outlet('market', 'tiersss: []')}${outlet('landfil', 'tiers: []')}${outlet('market', 'tiers: [], yeild: 1')}`,
    );
    expect(text).toMatch(/yaml:5 region\.places\[0\]\.tiersss: unknown key.*Did you mean tiers\?/);
    expect(text).toMatch(/region\.places\[0\]\.carbon\.boundry: unknown key.*Did you mean boundary\?/);
    expect(text).toMatch(
      /yaml:6 region\.places\[1\]\.kind: must be one of maker, .*, got "landfil"\. Did you mean landfill\?/,
    );
    expect(text).toMatch(
      /region\.places\[2\]\.yeild: unknown key, got "yeild"\. Known: kind, id, spotKm, accepts, minCondition, capacityKgPerDay, carbon, tiers, test$/m,
    );
  });

  it('refuses a negative cost and an unknown policy', () => {
    const text = problemsOf(
      'title: bad\nregion:\n  days: 10\n  routing: [teleport]\n  transport: { payloadKg: 1, eurPerKm: -1, kmPerDay: 1, carbonKgPerTkm: 0 }\n',
    );
    expect(text).toContain('must be >= 0');
    expect(text).toContain('must be one of nearest');
  });
});
