import type { DatasetSpec } from '../../../models/data/dataset.ts';
import { type TestCondition, testSensors } from '../../../models/data/test-sensors.ts';
import { CAMERA } from '../../../models/nets/inputs.ts';
import { armOf } from '../../../models/training/arms.ts';
import { type Protocol, type ProtocolData, type Unit, unitKey } from '../../../models/training/protocol.ts';
import { recipeOf, teachersOf } from '../../../models/training/unit.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { DatasetStep, TrainStep } from '../../steps/steps.ts';
import { datasetStep, trainStep } from '../../steps/training.ts';

/** Results are held against each other over months and machines: always on the backend that gives the same bits everywhere. */
export const backend = 'wasm';

const noItems = { labelled: 0, unlabelled: 0, validation: 0, calibration: 0, test: 0 };

/** What students and teachers train on, with every item labelled; a regime takes labels away. */
export function poolStep(data: ProtocolData): DatasetStep {
  const { materials, imagePx, seed, lookCoupling = FULL_COUPLING, poolPerMaterial: labelled } = data;
  const { validationPerMaterial: validation, calibrationPerMaterial: calibration } = data;
  const perMaterial = { ...noItems, labelled, validation, calibration };
  const sensors = testSensors('clean');
  return datasetStep({ materials, perMaterial, imagePx, seed, lookCoupling, testDraw: 0, sensors });
}

/** Test items alone, under a condition of the sensors. */
export function testStep(data: ProtocolData, condition: TestCondition): DatasetStep {
  const { materials, imagePx, seed, lookCoupling = FULL_COUPLING, testDraw, testPerMaterial: test } = data;
  const perMaterial = { ...noItems, test };
  const sensors = testSensors(condition);
  return datasetStep({ materials, perMaterial, imagePx, seed, lookCoupling, testDraw, sensors });
}

/** What a student that is exported is quantised and tested on. */
export function exportSpec(data: ProtocolData): DatasetSpec {
  const {
    materials,
    imagePx,
    seed,
    lookCoupling = FULL_COUPLING,
    testDraw,
    calibrationPerMaterial: calibration,
  } = data;
  const perMaterial = { ...noItems, calibration, test: data.testPerMaterial };
  return { materials, perMaterial, imagePx, seed, lookCoupling, testDraw };
}

/** Labelled items beside the pool, as a camera sees them. */
function ceilingStep(data: ProtocolData, labelled: number): DatasetStep {
  const { materials, imagePx, seed, lookCoupling = FULL_COUPLING, validationPerMaterial: validation } = data;
  const perMaterial = { ...noItems, labelled, validation };
  return datasetStep({ materials, perMaterial, imagePx, seed, lookCoupling, testDraw: 0, senses: [CAMERA] });
}

/** The training of a unit, its teachers with it. */
export function unitStep(unit: Unit, protocol: Protocol): TrainStep {
  const { data } = protocol;
  const isCeiling = armOf(unit.arm).kind === 'ceiling';
  const dataset = isCeiling ? ceilingStep(data, unit.labelledPerMaterial) : poolStep(data);
  const teachers = teachersOf(unit).map((teacher) => unitStep(teacher, protocol));
  return trainStep({ name: unitKey(unit), recipe: recipeOf(unit, protocol), dataset, teachers, backend });
}

/** Hash of the settings that all trainings of a protocol share. */
export function settingsHash({ data, training }: Protocol): string {
  return sha256Hex(canonicalJson({ data, training })).slice(0, 16);
}
