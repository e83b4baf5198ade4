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
import type { MakeClassifier, OwnFacts, OwnParts, OwnPolicies } from '../own/parts.ts';
import { networkNames, perfect } from '../schema/day/networks.ts';
import { type Scenario, worldOf } from '../schema/day/scenario.ts';
import { checkOptions, type Rules } from './options.ts';

/** Functions that a program hands in; they are tried on made-up situations before the day begins. */
export interface OwnOptions {
  /** Policies in place of the scenario's, each as a function that makes it. */
  readonly policies?: OwnPolicies;
  /** Perceptions besides the scenario's, by name, each as a function that makes a classifier of frames. */
  readonly perceptions?: Readonly<Record<string, MakeClassifier>>;
  /** Senses for these perceptions; every robot carries them, always as good as new. */
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

const problemsOf = {
  sorting: sortPolicyProblems,
  maintenance: maintenancePolicyProblems,
  processing: processPolicyProblems,
};

/** The name of a policy that obeys the rules; a name that looptwin uses would tell of another one in the report. */
function triedPolicy<Kind extends keyof OwnPolicies>(
  kind: Kind,
  policies: OwnPolicies,
  world: WorldSpec,
): { readonly name: string | undefined; readonly problems: readonly InputProblem[] } {
  const { sorting, maintenance, processing } = policies;
  const where = `policies.${kind}`;
  const problems =
    kind === 'sorting' && sorting
      ? problemsOf.sorting(sorting, world, where)
      : kind === 'maintenance' && maintenance
        ? problemsOf.maintenance(maintenance, world, where)
        : kind === 'processing' && processing
          ? problemsOf.processing(processing, world, where)
          : undefined;
  if (problems === undefined) return { name: undefined, problems: [] };
  if (problems.length > 0) return { name: undefined, problems };
  const name = policies[kind]?.(world).name ?? '';
  const taken = Object.hasOwn(listed[kind], name);
  const cure = 'Give it a name of its own';
  return {
    name,
    problems: taken ? [{ what: 'looptwin has a policy of that name', got: name, where, cure }] : [],
  };
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
  requireNone(senses.flatMap((sense, i) => senseProblems(sense, `senses[${i}]`)));
  const day = ownDay(world, { seed: options.seed ?? scenario.seed, replication: options.replication ?? 0 });
  const seen = Object.entries(perceptions).map(([name, make]) => ({
    name,
    ...perceptionProblems(make, day, senses, `perceptions.${name}`),
  }));
  const [sorting, maintenance, processing] = (['sorting', 'maintenance', 'processing'] as const).map((kind) =>
    triedPolicy(kind, policies, world),
  );
  const tried = [sorting, maintenance, processing, ...seen].flatMap((one) => one?.problems ?? []);
  requireNone([...nameProblems(Object.keys(perceptions), scenario), ...tried]);
  const facts: OwnFacts = {
    ...(sorting?.name === undefined ? {} : { sorting: sorting.name }),
    ...(maintenance?.name === undefined ? {} : { maintenance: maintenance.name }),
    ...(processing?.name === undefined ? {} : { processing: processing.name }),
    perceptions: Object.fromEntries(seen.map(({ name, senses: used }) => [name, used])),
  };
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
