import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { materials } from '../../../../sim/materials/catalogue.ts';
import { SENSES, STANDARD_SENSES } from '../../../../sim/senses/registry.ts';
import { defaultCamera } from '../../../../sim/senses/visual/state.ts';
import { InputError } from '../../../errors.ts';
import { cardOf, readmeOf } from '../../../spectra/dataset/card.ts';
import { columnsOf } from '../../../spectra/dataset/columns.ts';
import { CARD, enterFolder } from '../../../spectra/dataset/folder.ts';
import { rowsOf, type SetSpec } from '../../../spectra/dataset/spec.ts';
import { forgetParts, writeSet } from '../../../spectra/dataset/write.ts';
import { specHash } from '../../../spectra/synth/card.ts';
import {
  couplingFrom,
  couplingOption,
  materialsFrom,
  numberFrom,
  sensesFrom,
  statesFrom,
} from '../../../spectra/synth/options.ts';
import { writeAtomic } from '../../../store/atomic.ts';
import { codeHash, framesCode } from '../../../store/code.ts';
import { whileLocked } from '../../../store/lock.ts';
import type { Cli } from '../../terminal/context.ts';
import { integer } from '../../terminal/options.ts';

interface DatasetOptions {
  readonly materials?: string;
  readonly perMaterial: string;
  readonly states: string;
  readonly senses: string;
  readonly size: string;
  readonly background: string;
  readonly masks?: boolean;
  readonly seed: string;
  readonly lookCoupling: string;
  readonly format: string;
  readonly out: string;
  readonly workers?: number;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Most rows of a set: a million frames of 64 px with all senses are 46 GB. */
const MOST_ROWS = 1_000_000;

/** `looptwin synth dataset`: frames, masks and labels as arrays, to train networks on elsewhere. */
export function addDatasetVerb(synth: Command, cli: Cli): void {
  synth
    .command('dataset')
    .description(
      'labelled frames of all senses as NumPy arrays, one piece per row, with masks and a data card',
    )
    .option('--materials <ids>', 'catalogue ids, comma-separated (default: all)')
    .option('--per-material <n>', 'pieces of each material', '100')
    .option('--states <range>', 'degradation states, equally often, such as 0..5 or 0,4,9', '0..9')
    .option('--senses <names>', `any of ${SENSES.names.join(', ')}`, STANDARD_SENSES.join(','))
    .option('--size <px>', 'side of the colour frames and masks, 16..256', String(defaultCamera().sizePx))
    .option(
      '--background <reflectance>',
      'of the belt or board behind the pieces, 0..1',
      String(defaultCamera().beltReflectance),
    )
    .option('--masks', 'also write where the piece is in each colour frame')
    .option(...couplingOption)
    .option('--seed <n>', 'seed of all random draws', '1')
    .option('--format <name>', 'npy', 'npy')
    .option('--out <dir>', 'folder to write', 'dataset')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--force', 'use the folder even if it holds other files or another set')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      '\nExample: looptwin synth dataset --materials pet-bottle-clear,cardboard --per-material 500 --states 0..5 --senses visual,thermal,spectral --size 64 --background 0.75 --masks --seed 1 --format npy --out set\nTo resume a stopped run, give the same command again.',
    )
    .action((options: DatasetOptions) => synthDataset(options, cli));
}

function specFrom(options: DatasetOptions): SetSpec {
  if (options.format !== 'npy')
    throw new InputError({ what: 'unknown format', got: options.format, where: '--format', cure: 'Use npy' });
  const spec = {
    materials:
      options.materials === undefined
        ? materials.map(({ id }) => id)
        : [...new Set(materialsFrom(options.materials))],
    perMaterial: numberFrom('--per-material', options.perMaterial, { whole: true, min: 1 }),
    states: statesFrom(options.states),
    senses: sensesFrom(options.senses),
    sizePx: numberFrom('--size', options.size, { whole: true, min: 16, max: 256 }),
    background: numberFrom('--background', options.background, { min: 0, max: 1 }),
    masks: options.masks ?? false,
    seed: numberFrom('--seed', options.seed, { whole: true, min: 0, max: 4294967295 }),
    lookCoupling: couplingFrom(options.lookCoupling),
  };
  if (spec.masks && !spec.senses.includes('visual')) {
    throw new InputError({
      what: 'masks belong to colour frames',
      got: options.senses,
      where: '--senses',
      cure: 'Add visual to --senses, or leave out --masks',
    });
  }
  if (rowsOf(spec) > MOST_ROWS) {
    throw new InputError({
      what: `at most ${MOST_ROWS} rows in a set`,
      got: `${spec.materials.length} materials x ${spec.perMaterial} pieces`,
      where: '--per-material',
      cure: 'Write several sets with different seeds',
    });
  }
  return spec;
}

async function synthDataset(options: DatasetOptions, cli: Cli): Promise<void> {
  const spec = specFrom(options);
  const out = resolve(cli.cwd, options.out);
  const code = codeHash(framesCode);
  const hashes = { code, specHash: specHash(spec, code).slice(0, 16) };
  const names = [...columnsOf(spec).map(({ name }) => `${name}.npy`), 'labels.csv', 'README.md'];
  await whileLocked(out, async () => {
    const found = enterFolder(out, hashes.specHash, names, options.force ?? false);
    if (found === 'whole') cli.note('the data set is already there');
    else {
      await writeSet(spec, out, options.workers, cli);
      const card = await cardOf(spec, out, hashes);
      writeAtomic(join(out, 'README.md'), readmeOf(card));
      writeAtomic(join(out, CARD), `${JSON.stringify(card, null, 2)}\n`);
      forgetParts(out);
    }
  });
  if (options.json) return cli.json({ out, rows: rowsOf(spec), files: [...names, CARD], ...hashes });
  cli.out(`${out}  ${rowsOf(spec)} rows: ${[...names, CARD].join(', ')}`);
}
