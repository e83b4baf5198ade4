import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRegion } from '../../../../scenarios/schema/load.ts';
import type { SiteFile } from '../../../../scenarios/schema/region/site-file.ts';
import { writtenOut } from '../../../../scenarios/schema/region/written-out.ts';
import { playRegion } from '../../../../scenarios/steps/region.ts';
import { armsOf } from '../../../../scenarios/studies/region/arms.ts';
import { type RegionOptions, runRegion } from '../../../../scenarios/studies/region/region.ts';
import { builtCache, emptyFolder, looptwin } from '../../command.ts';
import { refusalOf } from '../../in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
afterAll(folder.remove);

/** Two barely trained networks and the truth, measured in six shifts of an hour each: `looptwin measure smoke --shifts 2`. */
const siteFile = new URL('small-site.json', import.meta.url).pathname;
const site = JSON.parse(readFileSync(siteFile, 'utf8')) as SiteFile;
copyFileSync(siteFile, join(cwd, 'site.json'));

const region = (change: object = {}) => ({
  title: 'a small measured region',
  region: {
    ...{ days: 200, size: { places: 20, kgPerDay: 20_000 }, matrices: 'site.json', routing: ['price-aware'] },
    ...change,
  },
});

const write = (name: string, content: object): string => {
  writeFileSync(join(cwd, name), name.endsWith('.json') ? JSON.stringify(content) : stringify(content));
  return `./${name}`;
};

const play = (source: string, more: RegionOptions = {}) =>
  runRegion(source, { cwd, cacheDir: env.LOOPTWIN_CACHE, workers: 1, ...more });

