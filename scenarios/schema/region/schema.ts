import { z } from 'zod';
import { CONDITIONS } from '../../../sim/region/spec/chain.ts';
import { atLeast0, carbonFactor, id, positive, priceTiers, share } from '../reading/fields.ts';
import { disruptionsSchema } from './disruptions.ts';

/** Routing policies by name; `rolling-plan` needs the linear-program solver. */
export const routingNames = ['nearest', 'least-cost', 'price-aware', 'rolling-plan'] as const;

const accepts = z.array(z.string()).describe('material ids, classes or families; empty = everything');
const minCondition = z.enum(CONDITIONS).describe('worst condition that still counts as wanted');
const capacityKgPerDay = positive('kg a day');

const test = z
  .strictObject({ sd: share('standard deviation of the purity that is found, a share') })
  .optional()
  .describe(
    'how the buyer samples bales: it pays for the purity that it finds; left out = it knows the true one',
  );

const matricesFrom = z
  .union([
    z.string().min(1).describe('file that looptwin measure wrote'),
    z.strictObject({
      file: z.string().min(1).describe('file that looptwin measure wrote'),
      perception: z
        .string()
        .optional()
        .describe('which of its perceptions; default: that of the region, else the first'),
      training: z.int().optional().describe('seed of the training; default: the first'),
    }),
  ])
  .describe('a measured site');

/** A measured site as a file names it. */
export type MatricesFrom = z.infer<typeof matricesFrom>;

const head = {
  id: id('name'),
  spotKm: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe('km from the west and the south of the map, for drawing; distances are those of the lanes'),
};

const place = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('maker'),
    ...head,
    makes: z.array(z.strictObject({ materialId: z.string(), kgPerDay: atLeast0('kg a day') })),
    maxRecycledShare: share('most recycled feed that a product takes'),
    seasonality: share('swing of the demand over a year'),
  }),
  z.strictObject({
    kind: z.literal('use'),
    ...head,
    climate: z
      .string()
      .nullable()
      .describe('a place of the materials room, null = what the item is made for'),
    participation: share('share of discarded things that reaches a collection point'),
  }),
  z.strictObject({
    kind: z.literal('collection'),
    ...head,
    capacityKg: positive('what fits before it overflows'),
    triggerKg: positive('a vehicle comes at this fill level'),
    maxWaitDays: positive('or after so many days'),
    eurPerTrip: atLeast0('EUR a round'),
  }),
  z.strictObject({
    kind: z.literal('sorting'),
    ...head,
    capacityKgPerDay,
    hoursPerDay: positive('working hours a day').max(24),
    storageKg: positive('kg of bales and residue that fit on the site; a full store stops the belts'),
    eurPerKg: atLeast0('EUR per kg sorted; a measured site brings its own').optional(),
    energyJPerKg: atLeast0('J per kg sorted; a measured site brings its own').optional(),
    lines: z
      .int()
      .min(1)
      .max(100_000)
      .optional()
      .describe('equal lines side by side; loads are those of one line; default: 1'),
    lineEurPerYear: atLeast0(
      'EUR a year of each line, whether it works or not; a measured site brings its own',
    ).optional(),
    matrices: z.union([
      z
        .array(
          z.strictObject({
            loadKgPerH: positive('load at which it was measured'),
            cells: z.record(z.string(), z.record(z.string(), z.number())),
            spread: z
              .record(z.string(), z.record(z.string(), z.number()))
              .optional()
              .describe('standard deviation of each share from shift to shift; left out = none'),
          }),
        )
        .min(1)
        .describe(
          'transfer matrices by load: share of each input (material, or material/condition such as pet-bottle-clear/reuse) that goes to each output',
        ),
      matricesFrom,
    ]),
  }),
  z.strictObject({
    kind: z.literal('workshop'),
    ...head,
    accepts,
    minCondition,
    yield: share('share of wanted kg that goes back into use'),
    lifeShare: share('life left, as a share of a new one'),
    capacityKgPerDay,
    eurPerKg: atLeast0('EUR per kg worked on'),
    tiers: priceTiers,
    test,
  }),
  z.strictObject({
    kind: z.literal('reprocessor'),
    ...head,
    accepts,
    minCondition,
    yield: share('share of wanted kg that becomes feed'),
    capacityKgPerDay,
    eurPerKg: atLeast0('EUR per kg worked on'),
    energyJPerKg: atLeast0('J per kg worked on'),
    carbon: carbonFactor,
    feedEurPerKg: atLeast0('EUR per kg of feed'),
    tiers: priceTiers,
    test,
  }),
  z.strictObject({
    kind: z.enum(['market', 'recovery', 'landfill']),
    ...head,
    accepts,
    minCondition,
    capacityKgPerDay,
    carbon: carbonFactor,
    tiers: priceTiers,
    test,
  }),
]);

const explicit = {
  materials: z
    .array(
      z.strictObject({
        materialId: z.string(),
        meanLifeDays: positive('mean life in use, days'),
        lifeShape: positive('Weibull shape of the life'),
        virginEurPerKg: atLeast0('EUR per kg of virgin material'),
        virginCarbon: carbonFactor,
      }),
    )
    .min(1),
  places: z.array(place).min(1).max(5_000),
  lanes: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      km: atLeast0('km by road'),
      output: z.string().optional().describe('only for this output of a sorting site'),
    }),
  ),
};

/** A region in a scenario file: made up by size, or place by place; what is given explicitly replaces what was made up. */
export const regionSchema = z.strictObject({
  days: z.int().positive().max(36_500).describe('simulated days, at most a hundred years'),
  size: z
    .strictObject({
      places: z.int().min(20).max(5_000).describe('places of all kinds'),
      materials: z
        .int()
        .min(1)
        .default(12)
        .describe('materials of the catalogue; a measured site brings its own'),
      kgPerDay: positive('what the makers sell, kg a day'),
    })
    .prefault({ places: 20, materials: 12, kgPerDay: 20000 })
    .describe('size of a made-up region'),
  matrices: matricesFrom
    .optional()
    .describe(
      "a measured site of whose lines all sorting sites of a made-up region are built; its materials are the region's",
    ),
  perceptions: z
    .array(z.string())
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'must not name a perception twice')
    .optional()
    .describe(
      'what the robots of measured sites see with: the years are played under each, at the same prices',
    ),
  participation: share('share handed in, for every place of use').optional(),
  test: test.describe(
    'how every reprocessor samples bales that does not say so itself; left out = they know the true purity',
  ),
  materials: explicit.materials.optional(),
  places: explicit.places.optional(),
  lanes: explicit.lanes.optional(),
  transport: z
    .strictObject({
      payloadKg: positive('kg of a full load'),
      eurPerKm: atLeast0('EUR per km of a trip, including the empty return'),
      kmPerDay: positive('km a day'),
      carbonKgPerTkm: atLeast0('kgCO2e per tonne-km'),
    })
    .optional(),
  prices: z
    .strictObject({
      persistence: share('of the monthly log index'),
      sd: atLeast0('of its monthly innovation'),
      shocks: z.array(
        z.strictObject({
          day: z.int().min(0).describe('from this day'),
          factor: atLeast0('every price is multiplied by it'),
        }),
      ),
    })
    .optional(),
  disruptions: disruptionsSchema,
  routing: z
    .array(z.enum(routingNames))
    .min(1)
    .default(['nearest', 'price-aware'])
    .describe('who decides where bales go; the region is simulated once for each'),
});

export type RegionSettings = z.infer<typeof regionSchema>;
