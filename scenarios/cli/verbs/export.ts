import type { Command } from 'commander';
import type { Limits } from '../../../models/export/card.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import { type ExportDocument, type ExportOptions, exportModel } from '../../studies/export/export.ts';
import { formats, formatsIn } from '../../studies/export/formats.ts';
import { type Cli, settingsOf, shownPath } from '../terminal/context.ts';
import { addBackendOption } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';

interface VerbOptions extends Pick<ExportOptions, 'run' | 'out' | 'force' | 'backend'> {
  readonly format?: ExportOptions['formats'];
  readonly json?: boolean;
}

/** A row of the table: one form of the student. */
interface Form {
  readonly name: string;
  readonly accuracy: Limits;
  readonly weightBytes: number;
}

const percent = (share: number) => (100 * share).toFixed(1);

const formColumns: Columns<Form> = [
  ['form', (f) => f.name],
  ['material %', (f) => percent(f.accuracy.mean)],
  ['95 % interval', (f) => `${percent(f.accuracy.lo)} to ${percent(f.accuracy.hi)}`],
  ['weights, bytes', (f) => String(f.weightBytes)],
];

const deviceColumns: Columns<ExportDocument['devices'][number]> = [
  ['device', (d) => d.device],
  ['int8 mJ', (d) => (1e3 * d.energyJ).toFixed(3)],
  ['int8 ms', (d) => (1e3 * d.timeS).toFixed(1)],
  ['fits', (d) => (d.fits ? 'yes' : d.reason)],
];

/** What int8 costs, in a table and two sentences. */
function int8Text({ int8, weightBytes }: ExportDocument): string[] {
  if (int8 === null)
    return ['No items were given, so nothing was measured: --run DIR names the run that trained it.'];
  const { lossPoints, floatAccuracy, int8Accuracy, testItems, calibrationItems } = int8;
  const forms = [
    { name: 'float', accuracy: floatAccuracy, weightBytes: weightBytes.float },
    { name: 'int8', accuracy: int8Accuracy, weightBytes: weightBytes.int8 },
  ];
  const points = (x: number) => (-x).toFixed(2);
  return [
    table(...textsOf(formColumns, forms)),
    '',
    `int8 minus float: ${points(lossPoints.mean)} points (95 % interval ${points(lossPoints.hi)} to ${points(lossPoints.lo)}) on ${testItems} test items, none of them among the ${calibrationItems} that the ranges of int8 were measured on.`,
    `Both name the same material on ${percent(int8.agreement)} % of them; largest difference of a probability ${int8.largestDifference.toFixed(3)}.`,
  ];
}

function exportText(document: ExportDocument, folder: string): string {
  return [
    ...int8Text(document),
    '',
    table(...textsOf(deviceColumns, document.devices)),
    '',
    ...document.files.map(({ path, bytes }) => `${folder}/${path}  ${bytes} bytes`),
  ].join('\n');
}

/** `looptwin export`: a trained student as ONNX, int8 or C, and what int8 costs. */
export function addExportVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('export')
    .description(
      'write the student of a run as ONNX, int8 ONNX or C header, with a model card; says what int8 costs',
    )
    .argument('<source>', 'run folder, or model file (.bin)')
    .option(
      '--format <list>',
      `formats, separated by commas: ${formats.join(', ')} (default: all)`,
      formatsIn,
    )
    .option('--run <dir>', 'model file: the run whose items it is quantised and tested on')
    .option('--out <dir>', 'the folder of the export (default: exports/<model>)')
    .option('--force', 'use a folder that holds other files too: they are left alone')
    .option('--json', 'one JSON document on stdout');
  addBackendOption(verb)
    .addHelpText(
      'after',
      '\nExample: looptwin export runs/quickstart-1a2b3c4d --format onnx,int8,c --out student',
    )
    .action(async (source: string, { format = formats, json, ...options }: VerbOptions) => {
      const document = await exportModel(source, { ...options, formats: format, ...settingsOf(cli) });
      if (json) return cli.json(document);
      cli.out(exportText(document, shownPath(document.folder, cli.cwd)));
    });
}
