import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deviceRow, sizeOf } from '../../../models/device/cost.ts';
import { DEVICES } from '../../../models/device/device.ts';
import { modelId } from '../../../models/export/export.ts';
import { must } from '../../../sim/record/must.ts';
import { requireBackend } from '../../backend.ts';
import { InputError } from '../../errors.ts';
import { manifestName } from '../../record/ownership.ts';
import { inRunFolder } from '../../record/run-folder.ts';
import { type RunOptions, withCache } from '../day/with-execution.ts';
import { type Format, fileOf } from './formats.ts';
import type { ExportJob } from './job.ts';
import { readSource, type Source } from './source.ts';
import type { ExportedStudent } from './student.ts';
import { exportOnThread } from './thread.ts';

export interface ExportOptions
  extends Pick<
    RunOptions,
    'backend' | 'cacheDir' | 'cwd' | 'force' | 'note' | 'out' | 'progress' | 'signal'
  > {
  readonly formats: readonly Format[];
  /** Run folder whose items a model file is quantised and tested on. */
  readonly run?: string;
}

const cardName = 'model-card.md';
const floatBytes = 4;

/** The document of `looptwin export --json`. */
export type ExportDocument = Readonly<Awaited<ReturnType<typeof exportModel>>>;

/**
 * Writes the student of a run folder, or a model file, in the formats asked for, with a model card, into a folder of its own.
 * Throws InputError for input that cannot be used.
 */
export async function exportModel(path: string, options: ExportOptions) {
  const cwd = options.cwd ?? process.cwd();
  const source = readSource(resolve(cwd, path), options.run && resolve(cwd, options.run));
  requireItems(source, options.formats, path);
  const backend = requireBackend(options.backend, options.note);
  const id = modelId(source.model);
  const target = resolve(cwd, options.out ?? join('exports', id));
  refuseRun(target);
  return inRunFolder(target, options, async (folder) => {
    const { files, cost } = await exported({ ...jobOf(source), backend }, options);
    const names = [...options.formats.map((format) => fileOf[format]), cardName];
    const written = names.map((name) => folder.write(name, must(files[name], name)));
    folder.finish();
    return { folder: folder.target, modelId: id, backend, files: written, int8: cost, ...costs(source) };
  });
}

function jobOf({ bytes, items, origin, taught }: Source): Omit<ExportJob, 'backend'> {
  return { model: bytes, items, origin, taught };
}

/** Ranges of int8 cannot be measured on nothing. */
function requireItems({ items }: Source, asked: readonly Format[], path: string): void {
  const hungry = asked.filter((format) => format !== 'onnx');
  if (items !== null || hungry.length === 0) return;
  throw new InputError({
    what: `a model file holds no items to measure the ranges of ${hungry.join(' and ')} on`,
    where: path,
    cure: 'Name the run that trained it: --run runs/quickstart-1a2b3c4d; or export it with --format onnx',
  });
}

/** An export would take the place of the run: both are our own files. */
function refuseRun(target: string): void {
  if (!existsSync(join(target, manifestName))) return;
  throw new InputError({
    what: 'holds a run, which the export would replace',
    where: target,
    cure: 'Give another folder with --out',
  });
}

function exported(job: ExportJob, options: ExportOptions): Promise<ExportedStudent> {
  const { signal = new AbortController().signal, progress = () => {} } = options;
  return withCache(options, (cacheDir) => exportOnThread(job, { cacheDir, signal, progress }));
}

/** What the network asks of a device: bytes of weights in both forms, joules and seconds of an int8 inference on each. */
function costs({ model }: Source) {
  const { weightBytes } = sizeOf(model);
  const devices = DEVICES.map((fitted) => ({ ...deviceRow(model, fitted), name: fitted.device.name }));
  return { weightBytes: { float: floatBytes * weightBytes, int8: weightBytes }, devices };
}
