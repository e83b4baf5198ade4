import { setImmediate } from 'node:timers/promises';
import { type Dataset, rowsOf, SPLITS } from '../../../models/data/dataset.ts';
import { type Engine, openBackend } from '../../../models/engine/backend.ts';
import { type ConditionRow, judgeCondition } from '../../../models/evaluation/condition.ts';
import { predict } from '../../../models/evaluation/infer.ts';
import { CAMERA } from '../../../models/nets/inputs.ts';
import { TRAINING } from '../../../models/training/recipe.ts';
import { trainTeacher } from '../../../models/training/train.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { must } from '../../../sim/record/must.ts';
import type { Cli } from '../../cli/terminal/context.ts';
import { type Interval, meanInterval } from '../../stats/interval.ts';
import { codeHash } from '../../store/code.ts';
import { addressOf, ContentStore } from '../../store/store.ts';
import { ALL, type Observed } from './observe.ts';
import { joined, Looking, type Pieces, type PiecesSpec } from './pieces.ts';

/** How the networks are trained that are asked for the state of pieces. */
export interface NetworksSpec extends PiecesSpec {
  /** Trainings: each has its own start weights, order of pieces and hidden senses. */
  readonly networks: number;
  /** Steps of a training at most. */
  readonly steps: number;
  /** Pieces of each material to learn from, all states equally often. */
  readonly perMaterial: number;
}

/** Pieces of each material that choose the step and how far the heads are believed, and others that are asked about at the end. */
const VALIDATION = 200;
const TEST = 140;
/** How often the validation pieces are looked at. */
const VALIDATIONS = 10;
const BATCH = 64;
/** Widths of a branch (with 128 the error stayed two points higher, one training each). */
const BRANCH = { kind: 'vector', variate: false, hidden: 256, features: 256 } as const;

/** Steps of the first training; the next ones take twice as many each, as long as that brings something. */
const FIRST_STEPS = 3000;
/** A doubling that lowers the error on the validation pieces by less than this share of the constant's brings nothing more. */
const LEAST_GAIN = 0.01;

/** How far a training of so many steps came. */
export interface Tried {
  readonly steps: number;
  /** Error of the state of the validation pieces as a share of the best constant's. */
  readonly validation: number;
}

/** Error of the state of some materials as a share of the best constant's. */
export interface Told {
  readonly name: string;
  /** Of each training in turn. */
  readonly shares: readonly number[];
  readonly interval: Pick<Interval, 'mean' | 'lo' | 'hi' | 'n'>;
}

/** What networks know of the state of materials whose state shows. */
export interface NetworksFound {
  /** Numbers of steps that the first network was trained with; the last one that brought something is that of all networks. */
  readonly tried: readonly Tried[];
  readonly steps: number;
  /** False: more steps than it was given might have brought more. */
  readonly plateau: boolean;
  /** All senses, on the materials that all senses together show. */
  readonly all: Told;
  /** The same networks with all but the camera hidden, on the materials that the camera shows. */
  readonly camera: Told;
  /** Each of these materials by itself. */
  readonly byMaterial: { readonly all: readonly Told[]; readonly camera: readonly Told[] };
}

/** Errors of one training by material: with all senses, and with the camera alone. */
interface Trained {
  readonly validation: number;
  readonly all: readonly ConditionRow[];
  readonly camera: readonly ConditionRow[];
}

/**
 * Trains networks of all senses on the materials whose state shows and asks them about pieces that they have not seen. They are the
 * twin's teachers, shown the statistics of a frame that the regression is shown too instead of its pixels, and told no material.
 */
export async function networksOnCondition(
  spec: NetworksSpec,
  observed: readonly Observed[],
  { progress, signal, cacheDir }: Pick<Cli, 'progress' | 'signal' | 'cacheDir'>,
): Promise<NetworksFound> {
  const shown = (by: string) => observed.filter(({ seenBy }) => seenBy.includes(by)).map((o) => o.material);
  const [byAll, byCamera] = [shown(ALL), shown(CAMERA)];
  const materials = [...new Set([...byAll, ...byCamera])].sort();
  const store = new ContentStore(cacheDir);
  const looking = new Looking(spec, store);
  const pieces: Pieces[] = [];
  for (const [done, material] of materials.entries()) {
    progress({ task: 'validate: pieces to learn from', done, total: materials.length });
    await setImmediate();
    signal.throwIfAborted();
    pieces.push(looking.first(material, spec.perMaterial + VALIDATION + TEST));
  }
  const data = datasetOf(spec, pieces);
  const engine = await openBackend();
  const training = async (place: number, steps: number): Promise<Trained> => {
    const recipe = { ...spec, networks: 1, steps, materials, training: place, code: codeHash(networkCode) };
    const address = addressOf('condition', recipe);
    const one =
      store.readJson<Trained>('condition', address) ??
      (await train(engine, data, { ...spec, steps }, place, { progress, signal }));
    store.writeJson('condition', address, one);
    return one;
  };
  const { tried, steps, plateau } = await untilNothingMore(spec.steps, (steps) => training(0, steps));
  const trained: Trained[] = [];
  for (let i = 0; i < spec.networks; i++) trained.push(await training(i, steps));
  const [all, camera] = [trained.map((one) => one.all), trained.map((one) => one.camera)];
  return {
    ...{ tried, steps, plateau },
    all: told('all senses', byAll, all),
    camera: told('camera', byCamera, camera),
    byMaterial: {
      all: byAll.map((one) => told(one, [one], all)),
      camera: byCamera.map((one) => told(one, [one], camera)),
    },
  };
}

