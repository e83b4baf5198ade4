import { z } from 'zod';
import { id } from '../reading/fields.ts';

/** What an experiment can be asked for, with its unit in the name; `quantities.json` says how each is printed. */
export const quantityNames = [
  ...([
    'valueEur',
    'npvEur',
    'regretEur',
    'accuracyMaterial',
    'accuracyClass',
    'purity',
    'recovery',
  ] as const),
  ...(['co2eKg', 'energyJPerItem', 'downtimeS', 'shelfPurity'] as const),
] as const;
export type QuantityName = (typeof quantityNames)[number];

/** More trainings than this nobody waits for. */
export const MOST_TRAININGS = 100;

/** One way to play the days of an experiment. */
export const armSchema = z.strictObject({
  name: id('name of the arm'),
  set: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('settings of this arm by path, such as site.dayOfYear: 355'),
});

/** The arms of an experiment: the same days played under different settings. */
export const compareSchema = z
  .strictObject({
    arms: z
      .array(armSchema)
      .max(100)
      .default([])
      .describe(
        'ways to play the same days; each is compared with the first. Empty = compare the perceptions',
      ),
    choices: z
      .array(z.string())
      .min(1)
      .optional()
      .describe(
        'names of the arms that somebody could choose, where the others are assumptions: whether a robot pays is said of these; left out: all',
      ),
    quantity: z.enum(quantityNames).default('valueEur').describe('what the answer is about'),
    trainings: z
      .int()
      .min(1)
      .max(MOST_TRAININGS)
      .optional()
      .describe(
        'how often the networks are trained anew, with training.seed and the seeds after it; each meets all days. Left out = once',
      ),
    ownItems: z
      .boolean()
      .optional()
      .describe(
        'true: each day draws items of its own, so that intervals cover the drawing of items; left out: days may share a pool',
      ),
  })
  .describe('what an experiment compares');
