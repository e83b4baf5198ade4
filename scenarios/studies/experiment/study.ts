import type { Sense } from '../../../sim/record/frames.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import { commandLine } from '../../command-line.ts';
import { InputError } from '../../errors.ts';
import type { OwnFacts } from '../../own/parts.ts';
import { loadArms } from '../../schema/arms.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { loadScenario } from '../../schema/load.ts';
import { isPlan, loadPlan } from '../../schema/plan/load.ts';
import { requireEffects } from '../../schema/plan/rule-problems.ts';
import type { Rule } from '../../schema/reading/rules.ts';
import { shortName } from '../../schema/reading/source.ts';
import type { Variant } from '../../steps/steps.ts';
import { onDay, type RunPlan } from '../day/plan.ts';
import type { RunOptions } from '../day/with-execution.ts';
import { type Capital, capitalOf, type Terms, termsOf } from '../worth/economics.ts';
import { partsEurOf } from '../worth/parts.ts';
import { type Design, designOf, pointName } from './design.ts';
import { contrastsOf, namesOf } from './effects.ts';
import { dayKey } from './ways/day-key.ts';
import { leftOut, underTrainings, type Way } from './ways/trainings.ts';

export interface ExperimentOptions extends Omit<RunOptions, 'out' | 'replication'> {
  /** Number of days, each with draws of its own, or as many as it takes; default: the plan's, else 10. */
  readonly replications?: number | Replications;
  /** How often networks are trained anew; default: the scenario's `compare.trainings`, else once. */
  readonly trainings?: number;
}

/** How many days of each point are played: `from` in any case, and up to `to` until every interval is narrow enough. */
export interface Replications {
  readonly from: number;
  readonly to: number;
  /** Half-width of the interval of `quantity`, in its unit, that is narrow enough; left out where from = to. */
  readonly halfWidth?: number;
  /** Left out: what the answer is about. */
  readonly quantity?: QuantityName;
}

/** Senses that a way of seeing looks with, and what their parts cost a robot, EUR. */
export interface NeededSensors {
  readonly perception: string;
  readonly senses: readonly Sense[];
  readonly partsEur: number;
}

/** One way of seeing and maintaining, and what it costs to buy. */
export interface PointVariant {
  readonly perception: string;
  readonly maintenance: string;
  readonly capital: Capital;
}

/** One way to play the days, as plain data. */
export interface Point {
  readonly name: string;
  /** The value of each factor of a plan, by name; empty otherwise. */
  readonly levels: Readonly<Record<string, JsonValue>>;
  /** `path=value` texts that make it from the scenario of the study. */
  readonly set: readonly string[];
  /** Ways of seeing and maintaining that each of its days is played under. */
  readonly variants: readonly PointVariant[];
  /** What turns days into money over years. */
  readonly terms: Terms;
  /** The variant that is told of where one stands for the point. */
  readonly main: number;
  /** True where its days need functions of the caller: no command plays them. */
  readonly own?: boolean;
  /** Seed of its training where the same way is played under several; points of one name are one way. */
  readonly training?: number;
  /** What each way of seeing needs on the first robot. */
  readonly sensors: readonly NeededSensors[];
}

/** What a study compares, as plain data: together with the rows of its cells it makes the document, wherever they were played. */
export interface StudyHead {
  /** Whether the ways of seeing one scenario are compared, the arms of one, or the points of a plan. */
  readonly kind: 'perceptions' | 'arms' | 'plan';
  /** Short name of the scenario or of the plan. */
  readonly scenario: string;
  /** Name or path that a day of it is played by: `looptwin run SOURCE`. */
  readonly source: string;
  /** The command line that makes the whole again. */
  readonly command: string;
  /** Every setting of the first point, without its words for people. */
  readonly settings: Readonly<Record<string, JsonValue>>;
  readonly title: string;
  readonly question: string;
  readonly expected: string;
  /** What was expected, as rules. */
  readonly rules: readonly Rule<QuantityName>[];
  readonly seed: number;
  /** True: each day draws items of its own; absent: days may share a pool. */
  readonly ownItems?: boolean;
  /** Arms that somebody could choose, where the others are assumptions; absent: all. */
  readonly choices?: readonly string[];
  /** What the intervals do not cover, in words. */
  readonly leavesOut: readonly string[];
  /** What the answer is about. */
  readonly quantity: QuantityName;
  readonly replications: Replications;
  /** Of a plan; null otherwise. */
  readonly design: Design | null;
  readonly points: readonly Point[];
}

