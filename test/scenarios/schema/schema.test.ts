import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { loadAny } from '../../../scenarios/schema/load-any.ts';
import { editDistance, nearest } from '../../../scenarios/schema/reading/nearest.ts';
import { overlay, readPath, showPath, valueAt, withValueAt } from '../../../scenarios/schema/reading/path.ts';
import { builtinNames } from '../../../scenarios/schema/reading/source.ts';
import { isStandard, SENSES } from '../../../sim/senses/registry.ts';
import { defaultSensors } from '../../../sim/senses/sensors.ts';

describe('every scenario that comes with looptwin', () => {
  it.each(builtinNames())('%s loads', (name) => expect(loadAny(name)).toHaveProperty('title'));
});

describe('a scenario', () => {
  it('fills in what a file leaves out, and takes what --set says', () => {
    const plain = loadScenario('smoke');
    const set = loadScenario('smoke', ['robots[1].batteryWh=20', 'site.cloudShare=0']);
    expect(set.robots[1]!.batteryWh).toBe(20);
    expect(set.robots[0]).toEqual(plain.robots[0]);
    expect(set.site).toEqual({ ...plain.site, cloudShare: 0 });
    expect(plain.robots[0]!.sensors.visual).toHaveProperty('sizePx', 64);
  });

  it('takes sensor settings by name and refuses unknown ones with a guess', () => {
    const { robots } = loadScenario('smoke', ['robots[0].sensors.spectral.noiseFloor=0.5']);
    expect(robots[0]!.sensors.spectral?.noiseFloor).toBe(0.5);
    expect(() => loadScenario('smoke', ['robots[0].sensors.spectral.noisFloor=0.5'])).toThrow(
      /--set robots\[0\]\.sensors\.spectral\.noisFloor: unknown key.*Did you mean noiseFloor\?/,
    );
  });

  it('knows a range for every number of the sensors and the choices of every word, and no other', () => {
    const pathsOf = (value: unknown, path: string, kind: string): string[] => {
      if (Array.isArray(value)) return typeof (value[0] ?? 0) === kind ? [path] : [];
      if (typeof value !== 'object' || value === null) return typeof value === kind ? [path] : [];
      return Object.entries(value).flatMap(([key, inner]) =>
        pathsOf(inner, path === '' ? key : `${path}.${key}`, kind),
      );
    };
    for (const { name, fresh, ranges, choices = {} } of SENSES.all) {
      expect(Object.keys(ranges).sort(), name).toEqual(pathsOf(fresh(), '', 'number').sort());
      expect(Object.keys(choices).sort(), name).toEqual(pathsOf(fresh(), '', 'string').sort());
    }
  });

  it('lets a robot lack a sense, and gives it the others only when they are named', () => {
    const set = loadScenario('smoke', ['robots[0].sensors.thermal=null', 'policies.perceptions=[distilled]']);
    expect(set.robots[0]!.sensors.thermal).toBeNull();
    expect(set.robots[0]!.sensors.visual).toEqual(defaultSensors().visual);
    const { sensors } = set.robots[1]!;
    for (const { name } of SENSES.all) expect(name in sensors, name).toBe(isStandard(name));
  });

  it('holds every sensor setting to its range, with a cure, and to what the instrument answers', () => {
    for (const { name, fresh, ranges } of SENSES.all) {
      for (const [path, { least, most, whole }] of Object.entries(ranges)) {
        const now = valueAt(fresh(), path.split('.'));
        const set = (value: number) => {
          const written = Array.isArray(now)
            ? JSON.stringify(now.length > 0 ? now.map(() => value) : [value])
            : value;
          return loadScenario('smoke', [`robots[0].sensors.${name}.${path}=${written}`]);
        };
        expect(() => set(least - 1), path).toThrow(/must be >= .*Write a number >= /);
        expect(() => set(most + 1), path).toThrow(/must be <= .*Write a number <= /);
        if (whole) expect(() => set(least + 0.5), path).toThrow(/must be an integer/);
      }
    }
    expect(() => loadScenario('smoke', ['robots[0].sensors.spectral.toNm=2000'])).toThrow(
      /robots\[0\]\.sensors\.spectral\.toNm: ingaas-1\.7 measures up to 1700 nm, got 2000\. Lower it/,
    );
    expect(() => loadScenario('smoke', ['robots[0].sensors.thermal.deadRows=[40]'])).toThrow(
      /robots\[0\]\.sensors\.thermal\.deadRows: a frame has rows 0\.\.31, got 40/,
    );
    expect(() => loadScenario('smoke', ['robots[0].sensors.spectral.instrument=eye'])).toThrow(
      /must be one of ingaas-1\.7, extended/,
    );
  });

  it('a setting named like a property of every object is an unknown key, not an attack', () => {
    expect(() => loadScenario('smoke', ['__proto__.x=1'])).toThrow(InputError);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('paths', () => {
  const step = fc.oneof(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,6}$/), fc.nat(9));
  const paths = fc
    .tuple(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,6}$/), fc.array(step, { maxLength: 4 }))
    .map(([first, rest]) => [first, ...rest]);

  it('read back what they show', () =>
    fc.assert(
      fc.property(paths, (path) => {
        expect(readPath(showPath(path))).toEqual(path);
      }),
    ));

  it('a value put at a path is found there, and nothing else moves', () =>
    fc.assert(
      fc.property(paths, fc.integer(), (path, leaf) => {
        const base = { untouched: { a: [1, 2, 3] } };
        const changed = withValueAt(base, path, leaf);
        expect(valueAt(changed, path)).toBe(leaf);
        if (path[0] !== 'untouched') expect(valueAt(changed, ['untouched'])).toEqual(base.untouched);
        expect(base).toEqual({ untouched: { a: [1, 2, 3] } });
      }),
    ));

  it.each(['', '.a', 'a..b', 'a[b]', 'a[-1]', 'a[1'])('%j is no path', (text) =>
    expect(() => readPath(text)).toThrow(InputError),
  );

  it('overlay merges maps and replaces lists', () => {
    const base = { a: { b: 1, c: [1, 2] }, d: 4 };
    expect(overlay(base, { a: { c: [9] }, e: 5 })).toEqual({ a: { b: 1, c: [9] }, d: 4, e: 5 });
  });
});

describe('nearest word', () => {
  it('counts an exchange of neighbours as one edit', () => expect(editDistance('belt', 'betl')).toBe(1));
  it('is a metric', () => {
    const word = fc.stringMatching(/^[ab]{0,5}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
  it('guesses only what is close', () => {
    expect(nearest('quikstart', ['smoke', 'quickstart'])).toBe('quickstart');
    expect(nearest('zebra', ['smoke', 'quickstart'])).toBeUndefined();
  });
});
