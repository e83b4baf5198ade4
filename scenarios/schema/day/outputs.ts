import { z } from 'zod';
import { lazily } from '../../../sim/kernel/random/lazily.ts';
import { grades } from '../../../sim/record/item-state.ts';
import { must } from '../../../sim/record/must.ts';
import { depotWorld } from '../../../sim/site/depot.ts';
import { any, atLeast0, carbonFactor, id, positive, share } from '../reading/fields.ts';

const { outputs, residue } = depotWorld;
const pattern = must(outputs[0], 'output of the depot');

const accepts = z.array(z.string()).min(1);
const grade = z.enum(grades);

const pieceSchema = z.strictObject({
  accepts: accepts
    .optional()
    .describe('material ids, classes or families; left out = all that the output accepts'),
  grade: grade.describe('best next use of the pieces that this is said of'),
  eurPerPiece: atLeast0('what a piece is sold for, EUR without VAT'),
  minutes: atLeast0('hands-on minutes a piece: check, clean, repair'),
  partsEur: atLeast0('spare parts a piece').default(0),
  passShare: share('share of pieces that pass the test after it; the others are scrap').default(1),
  returnShare: share('share of pieces sold that fail and come back, paid back and scrap').default(0),
  returnEur: atLeast0('cost of one that comes back, beside its price').default(0),
  newKgCo2ePerKg: any('kg CO2e of making a new one, per kg (negative = avoided)').default(0),
});

const benchSchema = z
  .strictObject({
    eurPerHour: atLeast0('cost of an hour at the bench, breaks and absence included'),
    checkMinutes: atLeast0('minutes until a piece that does not belong there is found out'),
    missedShare: share('share of those that is not found out but sold, and comes back').default(0),
    missedEur: atLeast0('cost of each of these, beside the price that is paid back').default(0),
    scrapEurPerKg: any('what a kg of pieces that failed brings; negative = a fee').default(0),
    replacementShare: share('share of pieces sold that are bought in place of a new one'),
    minPurity: share(
      'share of the mass there that robots keep right, as far as they know; left out = whatever pays',
    ).optional(),
    pieces: z.array(pieceSchema).min(1).describe('what becomes of pieces, the first that fits counts'),
  })
  .describe('where pieces are worked on and sold one by one');
/** What a buyer pays by purity: a number, or the price of a grade in the price table of the scenario. */
const gradedTiers = z
  .array(
    z.strictObject({
      minPurity: share('purity from which the price holds'),
      grade: z.string().min(1).optional().describe('grade of the price table that such a bale is sold as'),
      share: positive('share of the price of its grade; default 1').max(10).optional(),
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
  accepts: accepts.describe('material ids, classes or families'),
  maxState: z.int().min(0).max(9).default(pattern.maxState).describe('worst degradation state accepted'),
  grades: z
    .array(grade)
    .min(1)
    .optional()
    .describe('best next uses that it accepts; left out = whatever maxState lets through'),
  bench: benchSchema.optional(),
  tiers: gradedTiers.default([]),
  contaminantEurPerKg: atLeast0('cost of each kg of wrong material').default(pattern.contaminantEurPerKg),
  carbon: carbonFactor.default({ ...pattern.carbon }),
  capacityKg: atLeast0('0 = not limited').default(pattern.capacityKg),
  emptyEur: atLeast0('cost of one emptying').default(pattern.emptyEur),
  positionM: atLeast0(
    'metres along the belt where the bin stands; left out = all robots reach it',
  ).optional(),
});

const depotOutputs = lazily(() => unpriced.map((output) => outputSchema.parse(output)));

export const outputsSchema = z
  .array(outputSchema)
  .min(1)
  .default(() => [...depotOutputs()])
  .describe('bins that robots fill, with what they accept and pay');

export const residueSchema = z
  .strictObject({
    costEurPerKg: any('what a kg at the belt end costs; null = by the price table').nullable().default(null),
    carbon: carbonFactor.default({ ...residue.carbon }),
  })
  .describe('the end of the belt');
