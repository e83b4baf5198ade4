import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthsFile, readMonths } from '../../../../scenarios/record/months-reader.ts';
import { regionScenarioSchema } from '../../../../scenarios/schema/region/scenario.ts';
import { type RegionData, readRegion } from '../../../../scenarios/studies/region/read.ts';
import {
  type RegionResult,
  runLoadedRegion,
  runRegionToFolder,
} from '../../../../scenarios/studies/region/region.ts';
import type { RegionMessage } from '../../../../sim/record/region.ts';
import { emptyFolder } from '../../command.ts';
import { sound } from './sound-region.ts';

const folder = emptyFolder();
const cacheDir = join(folder.path, 'cache');
const set = [
  'region.days=100',
  'region.size={places: 20, materials: 8, kgPerDay: 20000}',
  'region.routing=[nearest, price-aware]',
];
const play = (out: string) =>
  runRegionToFolder('circular-region', { set, cacheDir, workers: 1, out: join(folder.path, out) });

let run: RegionResult;
let data: RegionData;
let messages: readonly RegionMessage[];
beforeAll(async () => {
  run = await play('run');
  data = await readRegion(run.folder);
  const reading = readMonths(readFileSync(join(run.folder, monthsFile)));
  expect(reading.damage).toBeNull();
  messages = reading.messages;
}, 120_000);
afterAll(folder.remove);

const started = () => {
  const [first] = messages;
  if (first?.type !== 'region.started') throw new Error('no start');
  return first.data;
};
const months = (policy: string) =>
  messages.flatMap((m) => (m.type === 'region.month' && m.data.policy === policy ? [m.data] : []));
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('the recording of a region', () => {
  it('tells every month of every policy, and how it ended', () => {
    expect(started().policies).toEqual(['nearest', 'price-aware']);
    for (const policy of started().policies)
      expect(months(policy).map(({ day }) => day)).toEqual([30, 60, 90, 100]);
    const last = messages.at(-1);
    expect(last?.type).toBe('region.ended');
    if (last?.type !== 'region.ended') return;
    expect(last.data.answer).toBe(run.document.answer);
    for (const { policy, routingEur } of last.data.results) {
      const told = run.document.routing.find(({ name }) => name === policy)!;
      expect(routingEur).toBeCloseTo(told.routingEur.mean, 0);
      expect(sum(months(policy).map((month) => month.routingEur))).toBeCloseTo(told.routingEur.mean, -1);
    }
  });

  it('agrees with the tables on every stock, kind by kind, to the kilogram', () => {
    const { places } = started();
    for (const row of data.table('stocks')) {
      const month = months(String(row.routing)).find(({ day }) => day === row.day)!;
      for (const kind of ['maker', 'use', 'collection', 'sorting', 'workshop', 'reprocessor']) {
        const kg = sum(places.map((place, i) => (place.kind === kind ? sum(month.stockKg[i]!) : 0)));
        expect(Math.abs(kg - Number(row[`${kind}Kg`])), `${kind} on day ${row.day}`).toBeLessThan(5);
      }
      expect(Math.abs(month.transitKg - Number(row.transitKg))).toBeLessThan(0.1);
    }
  });

  it('moves what it says: what went into the outlets came over their routes', () => {
    const { places, routes } = started();
    for (const policy of started().policies) {
      const all = months(policy);
      for (const [i, { id, kind }] of places.entries()) {
        if (!['market', 'recovery', 'landfill'].includes(kind)) continue;
        const came = sum(all.flatMap(({ routeKg }) => routeKg.filter((_, r) => routes[r]!.to === id)));
        const took = sum(all.at(-1)!.stockKg[i]!);
        // The rest is on the road on the last day.
        expect(came).toBeGreaterThanOrEqual(took - 5);
        expect(came - took).toBeLessThanOrEqual(all.at(-1)!.transitKg + 5);
      }
    }
  });

  it('has no vehicles where the distance is none, and full loads where there are many', () => {
    const { places, routes, payloadKg } = started();
    const used = new Set(places.filter(({ kind }) => kind === 'use').map(({ id }) => id));
    for (const { routeKg, routeTrips } of months('price-aware'))
      routes.forEach(({ km, to }, i) => {
        // What enters use is bought and carried home.
        if (km === 0 || used.has(to)) expect(routeTrips[i]).toBe(0);
        else expect(routeKg[i]!).toBeLessThanOrEqual(routeTrips[i]! * payloadKg + 1);
      });
  });

  it('is small, the same twice, and no part of the fingerprint', async () => {
    const again = await play('again');
    const bytes = (dir: string) => readFileSync(join(dir, monthsFile));
    expect(bytes(again.folder).equals(bytes(run.folder))).toBe(true);
    expect(again.document.fingerprint).toBe(run.document.fingerprint);
    expect(statSync(join(run.folder, monthsFile)).size).toBeLessThan(100_000);
  });

  it('knows no map where a region has none', async () => {
    const scenario = regionScenarioSchema.parse(sound());
    const small = await runLoadedRegion(scenario, 'small', {
      cacheDir,
      workers: 1,
      out: join(folder.path, 'own'),
    });
    const reading = readMonths(readFileSync(join(small.folder, monthsFile)));
    expect(reading.damage).toBeNull();
    const [first] = reading.messages;
    expect(first?.type === 'region.started' && first.data.places.every(({ spot }) => spot.length === 0)).toBe(
      true,
    );
  }, 60_000);
});

describe('a recording that is not whole', () => {
  const bytes = () => readFileSync(join(run.folder, monthsFile));
  it.each<[string, (whole: Buffer) => Buffer, RegExp]>([
    ['cut', (whole) => whole.subarray(0, -40), /first 8 months only: it is cut off/],
    ['cut early', (whole) => whole.subarray(0, 2000), /cannot be read: it is cut off/],
    ['empty', () => Buffer.alloc(0), /cannot be read: it is empty/],
    ['foreign', () => Buffer.from('a text file, and no recording'), /cannot be read: /],
    [
      'of a newer version',
      (whole) =>
        Buffer.from(
          whole.toString('latin1').replace('"looptwin.months/1","title"', '"looptwin.months/9","title"'),
          'latin1',
        ),
      /cannot be read: .*(looptwin.months\/9|crc)/i,
    ],
  ])('is told in words when it is %s', (_, spoil, words) => {
    const { damage } = readMonths(spoil(bytes()));
    expect(damage?.what).toMatch(words);
    expect(damage?.cure).toContain('looptwin run');
  });
});
