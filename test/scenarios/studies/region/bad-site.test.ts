import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRegion, loadScenario, whereWritten } from '../../../../scenarios/schema/load.ts';
import type { MeasuredLoad, SiteFile } from '../../../../scenarios/schema/region/site-file.ts';
import { writtenOut } from '../../../../scenarios/schema/region/written-out.ts';
import { codeHash, shiftCode } from '../../../../scenarios/store/code.ts';
import { scenarioHash } from '../../../../scenarios/studies/day/manifest.ts';
import { oddities } from '../../../../scenarios/studies/region/oddities.ts';
import { staleSites } from '../../../../scenarios/studies/region/stale.ts';
import { emptyFolder } from '../../command.ts';
import { refusalOf } from '../../in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const text = readFileSync(new URL('small-site.json', import.meta.url), 'utf8');
const site = (): SiteFile => JSON.parse(text) as SiteFile;

const write = (name: string, content: object): string => {
  writeFileSync(join(cwd, name), name.endsWith('.json') ? JSON.stringify(content) : stringify(content));
  return `./${name}`;
};
write('site.json', site());

const region = (change: object = {}) => ({
  title: 'a small measured region',
  region: {
    ...{ days: 200, size: { places: 20, kgPerDay: 20_000 }, matrices: 'site.json', routing: ['price-aware'] },
    ...change,
  },
});

const refused = async (content: object): Promise<string[]> =>
  (await refusalOf(`run ${write('bad.yaml', content)}`, cwd)).split('\n');

/** The same region place by place. */
interface Full {
  region: {
    routing: string[];
    perceptions?: string[];
    materials: { materialId: string }[];
    places: { id: string; kind: string; matrices?: unknown }[];
    lanes: { from: string; to: string; km: number; output?: string }[];
    disruptions: object[];
  };
}
const full = (): Full => parse(writtenOut(loadRegion(write('whole.yaml', region()), [], cwd))) as Full;

type Load = { -readonly [K in keyof MeasuredLoad]: MeasuredLoad[K] };

/** What is said of the region whose site has one load spoilt. */
async function refusedWith(spoil: (load: Load) => void): Promise<string[]> {
  const spoilt = site();
  spoil(spoilt.measured[0]!.loads[1]!);
  write('spoilt.json', spoilt);
  return refused(region({ matrices: 'spoilt.json' }));
}

describe('a site file that was changed is refused before the run, with its place', () => {
  it('loads with other outputs', async () => {
    const lines = await refusedWith((load) => {
      delete load.cells.pet;
      delete load.spread.pet;
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^bad\.yaml:\d+ region\.matrices: spoilt\.json measured\[0\]\.loads\[1\]\.cells: must tell of the outputs of the site, pet, .*, got "hdpe.*"\. Every load needs the same outputs; .*looptwin measure SCENARIO/,
      ),
    ]);
  });

  it('columns above 1', async () => {
    const lines = await refusedWith(({ cells }) => {
      for (const row of Object.values(cells)) for (const input of Object.keys(row)) row[input] = 0.9;
    });
    expect(lines[0]).toMatch(
      /loads\[1\]\.cells: column "[a-z-]+\/reuse" must sum to at most 1, got 7\.2\d*\. Each row needs one number 0\.\.1/,
    );
  });

  it('but not a column that six digits have brought above 1', () => {
    const rounded = site();
    const input = `${rounded.materials[0]}/reuse`;
    const rows = Object.values(rounded.measured[0]!.loads[0]!.cells);
    rows.forEach((row, output) => {
      row[input] = [0.0123454, 0.987655][output] ?? 0;
    });
    write('rounded.json', rounded);
    const { sites } = loadRegion(write('rounded.yaml', region({ matrices: 'rounded.json' })), [], cwd);
    const { cells } = sites!.get('rounded.json')!.measured[0]!.loads[0]!;
    const sum = Object.values(cells).reduce((total, row) => total + row[input]!, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
  });

  it('loads that fall, and inputs that are missing, each once', async () => {
    const spoilt = site();
    const { loads } = spoilt.measured[0]!;
    loads.reverse();
    for (const { cells } of loads) delete cells.pet![`${site().materials[0]}/reuse`];
    write('spoilt.json', spoilt);
    const lines = await refused(region({ matrices: 'spoilt.json' }));
    expect(
      lines.filter((line) => /loadKgPerH: loads must rise, and the one before it is [\d.]+, got /.test(line)),
    ).toHaveLength(2);
    expect(
      lines.filter((line) =>
        /pet: cell ".*\/reuse" is missing; write 0.* \(and at 2 further loads\)/.test(line),
      ),
    ).toHaveLength(1);
    expect(lines).toHaveLength(3);
  });
});

