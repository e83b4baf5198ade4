import { z } from 'zod';
import type { Sense } from '../../../sim/record/frames.ts';
import { SENSES, STANDARD_SENSES } from '../../../sim/senses/registry.ts';
import { senseName } from './sensors.ts';
import type { TrainingSettings } from './training.ts';

/** How a network can be trained. */
export const armNames = ['labels-only', 'distilled', 'teacher'] as const;
export type ArmName = (typeof armNames)[number];

const networkSchema = z.strictObject({
  arm: z
    .enum(armNames)
    .describe('how it is trained: on labels, on labels and what the built-in teacher says, or as a teacher'),
  senses: z.array(senseName).min(1).describe('what it sees with; a student sees with a camera at least'),
  steps: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('optimiser steps; null = training.teacherSteps or training.studentSteps'),
});

export const networksSchema = z
  .record(z.string(), networkSchema)
  .default({})
  .describe('networks of your own by name, beside labels-only, distilled, teacher and perfect');

/** The ablation that sees the hidden state: no network, but named where one could be. */
export const perfect = 'perfect';

const builtIn: Readonly<Record<ArmName, readonly Sense[]>> = {
  'labels-only': ['visual'],
  distilled: ['visual'],
  teacher: STANDARD_SENSES,
};

/** What is asked of a scenario about its networks. */
export interface Networks {
  readonly networks: z.infer<typeof networksSchema>;
  readonly training: Pick<TrainingSettings, 'teacherSteps' | 'studentSteps'>;
}

/** A network as it is to be trained. */
export interface NetworkSettings {
  readonly arm: ArmName;
  /** In the order of the senses, each once. */
  readonly senses: readonly Sense[];
  readonly steps: number;
}

/** True for a name that looptwin brings along. */
export function isBuiltIn(name: string): name is ArmName {
  return Object.hasOwn(builtIn, name);
}

/** Names of all networks of a scenario, teachers before those who may listen to them. */
export function networkNames({ networks }: Pick<Networks, 'networks'>): string[] {
  return ['teacher', 'labels-only', 'distilled', ...Object.keys(networks)];
}

/** Each of the senses once, in their order. */
export function inOrder(senses: readonly Sense[]): Sense[] {
  return SENSES.names.filter((sense) => senses.includes(sense));
}

/** The network of a name; undefined for `perfect` and for a name that there is not. */
export function findNetwork(scenario: Networks, name: string): NetworkSettings | undefined {
  const { networks, training } = scenario;
  const own = Object.hasOwn(networks, name) ? networks[name] : undefined;
  const found = isBuiltIn(name) ? { arm: name, senses: builtIn[name], steps: null } : own;
  if (found === undefined) return undefined;
  const { arm, senses, steps } = found;
  const usual = arm === 'teacher' ? training.teacherSteps : training.studentSteps;
  return { arm, senses: inOrder(senses), steps: steps ?? usual };
}

/** The network of a name; throws Error for a name that the checks of a scenario would have refused. */
export function networkNamed(scenario: Networks, name: string): NetworkSettings {
  const found = findNetwork(scenario, name);
  if (found === undefined) throw new Error(`no network of this scenario is called ${name}`);
  return found;
}
