import { z } from 'zod';
import { ARM_NAMES, type ArmName, armOf } from '../../../models/training/arms.ts';
import type { Group } from '../../../models/training/protocol/places.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { lookCoupling, positive } from '../reading/fields.ts';
import type { SettingProblem } from '../reading/path.ts';

const count = (doc: string, least = 1, most = 1_000_000) => z.int().min(least).max(most).describe(doc);

const arms = z
  .array(z.enum(ARM_NAMES as [ArmName, ...ArmName[]]))
  .describe('arms by name; each is described in models/training/arms.ts');

const group = z.strictObject({
  labelledPerMaterial: count('items per material that have labels', 1, 65_536),
  worlds: count('sets of items that are drawn anew', 1, 100).default(1),
  draws: count('choices of the labelled items in each world', 1, 100).default(1),
  seeds: count('trainings of each draw, paired between the arms by their seeds', 1, 100),
  arms,
  tuned: arms
    .optional()
    .describe('those whose rate is searched for; left out: all, of exploratory arms none'),
  rateOf: z
    .enum(ARM_NAMES as [ArmName, ...ArmName[]])
    .optional()
    .describe('arm whose rate the others take; left out: multi-sensor-teacher'),
});

const dial = group.extend({
  couplings: z
    .array(z.number().min(0).max(1))
    .min(1)
    .describe('values of lookCoupling; at that of data, the trainings of the main question are taken'),
});

const data = z.strictObject({
  materials: z.array(z.string()).min(2).describe('catalogue ids'),
  imagePx: z.union([z.literal(32), z.literal(64)]).describe('side of the images that the networks take'),
  seed: count('seed of the items of the first world; each further world has the next', 0),
  // Without a default: the settings of results that were made before the dial stay the same.
  lookCoupling: lookCoupling.optional(),
  poolPerMaterial: count('items per material to train on, labelled or not', 1, 65_536),
  validationPerMaterial: count('items per material that choices are made on', 1, 65_536),
  calibrationPerMaterial: count('items per material that quantisation ranges are measured on', 0, 65_536),
  testPerMaterial: count('items per material of each test set', 1, 65_536),
});

const plateau = z
  .strictObject({
    window: count('validations whose mean is held against that of as many before them', 1, 1000),
    gain: z.number().min(0).max(1).describe('accuracy (0..1) by which the later mean must be higher'),
    coolDown: z
      .number()
      .min(0)
      .max(1)
      .describe('share of the steps so far over which the rate then falls to zero'),
  })
  .describe('trains until validation no longer improves, within the steps given');

const training = z.strictObject({
  teacherSteps: count('optimiser steps of a teacher; with a plateau, how many at most'),
  studentSteps: count('optimiser steps of a student; with a plateau, how many at most'),
  plateau: plateau.optional(),
  batch: count('items a step', 1, 256),
  validateEvery: count('steps between looks at the validation items'),
  learningRates: z
    .array(positive('peak learning rate'))
    .min(1)
    .describe('where the search of each arm begins; it goes on beyond an edge that is best'),
  temperature: positive('of soft targets; methods with a temperature of their own keep that'),
});

const protocol = z.strictObject({
  data,
  training,
  tuningSeeds: count('seeds that choices are averaged over', 1, 100),
  primary: group,
  regimes: z.array(group).default([]).describe('further amounts of labels'),
  exploratory: group.describe('further arms; their comparisons are called exploratory'),
  beside: z.array(group).optional().describe('further networks beside the main question'),
  dial: dial.optional().describe('the same question where substances show less in their looks'),
});

const tests = z.strictObject({
  conditions: z
    .array(z.enum(['clean', 'shifted', 'faulty']))
    .min(1)
    .describe('sensors of the test sets; the first is the one that comparisons use'),
  note: z.string().optional().describe('what a reader must know of looks at the test sets'),
});

/** What `looptwin train` reads from a file with a `protocol` section. */
export const protocolFileSchema = z.strictObject({
  version: z.literal(1).default(1).describe('version of this file format'),
  extends: z.string().optional().describe('name or path of a protocol that this one changes'),
  title: z.string().min(1).describe('one line'),
  story: z.string().default('').describe('what this is about'),
  question: z.string().default('').describe('what it answers'),
  expected: z.string().default('').describe('what was expected before the first run'),
  repeats: z
    .string()
    .optional()
    .describe(
      'protocol whose question this one asks again, in worlds of its own; both answers are told side by side',
    ),
  protocol,
  tests: tests.default({ conditions: ['clean', 'shifted', 'faulty'] }),
  quick: z
    .strictObject({
      data: data.partial(),
      training: training.partial(),
      tuningSeeds: count('seeds'),
      primary: group,
      exploratory: group,
      beside: z.array(group).optional(),
      dial: dial.optional(),
    })
    .describe('what --quick replaces: the same path in minutes'),
});