/** A study that can be played: points x replications. */
export interface Study {
  readonly head: StudyHead;
  /** What the day of a cell does. */
  planOf(point: number, replication: number): RunPlan;
}

function neededSensors(scenario: Scenario, variants: readonly Variant[], own?: OwnFacts): NeededSensors[] {
  const { robots } = scenario;
  const usual = variants[0]?.maintenance;
  return variants.flatMap(({ perception, maintenance, robots: [seeing] }) => {
    const robot = robots.find(({ id }) => id === seeing?.robot);
    if (maintenance !== usual || robot === undefined || seeing === undefined) return [];
    const senses = [...new Set(seeing.looks.flatMap((look) => look.senses))];
    return [{ perception, senses, partsEur: partsEurOf(scenario, robot.sensors, senses, own?.senses) }];
  });
}

function pointOf(
  { name, scenario, set, levels = {}, own, training }: Way,
  { variants, main }: RunPlan,
  userSets: readonly string[],
): Point {
  const trained = training === undefined ? [] : [`training.seed=${training}`];
  return {
    ...{ name, levels, set: [...set, ...userSets, ...trained] },
    ...(own === undefined ? {} : { own: true }),
    ...(training === undefined ? {} : { training }),
    sensors: neededSensors(scenario, variants, own),
    terms: termsOf(scenario),
    variants: variants.map((variant) => {
      const { perception, maintenance } = variant;
      return { perception, maintenance, capital: capitalOf(scenario, variant, own?.senses) };
    }),
    main: variants.findIndex(
      ({ perception, maintenance }) => perception === main.perception && maintenance === main.maintenance,
    ),
  };
}

type Head = Omit<StudyHead, 'points' | 'replications' | 'settings' | 'command' | 'leavesOut'> & {
  /** What the user named. */
  readonly named: string;
  readonly replications: number | Replications;
  readonly trainings: number;
};

/** The command line that asks for the same study. */
function commandFor(named: string, options: ExperimentOptions): string {
  const { seed, replications, trainings, set = [], backend } = options;
  const days = typeof replications === 'object' ? replications.to : replications;
  const asked = { seed, replications: days, trainings, backend };
  return commandLine('experiment', { source: named, options: asked, set });
}

function settingsOf(scenario: Scenario): StudyHead['settings'] {
  const { title: _t, story: _s, question: _q, expected: _e, rules: _r, ...settings } = scenario;
  return JSON.parse(JSON.stringify(settings)) as StudyHead['settings'];
}

function studyFrom(
  { named, trainings, ...head }: Head,
  ways: readonly Way[],
  options: ExperimentOptions,
): Study {
  const { replications } = head;
  const { set = [], backend } = options;
  const days = typeof replications === 'number' ? { from: replications, to: replications } : replications;
  const planned = ways.flatMap((way) => underTrainings(way, trainings, dayKey(head, 0), backend));
  const points = planned.map(({ way, plan }) => pointOf(way, plan, set));
  const command = commandFor(named, options);
  const settings = settingsOf(must(ways[0], 'point').scenario);
  const leavesOut = leftOut(planned, head.ownItems);
  return {
    head: { ...head, command, settings, leavesOut, replications: days, points },
    planOf: (point, replication) => onDay(must(planned[point], 'point').plan, dayKey(head, replication)),
  };
}

const policyKinds = ['sorting', 'maintenance', 'processing'] as const;

/** What a way of a scenario without arms is called beside one with the caller's policies: by its own of the same kinds. */
function namedByPolicies({ policies }: Scenario, own: OwnFacts): string {
  const kinds = policyKinds.filter((kind) => own[kind] !== undefined);
  return kinds.map((kind) => [policies[kind]].flat()[0]).join(' + ');
}

/**
 * The ways of a scenario with the caller's functions: each way has the caller's perceptions too, and the caller's policies play
 * as one more way beside the first, which is named after them.
 */
