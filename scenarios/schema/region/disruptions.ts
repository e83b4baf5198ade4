import { z } from 'zod';
import { atLeast0 } from '../reading/fields.ts';

const span = {
  fromDay: z.int().min(0).describe('first day, from 0'),
  days: z.int().min(1).describe('so many days'),
};

/** What goes wrong in a region, or is decreed, for some days. */
export const disruptionsSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('closure'),
        place: z
          .string()
          .describe('sorting site, workshop, reprocessor or outlet that works nothing and takes nothing in'),
        ...span,
      }),
      z.strictObject({
        kind: z.literal('road'),
        from: z.string().describe('collection point, sorting site, workshop or reprocessor'),
        to: z.string().describe('no lot leaves for there'),
        ...span,
      }),
      z.strictObject({
        kind: z.literal('price-floor'),
        place: z.string().describe('buyer that pays at least this for what it pays for at all'),
        eurPerKg: atLeast0('EUR per kg; gate fees stay as they are'),
        ...span,
      }),
    ]),
  )
  .max(1000)
  .default([])
  .describe('closures, blocked roads and price floors');
