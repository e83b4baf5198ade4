import { z } from 'zod';
import { atLeast0, share } from '../reading/fields.ts';

/** Goes up when a reader of an earlier version would misread a later one. */
export const siteSchemaName = 'looptwin.site/2';

const cells = z.record(z.string(), z.record(z.string(), share('of the input')));
const spread = z.record(z.string(), z.record(z.string(), z.number().min(0)));
const finite = (doc: string) => z.number().describe(doc);
/** Mean over the shifts, and the standard deviation from one to the next. */
const estimate = z.strictObject({ mean: z.number(), sd: z.number().min(0) });

const load = z.strictObject({
  factor: z.number().positive().describe('times the rate of the scenario'),
  loadKgPerH: z.number().positive().describe('kg of feed an open hour'),
  shifts: z.int().min(2),
  cells: cells.describe('share of each input (material/grade) that goes to each output; the rest is residue'),
  spread: spread.describe('standard deviation of each share from shift to shift'),
  feedKgPerH: z.record(z.string(), z.number().min(0)).describe('of each input'),
  unseen: z.array(z.string()).describe('inputs that never came; they are told by their material'),
  accuracy: estimate.describe('share of items whose material was named right at first sight'),
  believed: z
    .record(z.string(), z.strictObject({ purity: share('of the output'), believed: share('of the output') }))
    .describe('purity of each output, and what the robots believed it to be'),
  perHour: z
    .strictObject({
      revenueEur: estimate,
      costEur: estimate,
      workEur: estimate.describe('costs that the site has itself: without hauling, gate fees and deductions'),
      robotJ: estimate,
      mainsJ: estimate,
      downtimeS: estimate,
    })
    .describe('of an open hour'),
  co2eKgPerHour: z.record(z.string(), estimate).describe('by boundary; boundaries are never added'),
  workCo2eKgPerHour: z.record(z.string(), finite('kg')).describe('electricity alone, by boundary'),
  runs: z
    .array(z.strictObject({ seed: z.int(), replication: z.int(), fingerprint: z.string() }))
    .min(2)
    .describe('the shifts that this was measured in'),
});

/** A site measured at item scale: all that a region needs to know of it. */
export const siteFileSchema = z.strictObject({
  schema: z.literal(siteSchemaName),
  scenario: z.string().describe('name or path of the measured scenario'),
  title: z.string(),
  scenarioHash: z.string().describe('all of its settings'),
  codeHash: z.string().describe('the code that played the shifts'),
  command: z.string().describe('makes this file again'),
  set: z.array(z.string()).describe('settings that were laid over the scenario, path=value'),
  ratePerHour: z.number().min(0).describe('items an hour at factor 1'),
  hours: z.number().positive().describe('open hours of a shift'),
  specimens: z.int().describe('pool of pieces that all shifts draw from; 0 = every piece is new'),
  outputs: z.array(z.strictObject({ id: z.string(), use: z.string(), accepts: z.array(z.string()) })).min(1),
  materials: z.array(z.string()).min(1),
  measured: z
    .array(
      z.strictObject({
        perception: z.string(),
        training: z.int().describe('seed of the training'),
        lineEurPerYear: atLeast0(
          'what robots, sensors, belt and frame cost a year: capital with interest over their life, and spares',
        ),
        loads: z.array(load).min(1),
      }),
    )
    .min(1),
});

export type SiteFile = z.infer<typeof siteFileSchema>;
export type MeasuredLoad = SiteFile['measured'][number]['loads'][number];
export type Measured = SiteFile['measured'][number];

/** Perceptions of a measured site, each once, in the order of the file. */
export const perceptionsOf = ({ measured }: SiteFile): string[] => [
  ...new Set(measured.map(({ perception }) => perception)),
];

/** Trainings that a perception was measured under. */
export const trainingsOf = ({ measured }: SiteFile, perception: string): number[] =>
  measured.filter((entry) => entry.perception === perception).map(({ training }) => training);