/** Trains with twice as many steps again and again, until that brings nothing more or would be more than `most`: the last that did. */
export async function untilNothingMore(
  most: number,
  training: (steps: number) => Promise<Pick<Trained, 'validation'>>,
): Promise<Pick<NetworksFound, 'tried' | 'steps' | 'plateau'>> {
  const tried: Tried[] = [];
  let last: Tried = { steps: Math.min(FIRST_STEPS, most), validation: Number.POSITIVE_INFINITY };
  for (let { steps } = last; steps <= most; steps *= 2) {
    const { validation } = await training(steps);
    tried.push({ steps, validation });
    if (validation > last.validation - LEAST_GAIN) return { tried, steps: last.steps, plateau: true };
    last = { steps, validation };
  }
  return { tried, steps: last.steps, plateau: false };
}

/** The code that decides what a network knows. */
const networkCode = ['scenarios/spectra/condition/networks.ts'];

/** Pieces as a data set of vectors; the last ones of each material are those that are asked about. */
function datasetOf({ senses, seed, perMaterial }: NetworksSpec, pieces: readonly Pieces[]): Dataset {
  const labels = pieces.map(({ material }) => material);
  const each = perMaterial + VALIDATION + TEST;
  const partOf = (place: number) =>
    place < perMaterial ? 'labelled' : place < perMaterial + VALIDATION ? 'validation' : 'test';
  const count = pieces.length * each;
  const streams = senses.map((sense) => {
    const parts = pieces.map(({ features }) => must(features[sense], sense));
    const width = must(parts[0], 'pieces').length / each;
    return [sense, { shape: [width], input: BRANCH, values: joined(parts) }] as const;
  });
  return {
    spec: {
      ...{ materials: labels, imagePx: 32, seed, testDraw: 0, senses },
      perMaterial: {
        ...{ labelled: perMaterial, unlabelled: 0, validation: VALIDATION, calibration: 0, test: TEST },
      },
    },
    ...{ labels, count, streams: Object.fromEntries(streams) },
    itemId: Uint32Array.from({ length: count }, (_, row) => row),
    split: Uint8Array.from({ length: count }, (_, row) => SPLITS.indexOf(partOf(row % each))),
    material: Uint8Array.from({ length: count }, (_, row) => Math.floor(row / each)),
    state: Uint8Array.from(pieces.flatMap(({ state }) => [...state])),
    quality: joined(pieces.map(({ quality }) => quality)),
  };
}

async function train(
  engine: Engine,
  data: Dataset,
  { senses, steps, seed, networks }: NetworksSpec,
  place: number,
  { progress, signal }: Pick<Cli, 'progress' | 'signal'>,
): Promise<Trained> {
  const recipe = {
    ...TRAINING,
    ...{ name: 'condition', seed: seed + place, senses, steps, batch: BATCH, told: true },
    ...{ validateEvery: Math.max(1, Math.round(steps / VALIDATIONS)), patience: VALIDATIONS },
  };
  const task = `validate: network ${place + 1} of ${networks}, ${steps} steps`;
  const { model } = await trainTeacher(engine, data, recipe, {
    signal,
    progress: ({ done, total }) => progress({ task, done, total }),
  });
  const judged = (part: 'validation' | 'test', visible: readonly Sense[]) => {
    const rows = rowsOf(data, part);
    const told = judgeCondition(predict(model, data, rows, { visible }), model, data, rows);
    return told.filter(({ by }) => by === 'material');
  };
  const validation = shareOf(judged('validation', senses));
  return { validation, all: judged('test', senses), camera: judged('test', [CAMERA]) };
}

/** Error of the state as a share of the best constant's, over some materials. */
function shareOf(rows: readonly ConditionRow[]): number {
  const sum = (of: (row: ConditionRow) => number) => rows.reduce((all, row) => all + row.items * of(row), 0);
  return sum((row) => row.stateError ?? row.stateConstant) / sum((row) => row.stateConstant);
}

/** Over all test pieces of some materials. */
function told(
  name: string,
  materials: readonly string[],
  trained: readonly (readonly ConditionRow[])[],
): Told {
  const shares = trained.map((rows) => shareOf(rows.filter((row) => materials.includes(row.name))));
  const { mean, lo, hi, n } = meanInterval(shares);
  return { name, shares, interval: { mean, lo, hi, n } };
}
