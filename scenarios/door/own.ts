import { maintenancePolicies, processPolicies, sortPolicies } from '../../sim/decisions/policies.ts';
import type { AnySense } from '../../sim/senses/registry.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { requireNone } from '../contracts/breach.ts';
import { maintenancePolicyProblems } from '../contracts/maintenance-policy.ts';
import { perceptionProblems } from '../contracts/perception.ts';
import { processPolicyProblems } from '../contracts/process-policy.ts';
import { senseProblems } from '../contracts/sense.ts';
import { sortPolicyProblems } from '../contracts/sort-policy.ts';
import { InputError, type InputProblem } from '../errors.ts';
import { ownDay } from '../own/eyes.ts';
import {
  fittedWith,
  type MakeClassifier,
  type OwnFacts,
  type OwnParts,
  type OwnPolicies,
} from '../own/parts.ts';
import { networkNames, perfect } from '../schema/day/networks.ts';
import { type Scenario, worldOf } from '../schema/day/scenario.ts';
import { checkOptions, type Rules } from './options.ts';

/** Functions that a program hands in; they are tried on made-up situations before the day begins. */
export interface OwnOptions {
  /** Policies in place of the scenario's, each as a function that makes it. */
  readonly policies?: OwnPolicies;
  /** Perceptions besides the scenario's, by name, each as a function that makes a classifier of frames. */
  readonly perceptions?: Readonly<Record<string, MakeClassifier>>;
  /** Senses for these perceptions; every robot carries them, and they wear with its lens and lamp. */
  readonly senses?: readonly AnySense[];
}

const maker = {
  must: 'must be a function that makes a policy',
  holds: (value: unknown) => typeof value === 'function',
};
const policyRules: Rules = { sorting: maker, maintenance: maker, processing: maker };

const listed: Readonly<Record<keyof OwnPolicies, Readonly<Record<string, unknown>>>> = {
  ...{ sorting: sortPolicies, maintenance: maintenancePolicies, processing: processPolicies },
};

/** What each policy that was handed in breaks, by its kind. */
function brokenBy({ sorting, maintenance, processing }: OwnPolicies, world: WorldSpec): InputProblem[] {
  return [
    ...(sorting === undefined ? [] : sortPolicyProblems(sorting, world, 'policies.sorting')),
    ...(maintenance === undefined
      ? []
      : maintenancePolicyProblems(maintenance, world, 'policies.maintenance')),
    ...(processing === undefined ? [] : processPolicyProblems(processing, world, 'policies.processing')),
  ];
}

const kinds = ['sorting', 'maintenance', 'processing'] as const;

/** Names of the policies; throws InputError for a name that would tell of another policy in the report. */
function namesOf(policies: OwnPolicies, world: WorldSpec): Partial<Record<keyof OwnPolicies, string>> {
  const named = kinds.flatMap((kind) => {
    const name = policies[kind]?.(world).name;
    return name === undefined ? [] : [[kind, name] as const];
  });
  const taken = named.filter(([kind, name]) => Object.hasOwn(listed[kind], name));
  requireNone(
    taken.map(([kind, got]) => ({
      what: 'looptwin has a policy of that name',
      ...{ got, where: `policies.${kind}`, cure: 'Give it a name of its own' },
    })),
  );
  return Object.fromEntries(named);
}

/** Senses that share a name with one before them. */
function twins(senses: readonly AnySense[]): InputProblem[] {
  return senses.flatMap(({ name: got }, i) =>
    senses.findIndex(({ name }) => name === got) === i
      ? []
      : [
          {
            what: 'another sense has this name',
            got,
            where: `senses[${i}]`,
            cure: 'Give it a name of its own',
          },
        ],
  );
}

function nameProblems(names: readonly string[], scenario: Scenario): InputProblem[] {
  const taken = [...networkNames(scenario), perfect];
  return names
    .filter((name) => taken.includes(name) || name === '')
    .map((got) => ({
      what: 'the scenario has a perception of that name',
      ...{ got, where: 'perceptions', cure: 'Give it a name of its own' },
    }));
}

/**
 * The functions of a program, tried. Throws one InputError with everything that they break: the rules are those that
 * looptwin's own policies, perceptions and senses obey. Undefined where there are none.
 */
export function ownPartsOf(
  scenario: Scenario,
  options: OwnOptions & { readonly seed?: number; readonly replication?: number },
): OwnParts | undefined {
  const { policies = {}, perceptions = {}, senses = [] } = options;
  checkOptions('policies', policies, policyRules);
  if (Object.keys(policies).length + Object.keys(perceptions).length + senses.length === 0) return undefined;
  requireFunctions(perceptions);
  const world = worldOf(scenario);
  requireNone([...senses.flatMap((sense, i) => senseProblems(sense, `senses[${i}]`)), ...twins(senses)]);
  const day = ownDay(fittedWith(world, senses), {
    seed: options.seed ?? scenario.seed,
    replication: options.replication ?? 0,
  });
  const seen = Object.entries(perceptions).map(([name, make]) => ({
    name,
    ...perceptionProblems(make, day, senses, `perceptions.${name}`),
  }));
  const tried = seen.flatMap(({ problems }) => problems);
  const broken = brokenBy(policies, world);
  requireNone([...nameProblems(Object.keys(perceptions), scenario), ...tried, ...broken]);
  const used = Object.fromEntries(seen.map((one) => [one.name, one.senses]));
  const prices = Object.fromEntries(senses.map((sense) => [sense.name, sense.partsEur(sense.fresh())]));
  const facts: OwnFacts = { ...namesOf(policies, world), perceptions: used, senses: prices };
  return { policies, perceptions, senses, facts };
}

function requireFunctions(perceptions: Readonly<Record<string, unknown>>): void {
  const odd = Object.entries(perceptions).filter(([, make]) => typeof make !== 'function');
  if (odd.length === 0) return;
  throw new InputError(
    odd.map(([name, got]) => ({
      what: 'must be a function that makes a classifier',
      ...{
        got,
        where: `perceptions.${name}`,
        cure: 'Write (day) => ({ modelId, labels, senses, cost, classify })',
      },
    })),
  );
}
