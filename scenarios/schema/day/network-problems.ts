import { asksForHint, teacherOf } from '../../../models/training/arms.ts';
import { kept } from '../../../sim/kernel/core/kept.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { type AnySense, SENSES, type Sensors } from '../../../sim/senses/registry.ts';
import { stateOfSense } from '../../../sim/senses/sensors.ts';
import { ablations } from '../../../sim/site/robot/condition.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { oneOfThem } from '../reading/nearest.ts';
import { showPath } from '../reading/path.ts';
import { isGiven } from './given.ts';
import { firstNetwork, looksWith, networksOf, type Seeing } from './looks.ts';
import { armFor, asksInDoubt, findNetwork, inOrder, isBuiltIn, networkNames, perfect } from './networks.ts';
import { givenProblems, recipeProblems, sourceProblems } from './recipe-problems.ts';
import type { RobotSettings } from './robots.ts';
import type { TrainingSettings } from './training.ts';

type Scenario = Seeing & { readonly training: TrainingSettings };

/** Networks that there are not, that cannot be trained, or that a robot has not the eyes for; an empty list means that all can see. */
export function networkProblems(scenario: Scenario): SpecProblem[] {
  return [
    ...declaredProblems(scenario),
    ...nameProblems(scenario),
    ...dayProblems(scenario),
    ...furtherProblems(scenario),
    ...trainingProblems(scenario),
    ...robotsProblems(scenario),
  ];
}

const shape = /^[a-z0-9][a-z0-9-]*$/;

function declaredProblems(scenario: Scenario): SpecProblem[] {
  return Object.entries(scenario.networks).flatMap(([name, declared]) => {
    const path = ['networks', name];
    const given = isGiven(declared);
    return [
      ...nameProblem(name, path),
      ...sourceProblems(declared, path),
      ...(given ? givenProblems(declared, path) : recipeProblems(declared, path)),
    ];
  });
}

function nameProblem(name: string, path: SpecProblem['path']): SpecProblem[] {
  const message = isBuiltIn(name)
    ? 'is the name of what is built in'
    : 'must be named with lower-case letters, digits and dashes';
  if (!isBuiltIn(name) && shape.test(name)) return [];
  const cure = isBuiltIn(name) ? 'Give it another name' : 'Name it like camera-and-heat';
  return [{ path, message, got: name, cure }];
}

/** Where a network is named that there is not. */
function nameProblems(scenario: Scenario): SpecProblem[] {
  const known = [...networkNames(scenario), ...ablations];
  const problem = (path: SpecProblem['path'], name: string, names: readonly string[]): SpecProblem[] =>
    names.includes(name)
      ? []
      : [{ path, message: `must be one of ${names.join(', ')}`, got: name, cure: oneOfThem(name, names) }];
  const { perceptions, furtherLooks } = scenario.policies;
  return [
    ...perceptions.flatMap((name, k) =>
      problem(['policies', 'perceptions', k], name, [...known, asksInDoubt]),
    ),
    ...problem(['policies', 'furtherLooks', 'first'], furtherLooks.first, networkNames(scenario)),
    ...problem(['policies', 'furtherLooks', 'network'], furtherLooks.network, networkNames(scenario)),
    ...scenario.robots.flatMap(({ perception }, i) =>
      perception === null ? [] : problem(['robots', i, 'perception'], perception, known),
    ),
  ];
}

/** Days that bear the name of a network with which no robot sees, because each has its own. */
function dayProblems({ robots, policies: { perceptions } }: Scenario): SpecProblem[] {
  const own = robots.flatMap(({ perception }) => perception ?? []);
  const [first = perfect] = own;
  if (own.length < robots.length || robots.length === 0) return [];
  if (perceptions.length === 1 && own.some((name) => perceptions.includes(name))) return [];
  const message =
    'no robot sees with that of the day: each has a perception of its own, and all days would be one';
  const cure = `Name one network that a robot sees with: [${first}]`;
  return [{ path: ['policies', 'perceptions'], message, got: perceptions.join(', '), cure }];
}

function furtherProblems(scenario: Scenario): SpecProblem[] {
  const { network, adds } = scenario.policies.furtherLooks;
  const senses = findNetwork(scenario, network)?.senses;
  if (senses === undefined) return [];
  return adds.flatMap((add, k) =>
    add.flatMap((sense, j): SpecProblem[] => {
      if (senses.includes(sense)) return [];
      const path = ['policies', 'furtherLooks', 'adds', k, j];
      const message = `${network} does not see with it`;
      return [{ path, message, got: sense, cure: `Use one of ${senses.join(', ')}` }];
    }),
  );
}

/** How a sensor in good order is written. */
const addIt = (path: SpecProblem['path']) => `Write ${showPath(path)}: {}`;

const has = (sensors: Sensors, sense: Sense) => Boolean(sensors[sense as keyof Sensors]);

