import { z } from 'zod';
import { id } from '../reading/fields.ts';
import quantities from './quantities.json' with { type: 'json' };

/** What an experiment can be asked for, with its unit in the name; `quantities` says how each is printed. */
export type QuantityName = keyof typeof quantities;
export const quantityNames = Object.keys(quantities) as [QuantityName, ...QuantityName[]];

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
    quantity: z.enum(quantityNames).default('valueEur').describe('what the answer is about'),
  })
  .describe('what an experiment compares');
