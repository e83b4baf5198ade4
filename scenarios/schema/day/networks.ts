import { z } from 'zod';
import { findLoss } from '../../../models/losses/all.ts';
import {
  type ArmName as AnyArm,
  ARM_NAMES,
  armOf,
  type StudentArm,
  type TeacherArm,
} from '../../../models/training/arms.ts';
import type { TermWeight, TermWeights } from '../../../models/training/methods.ts';
import { TRAINING } from '../../../models/training/recipe.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { SENSES } from '../../../sim/senses/registry.ts';
import { isReference } from '../../../sim/site/reference.ts';
import { isAblation } from '../../../sim/site/robot/condition.ts';
import { atLeast0, positive } from '../reading/fields.ts';
import { senseName } from './sensors.ts';
import type { TrainingSettings } from './training.ts';

/** Arms of the protocol that are no robot's: ceilings, controls, what takes other pictures, and what names no materials. */
const notForRobots = [
  'visual-ceiling',
  'single-task-state',
  'single-task-quality',
  'thermal-alone',
  'deep-labels-only',
  'deep-distilled',
  'deep-oracle',
  'without-thermal',
  'without-spectral',
] as const satisfies readonly AnyArm[];
type ForRobots = Exclude<AnyArm, (typeof notForRobots)[number]>;

/** Arms that a robot can see with; `distilled` is a name of the days' own. */
export type ArmName = ForRobots | 'distilled';

const isForRobots = (name: AnyArm): name is ForRobots => !(notForRobots as readonly string[]).includes(name);

/** What a scenario brings along without asking: their names cannot be given to others, for students listen to the teachers. */
const reserved = ['teacher', 'teacher-visual', 'labels-only', 'distilled'] as const;

export const armNames: readonly ArmName[] = [
  ...reserved,
  ...ARM_NAMES.filter(isForRobots).filter((name) => !(reserved as readonly string[]).includes(name)),
];

/** The arm of a name; `distilled` listens to the full-sensor teacher at temperature 1. */
export function armFor(name: ArmName): TeacherArm | StudentArm {
  return armOf(name === 'distilled' ? 'multi-sensor-teacher' : name) as TeacherArm | StudentArm;
}

const weight = z.union([
  atLeast0('weight of the term; 0 leaves it out'),
  z.strictObject({ share: positive("share of the labels' pull that it starts with") }),
]);

const networkSchema = z.strictObject({
  arm: z
    .enum(armNames as [ArmName, ...ArmName[]])
    .nullable()
    .default(null)
    .describe('how it is trained: an arm of models/training/arms.ts, or distilled; or give file or model'),
  file: z
    .string()
    .nullable()
    .default(null)
    .describe('file of a trained network, from the working folder, such as runs/x/model-student.bin'),
  model: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/,
      'must be an address of 64 digits 0-9 and a-f, as looptwin train --json prints it',
    )
    .nullable()
    .default(null)
    .describe('address of a trained network in the cache'),
  sha256: z
    .string()
    .nullable()
    .default(null)
    .describe('hash that the file or the model must have; filled in when it is read'),
  kind: z
    .enum(['teacher', 'student'])
    .nullable()
    .default(null)
    .describe('what a file or a model holds; filled in when it is read'),
  senses: z
    .array(senseName)
    .min(1)
    .nullable()
    .default(null)
    .describe('what it sees with; null = as its arm or its file; a student sees with a camera at least'),
  steps: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('optimiser steps; null = training.teacherSteps or training.studentSteps'),
  learningRate: positive(`peak learning rate; null = ${TRAINING.learningRate}`).nullable().default(null),
  batch: z.int().min(1).max(256).nullable().default(null).describe(`items a step; null = ${TRAINING.batch}`),
  temperature: positive('softens the answers of teacher and student; null = as its arm')
    .nullable()
    .default(null),
  terms: z
    .record(z.string(), weight)
    .default({})
    .describe('terms of the loss (models/losses/all.ts) by weight, laid over those of its arm'),
});