/** The senses that networks ask of a robot, each with the first network that does. */
function wantedBy(scenario: Scenario, networks: readonly string[]): Map<Sense, string> {
  const wanted = new Map<Sense, string>();
  for (const { network, senses, pays } of networks.flatMap((name) => looksWith(scenario, name)))
    for (const sense of [...senses, ...pays]) if (!wanted.has(sense)) wanted.set(sense, network);
  return wanted;
}

/** Sensors that networks cannot be trained with. */
function trainingProblems(scenario: Scenario): SpecProblem[] {
  const { sensors, imagePx } = scenario.training;
  const named = [...scenario.policies.perceptions, ...scenario.robots.map((r) => r.perception ?? perfect)];
  const wanted = wantedBy(scenario, [...named, ...named.flatMap((name) => teacherNamed(scenario, name))]);
  const guessing = named.find((name) =>
    asksForHint(findNetwork(scenario, firstNetwork(scenario, name))?.terms),
  );
  if (guessing !== undefined && !wanted.has('thermal')) wanted.set('thermal', guessing);
  return [...wanted].flatMap(([sense, network]): SpecProblem[] => {
    const path = ['training', 'sensors', sense];
    if (!has(sensors, sense))
      return [{ path, message: `is missing, but ${network} is trained with it`, cure: addIt(path) }];
    const { input, shape } = SENSES.need(sense);
    return input.kind === 'picture'
      ? pictureProblems(shape(stateOfSense(sensors, sense)), imagePx, path)
      : [];
  });
}

/** The teacher that a network listens to, if it has one. */
function teacherNamed(scenario: Scenario, name: string): string[] {
  const arm = findNetwork(scenario, firstNetwork(scenario, name))?.arm;
  const teacher = arm ? teacherOf(armFor(arm)) : null;
  return teacher === null ? [] : [teacher];
}

/** Robots that lack a sense of their networks, or whose frames are not as large as those that the networks were trained on. */
function robotsProblems(scenario: Scenario): SpecProblem[] {
  const asked = new Map<string | null, readonly Wanted[]>();
  return scenario.robots.flatMap((robot, i) => {
    const wanted = kept(asked, robot.perception, () => {
      const bySense = wantedBy(scenario, networksOf(scenario, robot));
      return inOrder([...bySense.keys()]).map((sense) => ({ sense, network: bySense.get(sense) ?? '' }));
    });
    return robotProblems(scenario, robot, i, wanted);
  });
}

/** A sense that is asked of a robot, and the first network that does. */
interface Wanted {
  readonly sense: Sense;
  readonly network: string;
}

function robotProblems(
  scenario: Scenario,
  robot: RobotSettings,
  i: number,
  wanted: readonly Wanted[],
): SpecProblem[] {
  return wanted.flatMap(({ sense, network }): SpecProblem[] => {
    const path = ['robots', i, 'sensors', sense];
    if (has(robot.sensors, sense)) return sizeProblems(scenario, robot.sensors, sense, { path, network });
    const message = `is missing, but ${robot.id} sees with ${network}, which needs it`;
    return [{ path, message, cure: `${addIt(path)}, or give it another network by robots[${i}].perception` }];
  });
}

/** Frames of another shape than those in training; a picture may be larger by whole numbers, for it is averaged down. */
function sizeProblems(
  { training }: Scenario,
  sensors: Sensors,
  sense: Sense,
  { path, network }: { readonly path: SpecProblem['path']; readonly network: string },
): SpecProblem[] {
  if (!has(training.sensors, sense)) return [];
  const model = SENSES.need(sense);
  const [own, trained] = [stateOfSense(sensors, sense), stateOfSense(training.sensors, sense)];
  const shape = model.shape(own);
  if (model.input.kind === 'picture') return pictureProblems(shape, training.imagePx, path);
  const wanted = model.shape(trained);
  if (shape.join() === wanted.join()) return [];
  const key = Object.keys(own).find((name) => changesShape(model, own, trained, name));
  const message = `gives frames of ${told(shape)}, but ${network} is trained on ${told(wanted)}`;
  const cure = `Set it as in training.sensors.${sense}, or that one as here`;
  return [{ path: key === undefined ? path : [...path, key], message, cure }];
}

function pictureProblems(
  shape: readonly number[],
  imagePx: number,
  path: SpecProblem['path'],
): SpecProblem[] {
  const [side = 0] = shape;
  if (side > 0 && side % imagePx === 0) return [];
  const message = `gives pictures of ${side} px, which cannot be averaged to the ${imagePx} px of training.imagePx`;
  return [{ path, message, got: side, cure: `Make its side a multiple of ${imagePx} px` }];
}

const told = (shape: readonly number[]) => shape.join(' x ');

/** True if a state's setting, put to what it is in training, gives frames of another shape. */
function changesShape(model: AnySense, own: object, trained: object, key: string): boolean {
  const value: unknown = (trained as Readonly<Record<string, unknown>>)[key];
  return model.shape({ ...own, [key]: value }).join() !== model.shape(own).join();
}
