import { setImmediate } from 'node:timers/promises';
import { type Dataset, rowsOf, SPLITS } from '../../../models/data/dataset.ts';
import { type Engine, openBackend } from '../../../models/engine/backend.ts';
import { type ConditionRow, judgeCondition } from '../../../models/evaluation/condition.ts';
import { predict } from '../../../models/evaluation/infer.ts';
import { CAMERA } from '../../../models/nets/inputs.ts';
import { TRAINING } from '../../../models/training/recipe.ts';
import { trainTeacher } from '../../../models/training/train.ts';
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
  readonly steps: number;
  /** Pieces of each material to learn from, all states equally often. */
  readonly perMaterial: number;
}

/** Pieces of each material that choose the step and how far the heads are believed, and others that are asked about at the end. */
const VALIDATION = 60;
const TEST = 140;
/** How often the validation pieces are looked at. */
const VALIDATIONS = 10;
const BATCH = 64;
/** Widths of a branch. */
const BRANCH = { kind: 'vector', variate: false, hidden: 128, features: 128 } as const;

/** Error of the state of some materials as a share of the best constant's. */
export interface Told {
  readonly name: string;
  /** Of each training in turn. */
  readonly shares: readonly number[];
  readonly interval: Pick<Interval, 'mean' | 'lo' | 'hi' | 'n'>;
}

/** What networks know of the state of materials whose state shows. */
export interface NetworksFound {
  /** All senses, on the materials that all senses together show. */
  readonly all: Told;
  /** The same networks with all but the camera hidden, on the materials that the camera shows. */
  readonly camera: Told;
  /** Each of these materials by itself. */
  readonly byMaterial: { readonly all: readonly Told[]; readonly camera: readonly Told[] };
}

/** Errors of one training by material: with all senses, and with the camera alone. */
interface Trained {
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
  const trained: Trained[] = [];
  for (let i = 0; i < spec.networks; i++) {
    const recipe = { ...spec, networks: 1, materials, training: i, code: codeHash(networkCode) };
    const address = addressOf('condition', recipe);
    const one =
      store.readJson<Trained>('condition', address) ??
      (await train(engine, data, spec, i, { progress, signal }));
    store.writeJson('condition', address, one);
    trained.push(one);
  }
  const [all, camera] = [trained.map((one) => one.all), trained.map((one) => one.camera)];
  return {
    all: told('all senses', byAll, all),
    camera: told('camera', byCamera, camera),
    byMaterial: {
      all: byAll.map((one) => told(one, [one], all)),
      camera: byCamera.map((one) => told(one, [one], camera)),
    },
  };
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
  const task = `validate: network ${place + 1} of ${networks}`;
  const { model } = await trainTeacher(engine, data, recipe, {
    signal,
    progress: ({ done, total }) => progress({ task, done, total }),
  });
  const rows = rowsOf(data, 'test');
  const [all = [], camera = []] = [senses, [CAMERA]].map((visible) =>
    judgeCondition(predict(model, data, rows, { visible }), model, data, rows).filter(
      ({ by }) => by === 'material',
    ),
  );
  return { all, camera };
}

/** Over all test pieces of some materials. */
function told(
  name: string,
  materials: readonly string[],
  trained: readonly (readonly ConditionRow[])[],
): Told {
  const shares = trained.map((rows) => {
    const own = rows.filter((row) => materials.includes(row.name));
    const sum = (of: (row: ConditionRow) => number) => own.reduce((all, row) => all + row.items * of(row), 0);
    return sum((row) => row.stateError ?? row.stateConstant) / sum((row) => row.stateConstant);
  });
  const { mean, lo, hi, n } = meanInterval(shares);
  return { name, shares, interval: { mean, lo, hi, n } };
}