export type ProtocolFile = z.infer<typeof protocolFileSchema>;

/** The protocol of a file, in full or in its quick form. */
export function protocolOf(file: ProtocolFile, quick: boolean): Protocol {
  if (!quick) return file.protocol;
  const { data: quickData, training: quickTraining, tuningSeeds, primary, exploratory, ...rest } = file.quick;
  return {
    data: { ...file.protocol.data, ...quickData } as Protocol['data'],
    training: { ...file.protocol.training, ...quickTraining } as Protocol['training'],
    tuningSeeds,
    primary,
    regimes: [],
    exploratory,
    ...rest,
  };
}

/** What the schema cannot see: unknown materials, regimes beyond the pool, arms that lean on one that is missing. */
export function protocolProblems(file: ProtocolFile) {
  return [...problemsIn(file, false), ...problemsIn(file, true)];
}

function problemsIn(file: ProtocolFile, quick: boolean): SettingProblem[] {
  const protocol = protocolOf(file, quick);
  const at = quick ? 'quick' : 'protocol';
  return [...materialProblems(protocol, at), ...labelProblems(protocol, at), ...choiceProblems(protocol, at)];
}

function materialProblems({ data: { materials: ids } }: Protocol, at: string): SettingProblem[] {
  const known = new Set(materials.map((m) => m.id));
  return ids.flatMap((id, i) =>
    known.has(id)
      ? []
      : [
          {
            path: [at, 'data', 'materials', i],
            message: 'unknown material',
            got: id,
            cure: 'List them with: looptwin materials',
          },
        ],
  );
}

/** No regime may have more labels than the pool has items, but for the visual ceiling, which draws its own. */
function labelProblems(
  { data: items, primary, regimes, exploratory, beside = [], dial: turned }: Protocol,
  at: string,
): SettingProblem[] {
  const groups: [(string | number)[], Group][] = [
    [[at, 'primary'], primary],
    [[at, 'exploratory'], exploratory],
    ...regimes.map((regime, i): [(string | number)[], Group] => [[at, 'regimes', i], regime]),
    ...beside.map((own, i): [(string | number)[], Group] => [[at, 'beside', i], own]),
    ...(turned ? [[[at, 'dial'], turned] as [(string | number)[], Group]] : []),
  ];
  const drawsOnPool = ({ arms: names }: Group) => names.some((name) => armOf(name).kind !== 'ceiling');
  return groups
    .filter(([, own]) => drawsOnPool(own) && own.labelledPerMaterial > items.poolPerMaterial)
    .map(([path, { labelledPerMaterial }]) => ({
      path: [...path, 'labelledPerMaterial'],
      message: `asks for more labels than the pool has items (${items.poolPerMaterial})`,
      got: labelledPerMaterial,
      cure: 'Lower it, or raise data.poolPerMaterial',
    }));
}

/** Choices must be possible: seeds that are run, an arm that untuned arms can lean on. */
function choiceProblems(protocol: Protocol, at: string): SettingProblem[] {
  const { primary, regimes, exploratory, beside: further = [], tuningSeeds } = protocol;
  const problems: SettingProblem[] = [];
  if (tuningSeeds > primary.seeds) {
    const message = `must be at most primary.seeds (${primary.seeds})`;
    problems.push({ path: [at, 'tuningSeeds'], message, got: tuningSeeds, cure: 'Lower it' });
  }
  const groups = [...regimes, exploratory, ...further].filter(({ rateOf }) => rateOf === undefined);
  const own = groups.flatMap(({ arms: names, tuned = [] }) => names.filter((name) => !tuned.includes(name)));
  const leaning = own.some((name) => armOf(name).kind !== 'teacher' && !primary.arms.includes(name));
  if (leaning && !primary.arms.includes('multi-sensor-teacher')) {
    const message = 'must include multi-sensor-teacher, whose choices the other arms use';
    problems.push({ path: [at, 'primary', 'arms'], message, cure: 'Add it' });
  }
  return problems;
}
