import type { DatasetSpec } from '../../models/data/dataset.ts';
import type { BackendName } from '../../models/engine/found.ts';
import { networkNamed } from '../schema/day/networks.ts';
import type { Scenario } from '../schema/day/scenario.ts';
import { codeHash, datasetCode, trainingCode } from '../store/code.ts';
import { addressOf } from '../store/store.ts';
import type { DatasetStep, NetworkRecipe, TrainStep } from './steps.ts';

/** The data set that a scenario's networks learn from. */
export function datasetStepOf({ training, feed }: Scenario): DatasetStep {
  const fed = feed.materials.map((m) => m.materialId);
  const spec: DatasetSpec = {
    materials: [...new Set(training.materials.length > 0 ? training.materials : fed)].sort(),
    perMaterial: training.perMaterial,
    imagePx: training.imagePx,
    seed: training.seed,
    testDraw: training.testDraw,
    sensors: training.sensors,
  };
  const recipe = { spec, code: codeHash(datasetCode) };
  return { kind: 'dataset', address: addressOf('dataset', recipe), spec };
}

/** The training of one network; a distilled student brings its teacher's address along. */
export function trainStepOf(
  name: string,
  scenario: Scenario,
  dataset: DatasetStep,
  backend: BackendName,
): TrainStep {
  const { arm, senses, steps } = networkNamed(scenario, name);
  const network: NetworkRecipe = { arm, senses, seed: scenario.training.seed, steps };
  const teacher = arm === 'distilled' ? trainStepOf('teacher', scenario, dataset, backend).address : null;
  const facts = { name, network, dataset: dataset.address, teacher, backend };
  const recipe = { ...facts, code: codeHash(trainingCode) };
  return { kind: 'train', address: addressOf('model', recipe), ...facts };
}
