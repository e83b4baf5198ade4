import type { DatasetSpec } from '../../models/data/dataset.ts';
import type { BackendName } from '../../models/engine/found.ts';
import { ENSEMBLE_SEED_STEP, teacherOf, teachersIn } from '../../models/training/arms.ts';
import { type Recipe, TRAINING } from '../../models/training/recipe.ts';
import { isGiven, labelsOf } from '../schema/day/given.ts';
import { armFor, type NetworkSettings, networkNamed } from '../schema/day/networks.ts';
import type { Scenario } from '../schema/day/scenario.ts';
import { codeHash, datasetCode, trainingCode } from '../store/code.ts';
import { addressOf } from '../store/store.ts';
import type { DatasetStep, GivenStep, NetworkStep, TrainStep } from './steps.ts';

/** The rendering of a data set. */
export function datasetStep(spec: DatasetSpec): DatasetStep {
  const recipe = { spec, code: codeHash(datasetCode) };
  return { kind: 'dataset', address: addressOf('dataset', recipe), spec };
}

/** The training of one network: everything that decides its weights decides its address. */
export function trainStep(facts: Omit<TrainStep, 'kind' | 'address'>): TrainStep {
  const { recipe, dataset, teachers, backend, lessons } = facts;
  const made = {
    ...{ recipe, backend, dataset: dataset.address, code: codeHash(trainingCode) },
    teachers: teachers.map(({ address }) => address),
    ...(lessons === undefined ? {} : { lessons: lessons.address }),
  };
  return { kind: 'train', address: addressOf('model', made), ...facts };
}

/** The data set that a scenario's networks learn from. */
export function datasetStepOf(scenario: Scenario): DatasetStep {
  const { perMaterial, imagePx, seed, testDraw, sensors } = scenario.training;
  const { lookCoupling } = scenario.feed;
  const materials = labelsOf(scenario);
  return datasetStep({ materials, perMaterial, imagePx, seed, testDraw, sensors, lookCoupling });
}

/** How a scenario comes by one of its networks; a taught student brings its teachers along. */
export function networkStepOf(
  name: string,
  scenario: Scenario,
  dataset: DatasetStep,
  backend: BackendName,
): NetworkStep {
  const declared = Object.hasOwn(scenario.networks, name) ? scenario.networks[name] : undefined;
  const network = networkNamed(scenario, name);
  const { seed } = scenario.training;
  if (network.arm === null && declared !== undefined && isGiven(declared)) {
    const { file, model, sha256 } = declared;
    const given = { file, model, sha256 };
    const made = { sha256, dataset: dataset.address, backend, code: codeHash(trainingCode) };
    const step: Omit<GivenStep, 'address'> = {
      kind: 'given',
      name,
      network: network.kind,
      dataset,
      backend,
      given,
    };
    return { ...step, address: addressOf('given', made) };
  }
  const arm = armFor(network.arm ?? 'labels-only');
  const taughtBy = teacherOf(arm);
  const teachers = Array.from({ length: teachersIn(arm) }, (_, member) => {
    const teacher = taughtBy ?? 'teacher';
    const recipe = recipeOf(teacher, networkNamed(scenario, teacher), seed + member * ENSEMBLE_SEED_STEP);
    const shown = member === 0 ? teacher : `${teacher} ${member + 1}`;
    return trainStep({ name: shown, recipe, dataset, teachers: [], backend });
  });
  return trainStep({ name, recipe: recipeOf(name, network, seed), dataset, teachers, backend });
}

/** The recipe of a scenario's network. */
function recipeOf(name: string, network: NetworkSettings, seed: number): Recipe {
  const { senses, steps, learningRate, batch, temperature, terms } = network;
  const arm = armFor(network.arm ?? 'labels-only');
  const common = { ...TRAINING, name, seed, steps, learningRate, batch, senses, labelledPerMaterial: null };
  if (arm.kind === 'teacher') return { ...common, kind: 'teacher' };
  const { heads, labels, smoothing, lesson } = arm;
  const student = { ...common, kind: 'student', heads, labels, smoothing, lesson } as const;
  // Labels alone need no terms: such a recipe says nothing of them.
  const isTaught = Object.entries(terms).some(([term, weight]) => term !== 'hard' || weight !== 1);
  return isTaught ? { ...student, terms, temperature } : student;
}
