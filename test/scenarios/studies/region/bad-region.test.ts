import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runRegion } from '../../../../scenarios/studies/region/region.ts';
import { builtCache, emptyFolder, looptwin } from '../../command.ts';
import { refusalOf } from '../../in-process.ts';
import { sound } from './sound-region.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
afterAll(folder.remove);

type Region = ReturnType<typeof sound>;
const place = (region: Region, id: string) => region.region.places.find((each) => each.id === id)!;
const cells = (region: Region) =>
  (place(region, 'site').matrices as { cells: Record<string, Record<string, number>> }[])[0]!.cells;
const without = (region: Region, from: string, to?: string) => {
  region.region.lanes = region.region.lanes.filter(
    (lane) => lane.from !== from || (to !== undefined && lane.to !== to),
  );
};

/** [what is wrong, how it comes about, what the one line says: place, words, cure] */
const cases: readonly [string, (region: Region) => void, RegExp][] = [
  ['a dead end', (r) => without(r, 'point'), /region\.places\[2\]: point is a dead end: .*\. Add the lane/],
  [
    'a site without an outlet',
    (r) => without(r, 'site', 'landfill'),
    /region\.places\[3\]: site has no outlet for its output "residue"\. Add a lane \{ from: site/,
  ],
  [
    'a cycle without loss',
    (r) => {
      place(r, 'town').participation = 1;
      place(r, 'shop').yield = 1;
      cells(r).bale = { 'pet-bottle-clear': 1, 'aluminium-can': 1 };
    },
    /region\.lanes: cycle without loss: .*town.*point.*site.*shop.*\. Give one of its places a yield/,
  ],
  [
    'a material with no price',
    (r) => {
      for (const id of ['shop', 'landfill']) place(r, id).accepts = ['PET'];
    },
    /region\.materials\[1\]: aluminium-can has no price: no place accepts it\. Let a place accept aluminium-can/,
  ],
  [
    'a buyer with no price',
    (r) => {
      place(r, 'landfill').tiers = [];
    },
    /region\.places\[5\]\.tiers: has no price\. Add at least/,
  ],
  [
    'a matrix with a missing name',
    (r) => {
      delete cells(r).bale!['aluminium-can'];
    },
    /region\.places\[3\]\.matrices\[0\]\.cells: bale: cell "aluminium-can" is missing; write 0.*Each row needs/,
  ],
  [
    'a matrix with an unknown name',
    (r) => {
      cells(r).bale!.gold = 0.1;
    },
    /matrices\[0\]\.cells: bale: unknown input "gold" \(known: pet-bottle-clear, aluminium-can\)/,
  ],
  [
    'a column above 1',
    (r) => {
      cells(r).more = { 'pet-bottle-clear': 0.3, 'aluminium-can': 0 };
      r.region.lanes.push({ from: 'site', to: 'landfill', km: 1, output: 'more' });
    },
    /matrices\[0\]\.cells: column "pet-bottle-clear" must sum to at most 1, got 1\.1/,
  ],
  [
    'a spread of an unknown output',
    (r) => {
      (place(r, 'site').matrices as object[])[0] = {
        ...(place(r, 'site').matrices as object[])[0],
        spread: { gold: { 'pet-bottle-clear': 0.1, 'aluminium-can': 0 } },
      };
    },
    /matrices\[0\]\.spread: spread: unknown output "gold"/,
  ],
  [
    'loads out of order',
    (r) => {
      const [matrix] = place(r, 'site').matrices as [{ loadKgPerH: number }];
      place(r, 'site').matrices = [matrix, { ...matrix, loadKgPerH: 5 }];
    },
    /matrices\[1\]\.loadKgPerH: loads must rise from matrix to matrix, got 5\. Sort the matrices/,
  ],
  [
    'matrices with other outputs',
    (r) => {
      const [matrix] = place(r, 'site').matrices as [{ cells: Record<string, object> }];
      const cells = { bales: matrix.cells.bale };
      place(r, 'site').matrices = [matrix, { ...matrix, loadKgPerH: 20, cells }];
      r.region.lanes.push({ from: 'site', to: 'landfill', km: 1, output: 'bales' });
    },
    /matrices\[1\]\.cells: outputs differ from matrices\[0\]: bales instead of bale(, more)?\. Give every matrix the same/,
  ],
  [
    'a negative price where there is none',
    (r) => {
      r.region.materials[0]!.virginEurPerKg = -1;
    },
    /region\.materials\[0\]\.virginEurPerKg: must be >= 0, got -1\. Write a number >= 0/,
  ],
  [
    'a negative factor',
    (r) => {
      r.region.transport.carbonKgPerTkm = -0.1;
    },
    /region\.transport\.carbonKgPerTkm: must be >= 0, got -0\.1\. Write a number >= 0/,
  ],
  [
    'hours that never come',
    (r) => {
      place(r, 'site').hoursPerDay = 0;
    },
    /region\.places\[3\]\.hoursPerDay: must be > 0, got 0\. Write a number > 0/,
  ],
  [
    'a climate that nobody knows',
    (r) => {
      place(r, 'town').climate = 'mars';
    },
    /region\.places\[1\]\.climate: is not a place where items live, got "mars"\. Use null or one of/,
  ],
  [
    'a buyer of something that does not exist',
    (r) => {
      place(r, 'shop').accepts = ['pett'];
    },
    /region\.places\[4\]\.accepts\[0\]: is not a material, class or family of the catalogue, got "pett"/,
  ],
  [
    'a lane to nowhere',
    (r) => {
      r.region.lanes[0]!.to = 'mars';
    },
    /region\.lanes\[0\]\.to: is not a place of this chain, got "mars"\. Use one of maker, town/,
  ],
];

/** Asked in this process: that words and exit code are those of a process of its own is shown once, below. */
async function problemsOf(name: string, region: Region): Promise<string[]> {
  writeFileSync(join(cwd, name), stringify(region));
  return (await refusalOf(`run ./${name}`, cwd)).split('\n');
}

describe('bad input of a region', () => {
  it('the region that is made bad below is sound', async () => {
    writeFileSync(join(cwd, 'sound.yaml'), stringify(sound()));
    const { code, err } = await looptwin(['run', './sound.yaml', '--out', 'run', '--no-cache'], { cwd, env });
    expect(code, err).toBe(0);
  });

  it.each(cases)('%s', async (_, spoil, says) => {
    const region = sound();
    spoil(region);
    const lines = await problemsOf('bad.yaml', region);
    const line = lines.find((each) => says.test(each));
    expect(line, lines.join('\n')).toMatch(/^bad\.yaml:\d+ region\./);
  });

  it('all at once, refused values and broken chains together, each with its line', async () => {
    const region = sound();
    const together = cases.filter(
      ([name]) => !/cycle|unknown output|loads out|missing name|without an outlet|something/.test(name),
    );
    for (const [, spoil] of together) spoil(region);
    const lines = await problemsOf('all.yaml', region);
    const err = `looptwin: ${lines.join('\n')}\n`;
    expect(await looptwin(['run', './all.yaml'], { cwd, env })).toEqual({ code: 2, out: '', err });
    for (const [name, , says] of together)
      expect(
        lines.some((line) => says.test(line)),
        `${name}:\n${lines.join('\n')}`,
      ).toBe(true);
    expect(lines.every((line) => /^all\.yaml:\d+ region/.test(line))).toBe(true);
  });

  it('the order in which a matrix lists its outputs does not matter', async () => {
    const region = sound();
    const other = { 'pet-bottle-clear': 0.1, 'aluminium-can': 0.6 };
    const { bale } = cells(region);
    const played = async (second: Record<string, object>) => {
      place(region, 'site').matrices = [
        { loadKgPerH: 5, cells: { bale, other } },
        { loadKgPerH: 50, cells: second },
      ];
      writeFileSync(join(cwd, 'order.yaml'), stringify(region));
      const set = ['region.days=40'];
      const options = { cwd, set, cacheDir: env.LOOPTWIN_CACHE, workers: 1 };
      return (await runRegion('./order.yaml', options)).fingerprint;
    };
    expect(await played({ other, bale: bale! })).toBe(await played({ bale: bale!, other }));
  });

  it.each([['lanes'], ['materials'], ['lanes', 'materials']] as const)(
    'places without %s %s: one problem, not one for each lane',
    async (...missing) => {
      const region: { title: string; region: Partial<Region['region']> } = sound();
      for (const part of missing) delete region.region[part];
      expect(await problemsOf('partial.yaml', region as Region)).toEqual([
        expect.stringMatching(
          RegExp(
            `^partial\\.yaml:\\d+ region\\.places: places are given without ${missing.join(' and ')}\\. Write`,
          ),
        ),
      ]);
    },
  );

  it('negative prices are allowed where they are real: gate fees', () => {
    expect(place(sound(), 'landfill').tiers).toEqual([{ minPurity: 0, priceEurPerKg: -0.1 }]);
  });
});

describe('bad input of a site', () => {
  it('a robot that cannot reach its bin, calendars that never open, a negative cost: all at once', async () => {
    writeFileSync(
      join(cwd, 'site.yaml'),
      [
        'extends: smoke',
        'title: t',
        'site: { startHour: 20, openHour: 7, closeHour: 18, durationS: 3600 }',
        'maintenance: { fromHour: 12, toHour: 9, visitEur: -4 }',
        'robots:',
        '  - { id: r1, positionM: 3, outputs: [nowhere] }',
      ].join('\n'),
    );
    const err = await refusalOf('run ./site.yaml', cwd);
    expect(err).toMatch(/site\.yaml:4 maintenance\.visitEur: must be >= 0, got -4\. Write/);
    expect(err).toMatch(
      /site\.yaml:3 site\.startHour: the site never opens during the run.*Start between 7 and 18/,
    );
    expect(err).toMatch(
      /site\.yaml:6 robots\[0\]\.outputs\[0\]: is an output that the robot cannot reach.*Use one of/,
    );
    expect(err).toMatch(/site\.yaml:4 maintenance\.toHour: technicians never come.*Set it above 12/);
    // The depot has an asset of a second robot, which this scenario has not.
    expect(err).toMatch(/site\.yaml:1 assets\[2\]\.robotId: a gripper belongs to a robot, got "r2"/);
    expect(err.trim().split('\n')).toHaveLength(5);
  });

  it('a bin that stands out of reach of the robot that is to fill it', async () => {
    const err = await refusalOf('run smoke --set outputs[0].positionM=9', cwd);
    expect(err).toMatch(
      /robots\[0\]\.outputs\[0\]: is an output that the robot cannot reach: it stands at 9 m/,
    );
    expect(err).toMatch(/with a reach of 0\.9 m.*Move the bin or the robot/);
  });
});
