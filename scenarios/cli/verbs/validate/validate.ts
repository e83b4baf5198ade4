import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { readText } from '../../../read-file.ts';
import { inRunFolder } from '../../../record/run-folder.ts';
import { classesFrom, RINSED_SHARE } from '../../../spectra/synth/household.ts';
import { numberFrom } from '../../../spectra/synth/options.ts';
import { bandReport } from '../../../spectra/validate/band-report.ts';
import {
  angleReport,
  classifyAll,
  type LabelledSpectra,
  onGrid,
  syntheticSpectra,
} from '../../../spectra/validate/compare.ts';
import { comparableGrid } from '../../../spectra/validate/grid.ts';
import { readSpectra } from '../../../spectra/validate/read.ts';
import { validationTables } from '../../../spectra/validate/tables.ts';
import type { Cli } from '../../terminal/context.ts';
import type { StudyOptions } from '../../terminal/options.ts';
import { addConditionVerb } from './condition.ts';
import { addImagesVerb } from './images.ts';

interface ValidateOptions extends Pick<StudyOptions, 'out' | 'force' | 'json'> {
  readonly classes?: string;
  readonly count: string;
  readonly seed: string;
}

/** `looptwin validate spectra|images`: scores the generators on a user's own measurements and photographs. */
export function addValidateVerb(program: Command, cli: Cli): void {
  const validate = program
    .command('validate')
    .description(
      'score the generator: on your own measurements and photographs, or by what its senses show of condition',
    );
  addImagesVerb(validate, cli);
  addConditionVerb(validate, cli);
  validate
    .command('spectra')
    .description(
      'nearest class, spectral angle, band positions and classifiers trained on synthetic spectra alone',
    )
    .argument('<csv>', 'measured spectra: material,class,nm_1000,nm_1005,... with reflectance 0..1')
    .option('--classes <codes>', 'classes to train on (default: those in the file)')
    .option('--count <n>', 'synthetic spectra per class', '300')
    .option('--seed <n>', 'seed of the synthetic spectra', '1')
    .option('--out <dir>', 'folder for plots and tables (default: validate-<file>)')
    .option('--force', 'use the folder even if it holds other files; those are left alone')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin validate spectra measured.csv --out validation')
    .action((csv: string, options: ValidateOptions) => validateSpectra(csv, options, cli));
}

async function validateSpectra(csv: string, options: ValidateOptions, cli: Cli): Promise<void> {
  const text = readText(resolve(cli.cwd, csv), {
    what: 'table of spectra',
    where: csv,
    cure: 'Check the path',
  });
  const measured = readSpectra(text, csv);
  const classes = classesFrom(options.classes ?? [...new Set(measured.classes)].join(','));
  const household = {
    classes,
    seed: numberFrom('--seed', options.seed, { whole: true, min: 0 }),
    states: null,
    rinsedShare: RINSED_SHARE,
  };
  const count = numberFrom('--count', options.count, { whole: true, min: 5, max: 20_000 });
  const grid = comparableGrid(measured.wavelengthsNm, csv);
  const asked: LabelledSpectra = onGrid(measured, grid);
  const steps = ['rendering synthetic spectra', 'angles', 'classifiers', 'bands'] as const;
  const step = async (i: number) => {
    cli.progress({ task: `validate: ${steps[i]}`, done: i, total: steps.length });
    await setImmediate();
    cli.signal.throwIfAborted();
  };
  await step(0);
  const training = syntheticSpectra(household, count, grid);
  await step(1);
  const byClass = angleReport(training, asked);
  await step(2);
  const classifiers = classifyAll(training, asked);
  await step(3);
  const bands = bandReport(asked, training, grid);
  const best = classifiers.reduce((a, b) => (b.light.balanced > a.light.balanced ? b : a));
  const tables = validationTables(byClass, classifiers, bands);
  const out = resolve(cli.cwd, options.out ?? `validate-${basename(csv, '.csv')}`);
  const { validationPage } = await import('../../../spectra/validate/plots.ts');
  const page = validationPage(
    `Measured spectra ${basename(csv)} against the generator`,
    asked,
    training,
    grid,
    best,
    tables,
  );
  await inRunFolder(out, { force: options.force ?? false, note: cli.note }, async (folder) => {
    folder.write('validation.html', page);
    folder.write('validation.txt', `${tables}\n`);
    folder.finish();
  });
  if (options.json) {
    const short = classifiers.map(({ answers: _, ...rest }) => rest);
    cli.json({ out, grid: { ...grid }, classes: byClass, classifiers: short, bands });
    return;
  }
  cli.out(tables);
  cli.out(`\nplots: ${resolve(out, 'validation.html')}`);
}
