import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../../../errors.ts';
import { type CardFile, dataCard, specHash } from '../../../spectra/synth/card.ts';
import { forgetFinished, refuseForeign } from '../../../spectra/synth/finished.ts';
import { classesFrom, type Household, RINSED_SHARE } from '../../../spectra/synth/household.ts';
import { itemsHeader, itemsRows, itemsTextColumns } from '../../../spectra/synth/items.ts';
import { numberFrom, statesFrom } from '../../../spectra/synth/options.ts';
import type { Readings } from '../../../spectra/synth/reader.ts';
import { readerOptions, readersText, readingsOf } from '../../../spectra/synth/readers.ts';
import { rowsOf } from '../../../spectra/synth/spectra.ts';
import { type Table, writeTable } from '../../../spectra/synth/table.ts';
import { writeAtomic } from '../../../store/atomic.ts';
import { whileLocked } from '../../../store/lock.ts';
import type { Cli } from '../../terminal/context.ts';
import { addDatasetVerb } from './dataset.ts';
import { addFramesVerb, type FramesOptions } from './frames.ts';

interface SetOptions extends Pick<FramesOptions, 'seed' | 'out' | 'force' | 'json'> {
  readonly classes: string;
  readonly count: string;
  readonly states?: string;
  readonly rinsed: string;
  readonly format?: string;
}
interface SpectraOptions extends SetOptions {
  readonly instrument: string;
}

/** `looptwin synth spectra|items|frames|dataset`: data sets with labels, hidden states and a data card; pictures for people. */
export function addSynthVerb(program: Command, cli: Cli): void {
  const synth = program
    .command('synth')
    .description('write synthetic data: spectra, items, data sets of frames, or contact sheets');
  const spectra = synth.command('spectra').description('labelled near-infrared spectra, one piece per row');
  for (const { flags, about, usual } of readerOptions()) spectra.option(flags, about, usual);
  setOptions(spectra)
    .option('--instrument <name>', readersText(), 'extended')
    .addHelpText(
      'after',
      '\nExample: looptwin synth spectra --classes pet,hdpe,pp,ps --count 600 --from 1000 --to 1900 --step 5 --seed 1 --out spectra.csv\n         looptwin synth spectra --classes pet,hdpe,pp,ps --instrument led --leds board.yaml --out leds.csv\nTo resume a stopped run, give the same command again.',
    )
    .action((options: SpectraOptions, command: Command) =>
      synthSpectra(options, readingsFrom(options, command, cli.cwd), cli),
    );
  setOptions(synth.command('items').description('labelled pieces with their full hidden state, one per row'))
    .addHelpText(
      'after',
      '\nExample: looptwin synth items --classes pet,pp --count 1000 --seed 1 --out items.parquet',
    )
    .action((options: SetOptions) => synthItems(options, cli));
  addFramesVerb(synth, cli);
  addDatasetVerb(synth, cli);
}

function setOptions(command: Command): Command {
  return command
    .requiredOption('--classes <codes>', 'polymers or other classes, comma-separated: pet,hdpe,pp')
    .option('--count <n>', 'rows per class', '600')
    .option('--seed <n>', 'seed of all random draws', '1')
    .option(
      '--states <range>',
      'degradation states, such as 0..3 or 0,4,9 (default: all, fresh ones most often)',
    )
    .option('--rinsed <share>', 'share of pieces that are rinsed and dry', String(RINSED_SHARE))
    .option('--format <name>', 'csv or parquet (default: from the extension of --out)')
    .requiredOption('--out <file>', 'file to write')
    .option('--force', 'overwrite files of these names even if looptwin did not write them')
    .option('--json', 'print one JSON document on stdout');
}

function householdOf(options: SetOptions): Household {
  return {
    classes: classesFrom(options.classes),
    seed: numberFrom('--seed', options.seed, { whole: true, min: 0 }),
    states: options.states === undefined ? null : statesFrom(options.states),
    rinsedShare: numberFrom('--rinsed', options.rinsed, { min: 0, max: 1 }),
  };
}

function formatOf(options: SetOptions): Table['format'] {
  const format = options.format ?? (options.out.endsWith('.parquet') ? 'parquet' : 'csv');
  if (format === 'csv' || format === 'parquet') return format;
  throw new InputError({
    what: 'unknown format',
    got: format,
    where: '--format',
    cure: 'Use csv or parquet',
  });
}

/** What is to be written: spectra on a grid of wavelengths, or whatever else the instrument reads. */
function readingsFrom(options: SpectraOptions, command: Command, cwd: string): Readings {
  const household = householdOf(options);
  const count = numberFrom('--count', options.count, { whole: true, min: 1 });
  const asked = { household, count, options: command.opts(), cwd };
  return readingsOf(options.instrument, asked, (name) => command.getOptionValueSource(name) === 'cli');
}

async function synthSpectra(options: SpectraOptions, readings: Readings, cli: Cli): Promise<void> {
  const { spec, header, rowAt, limits } = readings;
  const out = resolve(cli.cwd, options.out);
  const format = formatOf(options);
  const spectra: Table = {
    out,
    format,
    header,
    rowAt,
    rows: rowsOf(spec),
    text: ['material', 'class'],
    specHash: specHash({ ...spec, format }),
    task: 'writing spectra',
  };
  const items = itemsTable(beside(out, 'items'), spec.household, rowsOf(spec), format);
  await writeSet([spectra, items], spec.household, ['synth spectra', spec, limits], options, cli);
}

async function synthItems(options: SetOptions, cli: Cli): Promise<void> {
  const household = householdOf(options);
  const count = numberFrom('--count', options.count, { whole: true, min: 1 });
  const out = resolve(cli.cwd, options.out);
  const table = itemsTable(out, household, count * household.classes.length, formatOf(options));
  await writeSet([table], household, ['synth items', { household, count }, []], options, cli);
}

function itemsTable(out: string, household: Household, rows: number, format: Table['format']): Table {
  return {
    out,
    format,
    rows,
    header: itemsHeader(household),
    rowAt: itemsRows(household),
    text: itemsTextColumns(household),
    specHash: specHash({ household, rows, format }),
    task: 'writing items',
  };
}

function beside(out: string, word: string): string {
  const dot = out.lastIndexOf('.');
  return dot > out.lastIndexOf('/') ? `${out.slice(0, dot)}.${word}${out.slice(dot)}` : `${out}.${word}`;
}

/** Writes the tables of a set, one after the other, and beside the first of them its data card. */
async function writeSet(
  tables: readonly Table[],
  household: Household,
  [command, spec, furtherLimits]: readonly [string, object, readonly string[]],
  options: SetOptions,
  cli: Cli,
): Promise<void> {
  const out = resolve(cli.cwd, options.out);
  const cardPath = `${out}.card.json`;
  const paths = tables.map((table) => table.out);
  await whileLocked(out, async () => {
    if (!options.force) refuseForeign(paths, cardPath);
    const files: CardFile[] = [];
    for (const table of tables) files.push(await writeTable(table, cli));
    const named = files.map((file) => ({ ...file, path: basename(file.path) }));
    const card = dataCard(household, command, spec, named, furtherLimits);
    writeAtomic(cardPath, `${JSON.stringify(card, null, 2)}\n`);
    for (const path of paths) forgetFinished(path);
    if (options.json) return cli.json({ out, card: cardPath, files });
    for (const file of files) cli.out(`${file.path}  ${file.rows} rows  sha256 ${file.sha256.slice(0, 16)}`);
    cli.out(`${cardPath}  data card`);
  });
}