describe('all that is wrong is told together, each once', () => {
  it('a perception that no site knows beside a lane to nowhere', async () => {
    const bad = full();
    bad.region.perceptions = ['labels-only', 'perfekt'];
    const lane = bad.region.lanes.find(({ to }) => to === 'landfill')!;
    lane.to = 'landfil';
    const lines = await refused(bad);
    expect(lines).toHaveLength(2);
    const said = lines.join('\n');
    expect(said).toMatch(
      /region\.perceptions\[1\]: site\.json was not measured under it, got "perfekt"\. Did you mean perfect\?/,
    );
    expect(said).toMatch(
      /region\.lanes\[\d+\]\.to: is not a place of this chain, got "landfil"\. Did you mean landfill\?/,
    );
  });

  it('a routing policy beside a disruption of nothing, though there is no other policy', async () => {
    const disruptions = [{ kind: 'closure', place: 'reprocessor-pt', fromDay: 1, days: 30 }];
    const lines = await refused(region({ routing: ['price-awre'], disruptions }));
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(/region\.routing\[0\]: must be one of .*got "price-awre"/);
    expect(lines.join('\n')).toMatch(
      /disruptions\[0\]\.place: .*got "reprocessor-pt"\. Did you mean reprocessor-pet\?/,
    );
  });

  it('a site file that many places name and that is not there, beside a lane to nowhere', async () => {
    const bad = full();
    for (const place of bad.region.places) if (place.kind === 'sorting') place.matrices = 'sitte.json';
    bad.region.lanes.find(({ to }) => to === 'landfill')!.to = 'landfil';
    const lines = await refused(bad);
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(/got "sitte\.json"\. Did you mean site\.json\?/);
    expect(lines.join('\n')).toMatch(/got "landfil"/);
  });

  it('a material that a site was measured without: once, and not for each place', async () => {
    const bad = full();
    bad.region.materials[0]!.materialId = 'wood-board';
    const lines = await refused(bad);
    expect(lines.filter((line) => /was measured without a material/.test(line))).toHaveLength(1);
  });

  it('places that lanes lead to from each other alone', async () => {
    const bad = full();
    const { places, lanes } = bad.region;
    for (const [kind, id] of [
      ['use', 'isle'],
      ['collection', 'isle-point'],
      ['landfill', 'isle-tip'],
    ] as const)
      places.push({ ...places.find((place) => place.kind === kind)!, id });
    const collection = lanes.find(({ from, to }) => from === 'collection-01' && to.startsWith('sorting'))!;
    lanes.push(
      { from: 'isle', to: 'isle-point', km: 1 },
      { from: 'isle', to: 'isle-tip', km: 1 },
      { from: 'isle-point', to: 'isle', km: 1 },
      { from: 'isle-point', to: collection.to, km: 1 },
    );
    expect(await refused(bad)).toEqual([
      expect.stringMatching(
        /^bad\.yaml:\d+ region\.places\[\d+\]: no way leads from a maker to isle, isle-point, isle-tip\. Add a lane/,
      ),
    ]);
  });
});

describe('what a region can be played with, and its reader should know', () => {
  const warned = (content: object) => {
    const source = write('warned.yaml', content);
    const scenario = loadRegion(source, [], cwd);
    const where = whereWritten(source, [], cwd);
    return [...staleSites(scenario, { cwd }), ...oddities(scenario)].map(
      ({ path, text: words }) => `${where(path)}: ${words}`,
    );
  };

  it('a site whose scenario is gone may be stale', () => {
    write('gone.json', { ...site(), codeHash: codeHash(shiftCode), scenario: './gone.yaml' });
    expect(warned(region({ matrices: 'gone.json' }))).toEqual([
      expect.stringMatching(
        /^warned\.yaml:\d+ region\.matrices: gone\.json may be stale: its scenario \.\/gone\.yaml cannot be read, so that nobody can tell whether it has changed\. Put .*--accept-stale/,
      ),
    ]);
  });

  it('a disruption that begins when all is over never happens', () => {
    write('today.json', { ...site(), codeHash: codeHash(shiftCode) });
    const disruption = { kind: 'closure', place: 'recovery', days: 3 };
    const disruptions = [
      { ...disruption, fromDay: 199 },
      { ...disruption, fromDay: 200 },
    ];
    const late = warned(region({ matrices: 'today.json', disruptions })).filter((line) =>
      /disruptions/.test(line),
    );
    expect(late).toEqual([
      expect.stringMatching(
        /^warned\.yaml:\d+ region\.disruptions\[1\]\.fromDay: this closure begins on day 200 and never happens: the last day of the region is 199/,
      ),
    ]);
  });

  it('lines that work other hours than they were measured', () => {
    const today = {
      codeHash: codeHash(shiftCode),
      scenarioHash: scenarioHash(loadScenario(site().scenario)),
    };
    write('today.json', { ...site(), ...today });
    write('whole.yaml', region({ matrices: 'today.json' }));
    const content = parse(writtenOut(loadRegion('./whole.yaml', [], cwd))) as Full;
    const sorting = content.region.places.filter(({ kind }) => kind === 'sorting');
    expect(warned(content)).toEqual([]);
    const { hours } = site();
    Object.assign(sorting[0]!, { hoursPerDay: hours + 1 });
    expect(warned(content)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^warned\\.yaml:\\d+ region\\.places\\[\\d+\\]\\.hoursPerDay: sorting-01 works ${hours + 1} h a day, and its lines were measured over ${hours} h .*hoursPerDay: ${hours}`,
        ),
      ),
    ]);
  });
});
