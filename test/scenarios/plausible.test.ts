import { describe, expect, test } from 'vitest';
import { loadArms } from '../../scenarios/schema/arms.ts';
import { findPriceTable, readPriceTable } from '../../scenarios/schema/day/price-table.ts';
import type { Scenario } from '../../scenarios/schema/day/scenario.ts';
import { isRegion, loadScenario } from '../../scenarios/schema/load.ts';
import { loadPlan } from '../../scenarios/schema/plan/load.ts';
import { levelsOf } from '../../scenarios/schema/plan/problems.ts';
import { builtinNames, plansFolder } from '../../scenarios/schema/reading/source.ts';
import { eurOf, type PriceTable } from '../../sim/accounts/price-table.ts';
import plausible from '../../sim/site/plausible.json' with { type: 'json' };
import { meanLifeH } from '../../sim/site/upkeep/long-run.ts';
import type { AssetSpec } from '../../sim/world.ts';

/** These ask about numbers beyond what is plausible: prices that collapse, and the numbers that nobody believed. */
const beyond = ['price-collapse', 'old-numbers', 'old-headline'];
/** Here somebody of the plant cleans lenses, and no technician comes. */
const ownStaff = ['sensor-ageing'];

const names = builtinNames().filter((name) => !name.startsWith('distillation') && !isRegion(name));

/** The values at a path such as `outputs[*].tiers[*].priceEurPerKg` or `assets[kind=belt].meanLifeH`. */
function valuesAt(value: unknown, path: string): number[] {
  if (path === '') return typeof value === 'number' ? [value] : [];
  const [, step = '', choice, rest = ''] = /^([^.[]+)(?:\[([^\]]*)\])?\.?(.*)$/.exec(path) ?? [];
  if (value === null || typeof value !== 'object') return [];
  if (step === 'meanLifeH') return [meanLifeH(value as AssetSpec)].filter(Number.isFinite);
  const inner = (value as Record<string, unknown>)[step];
  if (choice === undefined) return valuesAt(inner, rest);
  const [key = '', wanted] = choice.split('=');
  const isMeant = (entry: Record<string, unknown>) => {
    const value = entry[key];
    return choice === '*' || (Array.isArray(value) ? value.includes(wanted) : value === wanted);
  };
  return ((inner ?? []) as Record<string, unknown>[])
    .filter(isMeant)
    .flatMap((entry) => valuesAt(entry, rest));
}

/** Of these a question speaks and neither of the two, which leave them to what comes with a sense or have none. */
const unsaid = ['lens', 'camera', 'spectrometer'];

/** Question files give the ends of a range to a cent or finer. */
const rounding = 5e-3;

const tableOf = ({ prices }: Pick<Scenario, 'prices'>): PriceTable =>
  readPriceTable(findPriceTable(prices, []) ?? '', '');

/** Prices of bales that leave the plausible range of their grade, as the price table of the scenario has it. */
function beyondTable(scenario: Scenario): string[] {
  const table = tableOf(scenario);
  return scenario.outputs.flatMap(({ id, tiers }) =>
    tiers.flatMap(({ grade, share = 1, priceEurPerKg }) => {
      if (grade === undefined) return [];
      const { lo, hi } = rangeEur(table, grade);
      const isWithin = priceEurPerKg > share * lo - rounding && priceEurPerKg < share * hi + rounding;
      return isWithin ? [] : [`${id}: ${priceEurPerKg} is not within ${share * lo} to ${share * hi}`];
    }),
  );
}

/** Lowest and highest plausible EUR a kilogram of a grade. */
function rangeEur(table: PriceTable, grade: string): { readonly lo: number; readonly hi: number } {
  const at = (typ: number) =>
    eurOf({ ...table, prices: { ...table.prices, [grade]: { ...table.prices[grade]!, typ } } }, grade);
  const { lo, hi } = table.prices[grade]!;
  return { lo: at(lo), hi: at(hi) };
}

/** On a bench, wrong things cost by the piece (`missedEur`), so nothing need be charged back by weight. */
function outputsOfRange(scenario: Scenario): Scenario {
  const byWeight = scenario.outputs.filter(
    ({ bench, contaminantEurPerKg }) => bench === undefined || contaminantEurPerKg !== 0,
  );
  return { ...scenario, outputs: byWeight };
}

