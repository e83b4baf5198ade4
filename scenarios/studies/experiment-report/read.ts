import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../errors.ts';
import { experimentSchemaName, isExperimentSchema } from '../../record/experiment-schema.ts';
import { quantityNames } from '../../schema/day/compare.ts';
import { judgedRules } from '../../schema/reading/rules.ts';
import { numbers, readJson } from '../day/read.ts';
import type { ExperimentDocument } from '../experiment/document.ts';

/** An end without limit is null in JSON. */
const limit = (otherwise: number) =>
  z
    .number()
    .nullable()
    .transform((value) => value ?? otherwise);

const interval = z.looseObject({
  ...numbers('mean', 'sd', 'n', 'confidence'),
  ...{ halfWidth: limit(Infinity), lo: limit(-Infinity), hi: limit(Infinity) },
});

const orNull = z.number().nullable();

const estimates = z.object(
  Object.fromEntries(quantityNames.map((name) => [name, interval])) as Record<string, typeof interval>,
);

const compared = { narrowedBy: z.number().nullable(), estimates, byDay: z.array(z.number()) };

const effect = z.looseObject({
  ...compared,
  ...{ of: z.string(), kind: z.enum(['mean', 'main', 'interaction']), name: z.string() },
  ...{ factors: z.array(z.string()), aliases: z.array(z.string()), standardised: estimates.nullable() },
});

const design = z.looseObject({
  kind: z.string(),
  factors: z.array(z.looseObject({ name: z.string(), levels: z.array(z.unknown()) })),
  values: z.array(z.array(z.unknown())),
  fraction: z.looseObject({ ofPoints: z.number(), resolution: z.number().nullable() }).nullable(),
});

const named = { point: z.string(), command: z.string() };

/** What the report reads of experiment.json. */
const experimentDocument = z.looseObject({
  kind: z.enum(['perceptions', 'arms', 'plan']),
  ...{ scenario: z.string(), command: z.string(), title: z.string(), question: z.string() },
  ...{ expected: z.string(), fingerprint: z.string(), answer: z.string() },
  ...numbers('seed', 'cells', 'replications', 'trainings', 'confidence'),
  leavesOut: z.array(z.string()),
  quantity: z.enum(quantityNames),
  stopping: z
    .looseObject({
      ...numbers('from', 'to', 'halfWidth'),
      quantity: z.enum(quantityNames),
      reached: z.boolean(),
    })
    .nullable(),
  points: z
    .array(
      z.looseObject({
        ...{ name: z.string(), perception: z.string(), maintenance: z.string(), estimates },
        levels: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
  differences: z.array(z.looseObject({ better: z.string(), than: z.string(), ...compared })),
  plan: z.looseObject({ design, effects: z.array(effect), explained: z.number().nullable() }).nullable(),
  boundEur: interval,
  rules: judgedRules,
  failures: z.array(z.looseObject({ ...named, ...numbers('replication', 'seed'), error: z.string() })),
  unsettled: z.array(z.looseObject({ name: z.string(), quantity: z.enum(quantityNames), text: z.string() })),
  rows: z.array(
    z.looseObject({
      ...{ point: z.string(), perception: z.string(), maintenance: z.string(), counted: z.boolean() },
      training: orNull.optional(),
      ...numbers('replication', 'seed', 'boundEur', ...quantityNames),
    }),
  ),
  pays: z.looseObject({
    answer: z.string(),
    runDays: z.number(),
    arms: z.array(
      z.looseObject({
        ...{ name: z.string(), valueEur: interval, dayEur: interval, gainEur: interval, npvEur: interval },
        ...{ breakEvenPrices: interval.nullable(), breakEvenWageEur: interval.nullable() },
        ...{ eurPerTonne: interval.optional(), sortedKgPerH: interval.optional() },
        busyShares: z.array(interval).optional(),
        capitalEur: z.number(),
        payback: z.looseObject({ years: orNull, lo: orNull, hi: orNull }),
      }),
    ),
  }),
  dayCommands: z.array(z.looseObject(named)).min(1),
});

interface Head {
  readonly schema?: unknown;
  readonly command?: unknown;
}

/** True for the folder of a finished experiment, of whatever version. */
export function isExperimentFolder(folder: string): boolean {
  return (
    existsSync(join(folder, 'manifest.json')) &&
    isExperimentSchema(readJson<Head>(folder, 'manifest.json').schema)
  );
}

/** The document of an experiment from its folder. Throws InputError with every field that it lacks, and for another version. */
export function readExperiment(folder: string): ExperimentDocument {
  const { schema, command } = readJson<Head>(folder, 'manifest.json');
  if (schema !== experimentSchemaName)
    throw new InputError({
      what: `this experiment was left by another version of looptwin; this one reads ${experimentSchemaName}`,
      got: schema,
      where: join(folder, 'manifest.json'),
      cure: `Read it with the looptwin that played it, or play it again: ${String(command)}`,
    });
  return readJson<ExperimentDocument>(folder, 'experiment.json', experimentDocument);
}
