import { z } from 'zod';
import { quantityNames } from '../day/compare.ts';
import { any, headFields, id, positive } from '../reading/fields.ts';
import { rulesSchema } from '../reading/rules.ts';

const count = (doc: string, least: number, most = 1_000_000) => z.int().min(least).max(most).describe(doc);

const path = z.string().min(1).describe('a setting of the scenario, such as robots[0].batteryWh');

const factor = z
  .strictObject({
    path: path.optional(),
    paths: z.array(path).min(1).optional().describe('several settings that take the same value together'),
    levels: z.array(z.unknown()).max(1000).optional().describe('the values that it takes'),
    from: any('lower end of its range').optional(),
    to: any('upper end of its range').optional(),
    step: positive('values in the range are whole multiples of it above the lower end').optional(),
  })
  .describe('what is varied: path or paths, with levels or a range');

const quantity = z.enum(quantityNames);

const replications = z
  .strictObject({
    from: count('days that are played in any case', 2),
    to: count('days that are played at most', 2),
    halfWidth: positive(
      'half of the 95 % interval, in the unit of the quantity, at which no further days are played',
    ).optional(),
    quantity: quantity.optional().describe('whose interval; left out: what the answer is about'),
  })
  .describe('days of each point: a number, or as many as it takes until the interval is narrow enough');

/** A plan of experiments: which settings of a scenario are varied, over which points, on how many days each. */
export const planSchema = z.strictObject({
  plan: z.literal('looptwin.plan/1').describe('version of this file format'),
  extends: headFields.extends,
  title: headFields.title,
  story: headFields.story,
  question: headFields.question,
  expected: headFields.expected,
  rules: rulesSchema(quantityNames),
  seed: headFields.seed.unwrap().optional().describe("root of every random draw; left out: the scenario's"),
  scenario: z.string().min(1).describe('name or path of the scenario that is varied'),
  set: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('settings of all points by path, such as site.durationS: 3600'),
  design: z
    .enum(['full', 'fractional', 'latin-hypercube', 'sobol'])
    .describe('every combination of levels, a two-level fraction of them, or points that fill the ranges'),
  factors: z.record(id('name of the factor'), factor).describe('what is varied, by name'),
  generators: z
    .record(z.string(), z.array(z.string()).min(2))
    .default({})
    .describe('fractional: factors that are the product of others, such as panel: [battery, price]'),
  resolution: count(
    'fractional: two-way interactions are apart from 5 on, main effects from 4 on',
    3,
    12,
  ).optional(),
  points: count('latin-hypercube and sobol: number of points', 2, 10_000).optional(),
  replications: replications.default({ from: 10, to: 10 }),
  quantity: quantity.default('valueEur').describe('what the answer is about'),
});

/** A plan after defaulting. */
export type PlanFile = z.infer<typeof planSchema>;
export type Factor = PlanFile['factors'][string];
export type DesignName = PlanFile['design'];