function beyondRange(filled: Scenario, skipped: readonly string[] = []): string[] {
  const scenario = outputsOfRange(filled);
  return plausible.ranges
    .filter(({ name }) => !skipped.includes(name))
    .flatMap(({ name, paths, lo, hi }) =>
      paths.flatMap((path) =>
        valuesAt(scenario, path)
          .filter((x) => x < lo || x > hi)
          .map((x) => `${name}: ${x} is not within ${lo} to ${hi}`),
      ),
    );
}

describe('numbers that a practitioner believes', () => {
  test.each(names)('%s', (name) => {
    const skipped = ownStaff.includes(name) ? ['a visit', 'until a technician is there'] : [];
    const found = (scenario: Scenario) => [...beyondRange(scenario, skipped), ...beyondTable(scenario)];
    expect(found(loadScenario(name))).toEqual([]);
    if (beyond.includes(name)) return;
    for (const { scenario } of loadArms(name)) expect(found(scenario)).toEqual([]);
  });

  test.each(builtinNames(plansFolder))('plan %s, at both ends of each of its factors', (name) => {
    const { plan, scenariosOf } = loadPlan(name);
    const factors = Object.values(plan.factors).map(levelsOf) as number[][];
    const ends = factors.flatMap((levels, at) =>
      [Math.min(...levels), Math.max(...levels)].map((end) =>
        factors.map(([first], other) => (other === at ? end : first!)),
      ),
    );
    for (const scenario of scenariosOf(ends))
      expect([...beyondRange(scenario), ...beyondTable(scenario)]).toEqual([]);
  });

  test('each range holds its typical value, has a source and meets a number of the quickstart or of the returns centre', () => {
    const shipped = ['quickstart', 'refurbish'].map((name) => ({ ...loadScenario(name) }));
    for (const { name, paths, lo, typ, hi, source } of plausible.ranges) {
      expect(lo, name).toBeLessThan(hi);
      if (typ !== null) expect(typ >= lo && typ <= hi, name).toBe(true);
      expect(source.length, name).toBeGreaterThan(10);
      if (unsaid.some((words) => name.includes(words))) continue;
      for (const path of paths)
        expect(
          shipped.flatMap((scenario) => valuesAt(scenario, path)).length,
          `${name}, ${path}`,
        ).toBeGreaterThan(0);
    }
  });

  test('a life of ten hours, a visit for EUR 4 and a near-infrared look for 1 J are found out', () => {
    const set = [
      'assets[0].shapePerHour=2',
      'maintenance.visitEur=4',
      'robots[0].sensors.spectral.lookEnergyJ=1',
    ];
    expect(beyondRange(loadScenario('quickstart', set))).toHaveLength(3);
  });

  test.each(['headline-numbers', 'upkeep-numbers'])(
    'each arm of %s goes to an end of its range, but for the choices of a site that its file names',
    (question) => {
      const choices = ['battery', 'panel', 'rate', 'contract', 'floor'];
      const arms = loadArms(question);
      const [typical, ...others] = arms;
      const judged = others.filter(({ name }) => !choices.includes(name.replace(/-(lo|hi)$/, '')));
      const table = tableOf(typical!.scenario);
      for (const { name, scenario } of judged) {
        const isLow = name.endsWith('-lo');
        // Who lives longest wears least.
        const endOf = (path: string, { lo, hi }: { readonly lo: number; readonly hi: number }) =>
          isLow === path.endsWith('meanLifeH') ? hi : lo;
        const ends = plausible.ranges.flatMap(({ name: range, paths, lo, hi }) =>
          paths.flatMap((path) => {
            const [before, after] = [typical!.scenario, scenario].map((one) => valuesAt(one, path));
            const moved = after!.filter((x, i) => x !== before![i]);
            const general = { 'residue fee': 'residue', 'power from the mains': 'mains' }[range];
            const end = endOf(path, general === undefined ? { lo, hi } : rangeEur(table, general));
            return range === 'price of a bale'
              ? []
              : moved.map((x) => Math.abs(x - end) <= 0.006 * Math.abs(end));
          }),
        );
        const bales = scenario.outputs.flatMap(({ tiers }, o) =>
          tiers.flatMap(({ grade, priceEurPerKg }, t) => {
            const before = typical!.scenario.outputs[o]!.tiers[t]!.priceEurPerKg;
            if (grade === undefined || priceEurPerKg === before) return [];
            return [Math.abs(priceEurPerKg - endOf('', rangeEur(table, grade))) < rounding];
          }),
        );
        const all = [...ends, ...bales];
        expect([all.length > 0, ...all], name).not.toContain(false);
      }
    },
  );
});