function withOwnWays(ways: readonly Way[], own: OwnFacts | undefined): readonly Way[] {
  const [first, ...others] = ways;
  if (own === undefined || first === undefined) return ways;
  const { perceptions, senses, ...policies } = own;
  const seeing = Object.keys(perceptions).length > 0 ? { own: { perceptions, senses } } : {};
  const names = Object.values(policies);
  if (names.length === 0) return ways.map((way) => ({ ...way, ...seeing }));
  const usual = others.length > 0 ? first.name : namedByPolicies(first.scenario, own);
  const mine = { ...first, name: names.join(' + '), own };
  return [{ ...first, name: usual }, ...others].map((way): Way => ({ ...way, ...seeing })).concat(mine);
}

function scenarioStudy(nameOrPath: string, options: ExperimentOptions): Study {
  const { set = [], cwd, cacheDir, replications = 10 } = options;
  const scenario = loadScenario(nameOrPath, set, cwd, cacheDir);
  const { title, question, expected, rules, compare } = scenario;
  const name = shortName(nameOrPath);
  const plain: Way[] =
    compare.arms.length > 0 ? loadArms(nameOrPath, set, cwd, cacheDir) : [{ name, scenario, set: [] }];
  const ways = withOwnWays(plain, options.own?.facts);
  const hasArms = compare.arms.length > 0 || ways.length > 1;
  const choices = (compare.choices ?? []).filter((name) => compare.arms.some((arm) => arm.name === name));
  const head: Head = {
    named: nameOrPath,
    kind: hasArms ? 'arms' : 'perceptions',
    ...{ scenario: name, source: nameOrPath, title, question, expected, rules, replications },
    ...{ seed: options.seed ?? scenario.seed, quantity: compare.quantity, design: null },
    ...(compare.ownItems ? { ownItems: true } : {}),
    ...(choices.length === 0 ? {} : { choices }),
    trainings: options.trainings ?? compare.trainings ?? 1,
  };
  return studyFrom(head, ways, options);
}

/** Names of the effects that the points of a plan tell apart. */
function effectsOf(design: Design): string[] {
  const every = design.values.map((_, point) => point);
  const contrasts = contrastsOf(design, every);
  return contrasts.flatMap((contrast) => namesOf(contrast, contrasts));
}

function planStudy(nameOrPath: string, options: ExperimentOptions): Study {
  if (options.trainings !== undefined)
    throw new InputError({
      what: 'a plan has points, and all of them see with networks of one training',
      ...{ got: options.trainings, where: '--trainings' },
      cure: 'Leave it out, or make training.seed a factor of the plan',
    });
  const { plan, source, textsOf, scenariosOf } = loadPlan(
    nameOrPath,
    options.set,
    options.cwd,
    options.cacheDir,
  );
  const { title, question, expected, rules, quantity } = plan;
  const designed = designOf(plan, plan.seed ?? 1);
  const scenarios = scenariosOf(designed.values);
  const first = must(scenarios[0], 'point');
  // Settings of the user may take ways to play away.
  if ((options.set ?? []).length === 0) requireEffects(rules, effectsOf(designed), first.policies);
  const seed = options.seed ?? plan.seed ?? first.seed;
  const ways = scenarios.map((scenario, index): Way => {
    const values = must(designed.values[index], 'values of a point');
    const levels = Object.fromEntries(
      designed.factors.map(({ name }, i) => [name, must(values[i], 'value')]),
    );
    return { name: pointName(designed, values), scenario, set: textsOf(values), levels };
  });
  const head: Head = {
    named: nameOrPath,
    ...{ kind: 'plan', scenario: shortName(nameOrPath), source, title, question, expected, seed, quantity },
    rules,
    ...{ replications: options.replications ?? plan.replications, design: designed, trainings: 1 },
    ...(first.compare.ownItems ? { ownItems: true } : {}),
  };
  return studyFrom(head, ways, options);
}

/**
 * The study that a file asks for: the points of a plan, the arms of a scenario that has some, else its ways of seeing. Throws
 * InputError for input that cannot be used.
 */
export function studyOf(nameOrPath: string, options: ExperimentOptions = {}): Study {
  return isPlan(nameOrPath, options.cwd)
    ? planStudy(nameOrPath, options)
    : scenarioStudy(nameOrPath, options);
}
