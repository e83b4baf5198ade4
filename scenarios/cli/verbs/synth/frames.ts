import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { encode } from 'fast-png';
import { SENSES, STANDARD_SENSES } from '../../../../sim/senses/registry.ts';
import { InputError } from '../../../errors.ts';
import { readBytes } from '../../../read-file.ts';
import { inTheWay } from '../../../spectra/synth/finished.ts';
import { contactSheet } from '../../../spectra/synth/frames.ts';
import {
  couplingFrom,
  couplingOption,
  materialsFrom,
  numberFrom,
  sensesFrom,
  statesFrom,
} from '../../../spectra/synth/options.ts';
import { writeOutput } from '../../../store/leftovers.ts';
import type { Cli } from '../../terminal/context.ts';

export interface FramesOptions {
  readonly materials: string;
  readonly states: string;
  readonly senses: string;
  readonly seed: string;
  readonly lookCoupling: string;
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `looptwin synth frames`: a contact sheet, material x state, the senses beside each other. */
export function addFramesVerb(synth: Command, cli: Cli): void {
  synth
    .command('frames')
    .description(
      'contact sheet with one row per material and one column per state: colour, heat and spectrum of one item',
    )
    .requiredOption('--materials <ids>', 'catalogue ids, comma-separated')
    .option('--states <range>', 'degradation states', '0..9')
    .option(
      '--senses <names>',
      `what is shown of each item: ${SENSES.names.join(', ')}`,
      STANDARD_SENSES.join(','),
    )
    .option(...couplingOption)
    .option('--seed <n>', 'seed of all random draws', '1')
    .requiredOption('--out <file>', 'PNG file to write')
    .option('--force', 'overwrite a file of that name even if looptwin did not write it')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      '\nExample: looptwin synth frames --materials pet-bottle-clear,cardboard --states 0..9 --out sheet.png',
    )
    .action((options: FramesOptions) => {
      const spec = {
        materials: materialsFrom(options.materials),
        states: statesFrom(options.states),
        senses: sensesFrom(options.senses),
        seed: numberFrom('--seed', options.seed, { whole: true, min: 0 }),
        lookCoupling: couplingFrom(options.lookCoupling),
      };
      const out = resolve(cli.cwd, pngFrom(options.out));
      if (!options.force && existsSync(out) && !isOurs(out)) throw inTheWay([out]);
      const { width, height, data } = contactSheet(spec);
      writeOutput(out, encode({ width, height, data, channels: 3, depth: 8, text: { Software: maker } }));
      if (options.json) return cli.json({ out, width, height, ...spec });
      cli.out(`${out}  ${width} x ${height} px`);
    });
}

/** Every sheet names its maker, by which it is known again. */
const maker = 'looptwin';

function isOurs(path: string): boolean {
  const wanted = { what: 'contact sheet', where: path, cure: 'Give another name with --out' };
  return readBytes(path, wanted).includes(`Software\0${maker}`);
}

/** A path that says what will be in the file. */
function pngFrom(path: string): string {
  if (/\.png$/i.test(path)) return path;
  throw new InputError({
    what: 'a contact sheet is a PNG file',
    got: path,
    where: '--out',
    cure: `For example: --out ${path.replace(/\.[^./]*$/, '')}.png`,
  });
}
