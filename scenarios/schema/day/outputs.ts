import { z } from 'zod';
import { must } from '../../../sim/record/must.ts';
import { depotWorld } from '../../../sim/site/depot.ts';
import type { OutputSpec, ResidueSpec } from '../../../sim/world.ts';
import { any, atLeast0, carbonFactor, id, priceTiers } from '../reading/fields.ts';

const { outputs, residue } = depotWorld;
const pattern = must(outputs[0], 'output of the depot');

const outputSchema = z.strictObject({
  id: id('name of the bin'),
  use: z
    .enum(['reuse', 'repair', 'recycle-high', 'recycle-low', 'recover'])
    .describe('best next use it serves'),
  accepts: z.array(z.string()).min(1).describe('material ids, classes or families'),
  maxState: z.int().min(0).max(9).default(pattern.maxState).describe('worst degradation state accepted'),
  tiers: priceTiers,
  contaminantEurPerKg: atLeast0('cost of each kg of wrong material').default(pattern.contaminantEurPerKg),
  carbon: carbonFactor.default({ ...pattern.carbon }),
  capacityKg: atLeast0('0 = not limited').default(pattern.capacityKg),
  emptyEur: atLeast0('cost of one emptying').default(pattern.emptyEur),
  positionM: atLeast0(
    'metres along the belt where the bin stands; left out = all robots reach it',
  ).optional(),
}) satisfies z.ZodType<OutputSpec>;

export const outputsSchema = z
  .array(outputSchema)
  .min(1)
  .default(structuredClone(outputs) as z.infer<typeof outputSchema>[])
  .describe('bins that robots fill, with what they accept and pay');

export const residueSchema = z
  .strictObject({
    costEurPerKg: any('what a kg at the belt end costs').default(residue.costEurPerKg),
    carbon: carbonFactor.default({ ...residue.carbon }),
  })
  .describe('the end of the belt') satisfies z.ZodType<ResidueSpec>;