describe('a region of measured sites', () => {
  it('is the same with the truth as by itself, bit for bit', async () => {
    const alone = await play(
      write('alone.yaml', region({ matrices: { file: 'site.json', perception: 'perfect' } })),
    );
    const among = await play(write('among.yaml', region({ perceptions: ['perfect', 'teacher'] })));
    expect(among.routing[0]).toMatchObject({ name: 'perfect' });
    for (const of of ['routingEur', 'boundEur', 'regionEur', 'recycledContent', 'circularity'] as const)
      expect(among.routing[0]![of]).toEqual(alone.routing[0]![of]);
    expect(among.perceptions![1]!.step!.regionEurPerYear.mean).not.toBe(0);
  });

  it('with the truth twice equals itself, bit for bit: event by event, month by month, and from an empty cache', async () => {
    const truth = site.measured.filter(({ perception }) => perception === 'perfect');
    const again = truth.map((entry) => ({ ...entry, perception: 'again' }));
    write('truth.json', { ...site, measured: [...truth, ...again] });
    const source = write('truth.yaml', region({ matrices: 'truth.json', perceptions: ['perfect', 'again'] }));
    const key = { seed: 1, replication: 0 };
    const [one, other] = await Promise.all(
      armsOf(loadRegion(source, [], cwd)).map(({ chain, routing }) =>
        playRegion({ kind: 'region', chain, key, routing }, () => {}),
      ),
    );
    expect(one!.eventHash).toMatch(/^[0-9a-f]{64}$/);
    expect(one!.months.length).toBeGreaterThan(5);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    const twice = await play(source);
    const [first, second] = twice.routing.map(({ name: _name, gainEur: _gain, ...numbers }) => numbers);
    expect(second).toEqual(first);
    expect(twice.routing[1]!.gainEur!.mean).toBe(0);
    const elsewhere = await play(source, { cacheDir: join(cwd, 'other-cache'), workers: 1 });
    expect(elsewhere.fingerprint).toBe(twice.fingerprint);
  });

  it('is the same under perceptions that were measured alike: differences are exactly 0', async () => {
    const [teacher] = site.measured.filter(({ perception }) => perception === 'teacher');
    const measured = ['one', 'two', 'three'].map((perception) => ({ ...teacher!, perception }));
    write('alike.json', { ...site, measured });
    const source = write(
      'alike.yaml',
      region({ matrices: 'alike.json', perceptions: ['one', 'two', 'three'] }),
    );
    const { perceptions } = await play(source, { replications: 2 });
    for (const { step } of perceptions!.slice(1)) {
      expect(step!.regionEurPerYear).toMatchObject({ mean: 0, lo: 0, hi: 0 });
      expect([step!.points, step!.recycledPoints, step!.reusePoints]).toEqual([0, 0, 0]);
    }
  });

  it('has intervals over trainings beside those over price histories', async () => {
    const [teacher] = site.measured.filter(({ perception }) => perception === 'teacher');
    const [labels] = site.measured.filter(({ perception }) => perception === 'labels-only');
    const measured = [
      { ...teacher!, perception: 'mine', training: 1 },
      { ...labels!, perception: 'mine', training: 2 },
    ];
    write('twice.json', { ...site, measured });
    const source = write('twice.yaml', region({ matrices: 'twice.json', perceptions: ['mine'] }));
    const { perceptions, replications } = await play(source, { replications: 2 });
    expect(replications).toBe(2);
    expect(perceptions![0]).toMatchObject({ trainings: 2, regionEurPerYear: { n: 2 } });
    expect(perceptions![0]!.regionEurOverTrainings!.halfWidth).toBeGreaterThan(0);
  });

  it('works the hours that were measured, and pays for its lines whether they work or not', async () => {
    const [teacher] = site.measured.filter(({ perception }) => perception === 'teacher');
    const measured = [0, 1000].map((lineEurPerYear) => ({
      ...teacher!,
      ...{ perception: `line of ${lineEurPerYear}`, lineEurPerYear },
    }));
    write('lines.json', { ...site, measured });
    const names = measured.map(({ perception }) => perception);
    const source = write('lines.yaml', region({ matrices: 'lines.json', perceptions: names }));
    const [{ chain }] = armsOf(loadRegion(source, [], cwd)) as [ReturnType<typeof armsOf>[number]];
    const sorting = chain.places.filter((place) => place.kind === 'sorting');
    expect(new Set(sorting.map(({ hoursPerDay }) => hoursPerDay))).toEqual(new Set([site.hours]));
    const { perceptions, answer } = await play(source);
    const [dear, cheap] = perceptions!;
    expect([dear!.name, cheap!.name]).toEqual(['line of 1000', 'line of 0']);
    const lines = sorting.reduce((sum, place) => sum + place.lines!, 0);
    expect(dear!.linesEurPerYear).toBeCloseTo(1000 * lines, 6);
    const less = cheap!.regionEurPerYear.mean - dear!.regionEurPerYear.mean;
    expect(less / dear!.linesEurPerYear).toBeCloseTo(1, 9);
    expect(answer).toContain('all of them name things equally well');
  });

  it('says what being right more often brings: euros a point, content, reuse and carbon, with intervals', async () => {
    const source = write('better.yaml', region({ perceptions: ['labels-only', 'teacher', 'perfect'] }));
    const { answer, perceptions } = await play(source, { replications: 2 });
    const best = perceptions!.find(({ name }) => name === 'perfect')!;
    expect(best.overLeast!.points).toBeGreaterThan(10);
    expect(answer).toMatch(
      /From labels-only to perfect a point of accuracy is worth EUR -?[\d,]+ \(95 % interval .+ to .+\) a year; recycled content changes by .+ points; the reused share by .+ points; and carbon by .+ t CO2e a year/,
    );
    expect(answer).toMatch(/robots, sensors and belts cost [\d,]+ \(.+\) to [\d,]+ \(teacher\)\./);
    const { mean } = best.overLeast!.regionEur;
    const least = perceptions!.find(({ overLeast }) => overLeast === null)!;
    expect(mean).toBeCloseTo(best.regionEurPerYear.mean - least.regionEurPerYear.mean, 4);
  });

  it('names the measured shifts that each sorting site stands on', async () => {
    const { sites } = await play(write('sites.yaml', region()));
    const first = site.measured[0]!;
    expect(sites.length).toBeGreaterThan(1);
    for (const one of sites)
      expect(one).toMatchObject({
        ...{ scenario: 'smoke', perception: first.perception, file: 'site.json', shifts: 6 },
        run: first.loads[1]!.runs[0]!,
      });
    expect(sites[0]!.command).toContain('looptwin run smoke --seed 1 --replication 0');
  });
});

