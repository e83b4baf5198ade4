import { z } from 'zod';
import { problemsOf } from '../../../sim/problems.ts';
import { depotPricesName } from '../../../sim/site/depot.ts';
import { references } from '../../../sim/site/reference.ts';
import type { SpecProblem, WorldSpec } from '../../../sim/world.ts';
import { atLeast0, headFields } from '../reading/fields.ts';
import { didYouMean } from '../reading/nearest.ts';
import type { SettingProblem } from '../reading/path.ts';
import { ruleProblems, rulesSchema } from '../reading/rules.ts';
import { compareSchema, quantityNames } from './compare.ts';
import { investmentSchema, pickerSchema } from './investment.ts';
import { machinesSchema } from './machines.ts';
import { moneyProblems } from './money-problems.ts';
import { networkProblems } from './network-problems.ts';
import { networksSchema } from './networks.ts';
import { outputsSchema, residueSchema } from './outputs.ts';
import { beltSchema, economySchema, feedSchema, siteSchema } from './place.ts';
import { policiesSchema } from './policies.ts';
import { moneyFields } from './price-table.ts';
import type { Priced } from './priced.ts';
import { assetsSchema, maintenanceSchema, robotsSchema } from './robots.ts';
import { settingProblems } from './sensors.ts';
import { trainingSchema } from './training.ts';

/** A scenario file. Every setting has its unit in its name; what is left out takes the depot's default. */
export const scenarioSchema = z.strictObject({
  ...headFields,
  rules: rulesSchema(quantityNames),
  prices: z
    .string()
    .min(1)
    .default(depotPricesName)
    .describe(
      'price table of a country and year: a name, or the path of your own, beside this file or from the working folder',
    ),
  money: z
    .strictObject(moneyFields)
    .nullable()
    .default(null)
    .describe('what the EUR of this file are worth; null = as in the price table'),
  site: siteSchema.prefault({}),
  feed: feedSchema.prefault({}),
  belt: beltSchema.prefault({}),
  outputs: outputsSchema,
  residue: residueSchema.prefault({}),
  robots: robotsSchema,
  assets: assetsSchema,
  machines: machinesSchema,
  processEveryS: atLeast0('seconds between two questions to the processing policy; 0 = never').default(0),
  maintenance: maintenanceSchema.prefault({}),
  economy: economySchema.prefault({}),
  investment: investmentSchema.prefault({}),
  picker: pickerSchema.prefault({}),
  networks: networksSchema,
  policies: policiesSchema.prefault({}),
  training: trainingSchema.prefault({}),
  compare: compareSchema.prefault({}),
});

/** A scenario after defaulting, its prices still open. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** A scenario with everything filled in. */
export type Scenario = Omit<ScenarioFile, keyof Priced> & Priced;

/** The part of a scenario that the simulator plays. */
export function worldOf(scenario: Scenario): WorldSpec {
  const { site, feed, belt, outputs, residue, assets, maintenance, economy } = scenario;
  // What a robot sees with is no part of the world: the variant of a day says it.
  const robots = scenario.robots.map(({ perception: _p, device: _d, ...robot }) => robot);
  const { title: name, machines, processEveryS } = scenario;
  const parts = { site, feed, belt, outputs, residue, robots, assets, maintenance, economy };
  return { name, ...parts, machines, processEveryS };
}

/** What the schema cannot see field by field: unknown materials, outputs nobody accepts, windows off the belt. */
export function worldProblems(scenario: Scenario): SpecProblem[] {
  return [
    ...problemsOf(worldOf(scenario)),
    ...closedProblems(scenario),
    ...moneyProblems(scenario),
    ...settingProblems([
      ...scenario.robots.map(({ sensors }, i) => ({ sensors, path: ['robots', i, 'sensors'] })),
      { sensors: scenario.training.sensors, path: ['training', 'sensors'] },
    ]),
    ...networkProblems(scenario),
  ];
}

/** Choices that are no arms. */
function choiceProblems({ compare }: Scenario): SettingProblem[] {
  const names = compare.arms.map(({ name }) => name);
  return (compare.choices ?? []).flatMap((got, index) =>
    names.length === 0 || names.includes(got)
      ? []
      : [{ path: ['compare', 'choices', index], message: 'names no arm', got, cure: didYouMean(got, names) }],
  );
}

/** Ways to play a scenario that its rules may name. */
function waysOf({ compare, policies }: Scenario): string[] {
  if (compare.arms.length > 0) return compare.arms.map(({ name }) => name);
  const [main = '', ...others] = policies.perceptions;
  const upkeep = policies.maintenance.slice(1);
  const seeing = [main, ...others].flatMap((name) => [
    name,
    ...upkeep.map((policy) => `${name} + ${policy}`),
  ]);
  return [...references, ...seeing];
}

/** Rules that cannot be held against anything, and choices that are no arms; with `--set` other ways may be played than those that they name. */
export function expectationProblems(scenario: Scenario, isAsWritten: boolean): SettingProblem[] {
  const rules = ruleProblems(scenario.rules, isAsWritten ? waysOf(scenario) : undefined);
  return isAsWritten ? [...rules, ...choiceProblems(scenario)] : rules;
}

/** The simulator can play a night in which nothing comes; as a scenario it is a mistake in the calendar. */
function closedProblems({ site }: Scenario): SpecProblem[] {
  const { startHour, durationS, openHour, closeHour } = site;
  const nextOpenHour = startHour % 24 < closeHour ? openHour : openHour + 24;
  if (closeHour <= openHour || (startHour % 24) + durationS / 3600 > nextOpenHour) return [];
  return [
    {
      path: ['site', 'startHour'],
      message: `the site never opens during the run, which lasts ${durationS / 3600} h`,
      got: startHour,
      cure: `Start between ${openHour} and ${closeHour}, or make durationS longer`,
    },
  ];
}
