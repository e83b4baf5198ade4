import type { DatasetSpec } from '../../../models/data/dataset.ts';
import { type TestCondition, testSensors } from '../../../models/data/test-sensors.ts';
import { CAMERA } from '../../../models/nets/inputs.ts';
import { type ArmName, armOf, DEEP_PX } from '../../../models/training/arms.ts';
import { unitKey } from '../../../models/training/protocol/protocol.ts';
import type { Protocol, ProtocolData, Unit } from '../../../models/training/protocol/types.ts';
import { recipeOf, teachersOf } from '../../../models/training/protocol/unit.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import type { DatasetStep, TrainStep } from '../../steps/steps.ts';
import { datasetStep, trainStep } from '../../steps/training.ts';

/** Results are held against each other over months and machines: always on the backend that gives the same bits everywhere. */
export const backend = 'wasm';

const noItems = { labelled: 0, unlabelled: 0, validation: 0, calibration: 0, test: 0 };

/** What students and teachers train on, with every item labelled; a regime takes labels away. */
export function poolStep(data: ProtocolData, world = 1, senses?: readonly Sense[]): DatasetStep {
  const { materials, imagePx, lookCoupling = FULL_COUPLING, poolPerMaterial: labelled } = data;
  const { validationPerMaterial: validation, calibrationPerMaterial: calibration } = data;
  const perMaterial = { ...noItems, labelled, validation, calibration };
  const sensors = testSensors('clean');
  const seed = seedOf(data, world);
  const spec = { materials, perMaterial, imagePx, seed, lookCoupling, testDraw: 0, sensors };
  return datasetStep(senses === undefined ? spec : { ...spec, senses });
}

/** Each world has a seed of its own. */
const seedOf = ({ seed }: ProtocolData, world: number) => seed + world - 1;

/** Test items alone, of a seed of their own, under a condition of the sensors. */
export function testStep(
  data: ProtocolData,
  condition: TestCondition,
  seed: number,
  senses?: readonly Sense[],
): DatasetStep {
  const { materials, imagePx, lookCoupling = FULL_COUPLING, testPerMaterial: test } = data;
  const perMaterial = { ...noItems, test };
  const sensors = testSensors(condition);
  const spec = { materials, perMaterial, imagePx, seed, lookCoupling, testDraw: 0, sensors };
  return datasetStep(senses === undefined ? spec : { ...spec, senses });
}

/** What a student that is exported is quantised and tested on: items of the first world, of which no training saw the tests. */
export function exportSpec(data: ProtocolData): DatasetSpec {
  const {
    materials,
    imagePx,
    seed,
    lookCoupling = FULL_COUPLING,
    calibrationPerMaterial: calibration,
  } = data;
  const perMaterial = { ...noItems, calibration, test: data.testPerMaterial };
  return { materials, perMaterial, imagePx, seed, lookCoupling, testDraw: 0 };
}

/** Labelled items beside the pool, as a camera sees them. */
function ceilingStep(data: ProtocolData, labelled: number, world: number): DatasetStep {
  const { materials, imagePx, lookCoupling = FULL_COUPLING, validationPerMaterial: validation } = data;
  const seed = seedOf(data, world);
  const perMaterial = { ...noItems, labelled, validation };
  return datasetStep({ materials, perMaterial, imagePx, seed, lookCoupling, testDraw: 0, senses: [CAMERA] });
}

/** The training of a unit, its teachers with it. */
export function unitStep(unit: Unit, protocol: Protocol): TrainStep {
  const { data } = protocol;
  const isCeiling = armOf(unit.arm).kind === 'ceiling';
  const deep = isDeep(unit.arm);
  const dataset = isCeiling
    ? ceilingStep(data, unit.labelledPerMaterial, unit.world)
    : deep
      ? poolStep(deepData(data), unit.world, [CAMERA])
      : poolStep(data, unit.world);
  const teachers = teachersOf(unit).map((teacher) => unitStep(teacher, protocol));
  const lessons = deep && teachers.length > 0 ? { lessons: poolStep(data, unit.world) } : {};
  const recipe = recipeOf(unit, protocol);
  return trainStep({ name: unitKey(unit), recipe, dataset, teachers, backend, ...lessons });
}

/** True for an arm whose student takes larger pictures than the others. */
export function isDeep(name: ArmName): boolean {
  const arm = armOf(name);
  return arm.kind === 'student' && arm.deep;
}

/** The same items in the pictures of a deeper student. */
const deepData = (data: ProtocolData): ProtocolData => ({ ...data, imagePx: DEEP_PX });

/** The items that an arm is tested on: the same for all, in the pictures that it takes. */
export function testStepOf(
  data: ProtocolData,
  condition: TestCondition,
  seed: number,
  arm: ArmName,
): DatasetStep {
  return isDeep(arm) ? testStep(deepData(data), condition, seed, [CAMERA]) : testStep(data, condition, seed);
}

/** Hash of the settings that all trainings of a protocol share. */
export function settingsHash({ data, training }: Protocol): string {
  return sha256Hex(canonicalJson({ data, training })).slice(0, 16);
}
