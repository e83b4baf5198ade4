import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { sensorInputs } from '../../../models/data/sensor-inputs.ts';
import { loadModel } from '../../../models/export/export.ts';
import { wordShape } from '../../../models/nets/inputs.ts';
import type { Model } from '../../../models/nets/model.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { InputError } from '../../errors.ts';
import { readBytes } from '../../read-file.ts';
import type { ContentStore } from '../../store/store.ts';
import { type Declared, inOrder, type networksSchema } from './networks.ts';
import type { TrainingSettings } from './training.ts';

/** Where a network that was trained before is found, and the hash that it must have. */
export type GivenModel = Pick<Declared, 'file' | 'model' | 'sha256'>;

/** What is asked of a scenario about networks that are given. */
interface Giving {
  readonly networks: ReturnType<typeof networksSchema.parse>;
  readonly training: TrainingSettings;
  readonly feed: { readonly materials: readonly { readonly materialId: string }[] };
}

const trainOne =
  'Train one: looptwin train quickstart --json prints addresses, and a run keeps its student as model-student.bin';

/** True for a network that is not trained but named as a value. */
export const isGiven = ({ file, model }: Pick<Declared, 'file' | 'model'>): boolean =>
  file !== null || model !== null;

/** Bytes of a network that is given, in memory of their own. Throws InputError where there is none, or another one. */
export function givenBytes(
  { file, model, sha256 }: GivenModel,
  store: ContentStore,
  where: string,
): Uint8Array {
  const bytes = file === null ? storedBytes(store, model ?? '', where) : fileBytes(file, where);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== null && hash !== sha256)
    throw new InputError({
      what: `is another network than the one that was named (sha256 ${sha256})`,
      got: hash,
      where,
      cure: 'Bring that one back, or leave sha256 out',
    });
  return new Uint8Array(bytes);
}

function fileBytes(file: string, where: string): Uint8Array {
  if (!existsSync(file))
    throw new InputError({ what: 'no such model file', got: file, where, cure: trainOne });
  return readBytes(file, { what: 'model file', where, cure: trainOne });
}

function storedBytes(store: ContentStore, address: string, where: string): Uint8Array {
  const bytes = store.read('model', address);
  if (bytes !== undefined) return bytes;
  const cure = 'Train it again (looptwin train prints addresses), without --no-cache';
  throw new InputError({ what: 'the cache holds no network of this address', got: address, where, cure });
}

/** Materials that the networks of a scenario name, in the order of their answers. */
export function labelsOf({ training, feed }: Pick<Giving, 'training' | 'feed'>): string[] {
  const fed = feed.materials.map((m) => m.materialId);
  return [...new Set(training.materials.length > 0 ? training.materials : fed)].sort();
}

/**
 * The scenario with what the networks that it is given say of themselves (kind, senses, hash), files as seen from the folder of
 * the process; and what is wrong with them.
 */
export function withGiven<S extends Giving>(
  scenario: S,
  store: ContentStore,
  cwd: string,
): { readonly scenario: S; readonly problems: readonly SpecProblem[] } {
  const problems: SpecProblem[] = [];
  const networks = Object.entries(scenario.networks).map(([name, declared]) => {
    if (!isGiven(declared)) return [name, declared] as const;
    const path = ['networks', name, declared.file === null ? 'model' : 'file'];
    const file = declared.file && relative(process.cwd(), resolve(cwd, declared.file));
    const model = readModel({ ...declared, file }, store, path, problems);
    if (model === null) return [name, declared] as const;
    problems.push(...misfits(scenario, declared, model, path));
    return [name, { ...declared, ...model.told, file }] as const;
  });
  return { scenario: { ...scenario, networks: Object.fromEntries(networks) }, problems };
}

/** A model, and what a scenario says of it. */
interface ReadModel {
  readonly model: Model;
  readonly told: Pick<Declared, 'kind' | 'senses' | 'sha256'>;
}

function readModel(
  given: GivenModel,
  store: ContentStore,
  path: SpecProblem['path'],
  problems: SpecProblem[],
): ReadModel | null {
  try {
    const bytes = givenBytes(given, store, '');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const model = modelIn(bytes);
    const { kind } = model;
    if (kind === 'thermal')
      throw new InputError({ what: 'guesses heat and names no materials', cure: trainOne });
    return { model, told: { kind, senses: inOrder(model.senses), sha256 } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [{ what, got, cure } = { what: '', got: undefined, cure: '' }] = error.problems;
    problems.push({ path, message: what, got: got ?? given.file ?? given.model, cure: cure ?? '' });
    return null;
  }
}

function modelIn(bytes: Uint8Array): Model {
  try {
    return loadModel(bytes, 'the file');
  } catch (error) {
    throw new InputError({ what: `is no network of looptwin (${(error as Error).message})`, cure: trainOne });
  }
}

/** What keeps a network out of a scenario: other materials, other senses than were written, frames of another shape, no names. */
function misfits(
  scenario: Giving,
  declared: Declared,
  { model }: ReadModel,
  path: SpecProblem['path'],
): SpecProblem[] {
  const problems: SpecProblem[] = [];
  const problem = (message: string, cure: string) => problems.push({ path, message, cure });
  const { labels, senses, heads } = model;
  const wanted = labelsOf(scenario);
  if (labels.join() !== wanted.join())
    problem(
      `names ${labels.length} materials (${labels.join(', ')}), and the networks of this scenario ${wanted.length} (${wanted.join(', ')})`,
      'Set training.materials to those of the network, or train one for these',
    );
  if (declared.senses !== null && inOrder(declared.senses).join() !== inOrder(senses).join())
    problem(`sees with ${senses.join(', ')}, not with ${declared.senses.join(', ')}`, 'Leave senses out');
  if (!heads.includes('material'))
    problem('names no materials, and a robot cannot sort by it', 'Give a network with a material head');
  return [...problems, ...shapeProblems(scenario, model, path)];
}

function shapeProblems({ training }: Giving, model: Model, path: SpecProblem['path']): SpecProblem[] {
  const { sensors, imagePx } = training;
  // A sense without a sensor is another problem, which is told elsewhere.
  const there = model.senses.filter((sense) => Boolean(sensors[sense as keyof typeof sensors]));
  const own = sensorInputs(sensors, there, imagePx);
  return there.flatMap((sense): SpecProblem[] => {
    const [takes, gets] = [model.inputs[sense]?.shape ?? [], own[sense]?.shape ?? []];
    if (takes.join() === gets.join()) return [];
    const message = `takes ${sense} of ${wordShape(takes)}, and this scenario's sensors give ${wordShape(gets)}`;
    return [{ path, message, cure: `Set training.imagePx and training.sensors.${sense} as in its training` }];
  });
}