describe('a region written out in full', () => {
  it.each([
    ['circular-region', ['region.days=40', 'region.size={places: 20, materials: 8, kgPerDay: 20000}']],
    ['./measured.yaml', ['region.days=40']],
  ])('plays as %s does', async (source, set) => {
    write('measured.yaml', region({ perceptions: ['labels-only', 'perfect'] }));
    const text = writtenOut(loadRegion(source, set, cwd));
    writeFileSync(join(cwd, 'full.yaml'), text);
    const full = await play('./full.yaml');
    expect(full.fingerprint).toBe((await play(source, { set })).fingerprint);
    const { region: written, ...head } = parse(text) as { region: { places: object[]; lanes: object[] } };
    expect(head).toHaveProperty('title');
    for (const key of ['expected', 'rules']) expect(head).not.toHaveProperty(key);
    expect(text).toMatch(/^# A region in full\. Left out: `expected` and `rules`/);
    expect(written.places.length).toBeGreaterThanOrEqual(20);
    expect(written.lanes.length).toBeGreaterThan(50);
  });
});

describe('what is wrong with a measured region is listed before it is played', () => {
  const refused = (content: object) => refusalOf(`run ${write('bad.yaml', content)}`, cwd);

  it('no such file, no such perception, no such training: with the nearest name', async () => {
    expect(await refused(region({ matrices: 'my-depot.json' }))).toMatch(
      /bad\.yaml:\d+ region\.matrices: no such file of a measured site, got "my-depot\.json"\. Make it with: looptwin measure/,
    );
    expect(await refused(region({ matrices: 'sitte.json' }))).toMatch(
      /region\.matrices: no such file of a measured site, got "sitte\.json"\. Did you mean site\.json\?/,
    );
    const err = await refused(region({ perceptions: ['labels-only', 'teachre', 'perfekt'] }));
    expect(err).toMatch(
      /bad\.yaml:\d+ region\.perceptions\[1\]: site\.json was not measured under it, got "teachre"\. Did you mean teacher\?/,
    );
    expect(err).toMatch(/region\.perceptions\[2\]: .*Did you mean perfect\?/);
    expect(await refused(region({ matrices: { file: 'site.json', training: 9 } }))).toMatch(
      /region\.matrices\.training: site\.json has no such training, got 9\. Use one of 1/,
    );
  });

  it('materials, conditions and loads that were not measured, places that no lane reaches, disruptions of nothing', async () => {
    const full = parse(writtenOut(loadRegion(write('whole.yaml', region()), [], cwd))) as {
      region: {
        materials: { materialId: string }[];
        places: { id: string; kind: string; capacityKgPerDay?: number; lines?: number }[];
        lanes: { from: string; to: string }[];
        disruptions: object[];
      };
    };
    const { materials, places, lanes, disruptions } = full.region;
    materials[0]!.materialId = 'wood-board';
    const sorting = places.find(({ kind }) => kind === 'sorting')!;
    full.region.lanes = lanes.filter(({ to }) => to !== 'landfill');
    disruptions.push(
      { kind: 'closure', place: 'reprocessor-pt', fromDay: 1, days: 30 },
      { kind: 'closure', place: 'town-01', fromDay: 1, days: 30 },
      { kind: 'road', from: sorting.id, to: 'town-01', fromDay: 1, days: 30 },
      { kind: 'price-floor', place: sorting.id, eurPerKg: 0.1, fromDay: 1, days: 30 },
    );
    const err = await refused(full);
    for (const words of [
      /site\.json was measured without a material of this region, got "wood-board"/,
      /site\.json was measured with a material that this region lacks, got "/,
      /region\.places\[\d+\]: no lane leads to landfill\. Add a lane/,
      /disruptions\[0\]\.place: is not a place of this chain, got "reprocessor-pt"\. Did you mean reprocessor-pet\?/,
      /disruptions\[1\]\.place: is a place of kind use, which works no capacity/,
      /disruptions\[2\]\.(from|to): no (lot waits|lane leads)/,
      /disruptions\[3\]\.place: is a place of kind sorting, which buys nothing/,
    ])
      expect(err).toMatch(words);
    expect(err.match(/bad\.yaml:\d+ /g)!.length).toBeGreaterThanOrEqual(7);
  });

  it('more than its lines were measured to carry', async () => {
    const full = parse(writtenOut(loadRegion(write('whole.yaml', region()), [], cwd)));
    full.region.places.find(({ kind }: { kind: string }) => kind === 'sorting').lines = 1;
    expect(await refused(full)).toMatch(
      /capacityKgPerDay: is more than 1 line was measured to carry .*Give the site lines: \d+/,
    );
  });

  it('a file that is none, or was changed by hand', async () => {
    write('other.json', { schema: 'looptwin.run/1' });
    expect(await refused(region({ matrices: 'other.json' }))).toMatch(/is no looptwin\.site\/2/);
    write('broken.json', { ...site, hours: 'ten' });
    expect(await refused(region({ matrices: 'broken.json' }))).toMatch(/broken\.json hours/);
  });
});

it('says that a measurement is stale, unless that is accepted, and that a disruption comes too late, in any case', async () => {
  write('site.json', { ...site, codeHash: 'older' });
  const disruptions = [{ kind: 'closure', place: 'recovery', fromDay: 3, days: 1 }];
  const source = write('stale.yaml', region({ days: 3, disruptions }));
  const loud = await looptwin(['run', source, '--out', 'loud'], { cwd, env });
  expect(loud.err).toMatch(
    /stale\.yaml:\d+ region\.matrices: site\.json is stale: the code that plays shifts has changed since.*--accept-stale/,
  );
  const late =
    /stale\.yaml:\d+ region\.disruptions\[0\]\.fromDay: this closure begins on day 3 and never happens: the last day of the region is 2/;
  const quiet = await looptwin(['run', source, '--out', 'quiet', '--accept-stale'], { cwd, env });
  expect([loud.code, quiet.code]).toEqual([0, 0]);
  expect(quiet.err).not.toMatch(/is stale/);
  for (const { err } of [loud, quiet]) expect(err).toMatch(late);
  const manifest = JSON.parse(readFileSync(join(cwd, 'quiet', 'manifest.json'), 'utf8'));
  expect(manifest.warnings[0]).toMatch(/is stale/);
});
