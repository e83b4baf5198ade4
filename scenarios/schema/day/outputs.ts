import { z } from 'zod';
import { must } from '../../../sim/record/must.ts';
import { depotWorld } from '../../../sim/site/depot.ts';
import { any, atLeast0, carbonFactor, id, positive, share } from '../reading/fields.ts';

const { outputs, residue } = depotWorld;
const pattern = must(outputs[0], 'output of the depot');

/** What a buyer pays by purity: a number, or the price of a grade in the price table of the scenario. */
const gradedTiers = z
  .array(
    z.strictObject({
      minPurity: share('purity from which the price holds'),
      grade: z.string().min(1).optional().describe('grade of the price table that such a bale is sold as'),
      share: positive('share of the price of its grade').max(10).default(1),
      priceEurPerKg: any('EUR per kg in place of a grade; negative = paid to get rid of it').optional(),
    }),
  )
  .describe('price steps: the highest minPurity that is reached counts; below all of them, the lowest step');

/** The depot's own outputs leave their prices to the table. */
const unpriced = outputs.map((output) => ({
  ...structuredClone(output),
  tiers: output.tiers.map(({ priceEurPerKg, ...tier }) =>
    tier.grade === undefined ? { ...tier, priceEurPerKg } : tier,
  ),
}));

const outputSchema = z.strictObject({
  id: id('name of the bin'),
  use: z
    .enum(['reuse', 'repair', 'recycle-high', 'recycle-low', 'recover'])
    .describe('best next use it serves'),
  accepts: z.array(z.string()).min(1).describe('material ids, classes or families'),
  maxState: z.int().min(0).max(9).default(pattern.maxState).describe('worst degradation state accepted'),
  tiers: gradedTiers,
  contaminantEurPerKg: atLeast0('cost of each kg of wrong material').default(pattern.contaminantEurPerKg),
  carbon: carbonFactor.default({ ...pattern.carbon }),
  capacityKg: atLeast0('0 = not limited').default(pattern.capacityKg),
  emptyEur: atLeast0('cost of one emptying').default(pattern.emptyEur),
  positionM: atLeast0(
    'metres along the belt where the bin stands; left out = all robots reach it',
  ).optional(),
});

export const outputsSchema = z
  .array(outputSchema)
  .min(1)
  .default(unpriced.map((output) => outputSchema.parse(output)))
  .describe('bins that robots fill, with what they accept and pay');

export const residueSchema = z
  .strictObject({
    costEurPerKg: any('what a kg at the belt end costs; null = by the price table').nullable().default(null),
    carbon: carbonFactor.default({ ...residue.carbon }),
  })
  .describe('the end of the belt');
