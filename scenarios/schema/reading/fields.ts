import { z } from 'zod';

/** No quantity of a site or a region is larger, in its own unit; the clock, the books and the bound stay exact up to here. */
const LARGEST = 1e9;

/** The few shapes that most settings have; `doc` is what editors show. */
export const positive = (doc: string) => z.number().positive().max(LARGEST).describe(doc);
export const atLeast0 = (doc: string) => z.number().min(0).max(LARGEST).describe(doc);
export const any = (doc: string) => z.number().min(-LARGEST).max(LARGEST).describe(doc);
export const share = (doc: string) => z.number().min(0).max(1).describe(doc);
/** How far a camera can know substances: of what arrives and of what networks learn from. */
export const lookCoupling = share(
  'how far substances show in their looks (haze, tint, gloss, seams, how they crush and age): 0 = look-alikes are equal to a camera, 1 = as in reality',
);
export const hour = (doc: string) => z.number().min(0).max(24).describe(doc);
export const id = (doc: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes, such as recycle-pet')
    .describe(doc);

/** Emission factor with what makes two of them addable: the same boundary. */
export const carbonFactor = z
  .strictObject({
    kgCo2ePerKg: any('kg CO2e per kg; negative = avoided'),
    boundary: z.string().min(1).describe('system boundary; factors of different boundaries are never added'),
    version: z.string().min(1).describe('factor set and version'),
    year: z.int().min(1990).max(2100).describe('year of the factor'),
  })
  .describe('emission factor');

/** What a buyer pays by purity. */
export const priceTiers = z
  .array(
    z.strictObject({
      minPurity: share('purity from which the price holds'),
      priceEurPerKg: any('EUR per kg; negative = a gate fee, paid to get rid of it'),
    }),
  )
  .describe('price steps: the highest minPurity that is reached counts; below all of them, the lowest step');

/** How a scenario file begins, of a site or of a region. */
export const headFields = {
  version: z.literal(1).default(1).describe('version of this file format'),
  extends: z.string().optional().describe('name or path of a scenario that this one changes'),
  title: z.string().min(1).describe('one line for people'),
  story: z.string().default('').describe('what the scenario is about'),
  question: z.string().default('').describe('the question it answers'),
  expected: z.string().default('').describe('the finding expected before the first run'),
  seed: z.int().min(0).max(4294967295).default(1).describe('seed of all random draws of the world'),
};