export const networksSchema = z
  .record(z.string(), networkSchema)
  .default({})
  .describe('networks of your own by name, beside those that bear the name of their arm, and the ablations');

/** A network as a file declares it. */
export type Declared = z.infer<typeof networkSchema>;

/** The ablation that sees the hidden state: no network, but named where one could be. */
export const perfect = 'perfect';

/** What is asked of a scenario about its networks. */
export interface Networks {
  readonly networks: z.infer<typeof networksSchema>;
  readonly training: Pick<TrainingSettings, 'teacherSteps' | 'studentSteps'>;
}

/** A network as it is to be trained, or null for its arm where it was trained before. */
export interface NetworkSettings {
  readonly arm: ArmName | null;
  readonly kind: 'teacher' | 'student';
  /** In the order of the senses, each once. */
  readonly senses: readonly Sense[];
  readonly steps: number;
  readonly learningRate: number;
  readonly batch: number;
  readonly temperature: number;
  readonly terms: TermWeights;
}

/** The way of seeing that looks with a cheap network first and asks further senses when in doubt. */
export const asksInDoubt = 'asks-when-in-doubt';

/** True for a name that no network of a scenario may bear. */
export function isBuiltIn(name: string): boolean {
  return (
    isAblation(name) ||
    name === asksInDoubt ||
    isReference(name) ||
    (reserved as readonly string[]).includes(name)
  );
}

/** Names of all networks of a scenario, teachers before those who may listen to them; an own one hides the arm of its name. */
export function networkNames({ networks }: Pick<Networks, 'networks'>): string[] {
  return [...new Set([...armNames, ...Object.keys(networks)])];
}

/** Each of the senses once, in their order. */
export function inOrder(senses: readonly Sense[]): Sense[] {
  return SENSES.names.filter((sense) => senses.includes(sense));
}

const plain: Declared = networkSchema.parse({});

/** What a file says of a network, its arm's name saying everything where it is no network of the file's own. */
function declared({ networks }: Pick<Networks, 'networks'>, name: string): Declared | undefined {
  if (!isBuiltIn(name) && Object.hasOwn(networks, name)) return networks[name];
  const arm = armNames.find((known) => known === name);
  return arm && { ...plain, arm };
}

/** The network of a name; undefined for `perfect`, for a name that there is not, and for one that says nothing of itself. */
export function findNetwork(scenario: Networks, name: string): NetworkSettings | undefined {
  const own = declared(scenario, name);
  const kind = own && kindOf(own);
  if (!own || !kind) return undefined;
  const arm = own.arm && armFor(own.arm);
  const { teacherSteps, studentSteps } = scenario.training;
  const student = arm?.kind === 'student' ? arm : undefined;
  return {
    arm: own.arm,
    kind,
    senses: inOrder(own.senses ?? (arm?.kind === 'teacher' ? arm.senses : ['visual'])),
    steps: own.steps ?? (kind === 'teacher' ? teacherSteps : studentSteps),
    learningRate: own.learningRate ?? TRAINING.learningRate,
    batch: own.batch ?? TRAINING.batch,
    temperature: own.temperature ?? student?.temperature ?? 1,
    terms: laidOver(student?.terms ?? {}, own.terms),
  };
}

/** What a network is: its arm says it, or its file when it has been read. */
function kindOf({ arm, kind }: Pick<Declared, 'arm' | 'kind'>): 'teacher' | 'student' | null {
  return arm === null ? kind : armFor(arm).kind;
}

/** Terms of an arm with others laid over them; a weight of 0 leaves a term out. */
function laidOver(terms: TermWeights, over: Declared['terms']): TermWeights {
  const all: Record<string, TermWeight | undefined> = { ...terms, ...over };
  const known = Object.entries(all).filter(([name, value]) => value !== 0 && findLoss(name) !== undefined);
  return Object.fromEntries(known);
}

/** The network of a name; throws Error for a name that the checks of a scenario would have refused. */
export function networkNamed(scenario: Networks, name: string): NetworkSettings {
  const found = findNetwork(scenario, name);
  if (found === undefined) throw new Error(`no network of this scenario is called ${name}`);
  return found;
}
