import type { Command } from 'commander';
import type { JsonValue } from '../../../sim/record/json.ts';
import { type LeftOut, type RegretRow, regretCauses } from '../../record/regret-file.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import { certainText, leftOutTexts } from '../../studies/regret/left-out.ts';
import { regretOf } from '../../studies/regret/regret.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { integer } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';
import { runFolder } from './folder-verbs.ts';

const columns: Columns<RegretRow> = [
  ['EUR lost to', ({ name }) => name],
  ...regretCauses.map((cause) => [cause, ({ causes }: RegretRow) => causes[cause].toFixed(2)] as const),
  ['all', ({ regretEur }) => regretEur.toFixed(2)],
];

const leftOutColumns = (regretEur: number): Columns<LeftOut> => [
  ['left out of the certain bound', ({ what }) => what],
  ['EUR lost to it', (row) => leftOutTexts(row, regretEur)[0]],
  ['% of what is lost', (row) => leftOutTexts(row, regretEur)[1]],
  ['counted by the information bound', ({ informed }) => (informed ? 'yes' : 'no')],
];

/** `looptwin regret <dir>`: what a run lost to which limit, whatever the order in which limits are taken away. */
export function addRegretVerb(program: Command, cli: Cli): void {
  program
    .command('regret')
    .description(
      'split what a run lost by cause: its day is played again without each set of limits, and each limit gets its mean share over all orders; the answer is kept in the run, and viewer and report show it',
    )
    .argument('<dir>', 'run folder of a day')
    .option('--no-cache', 'play all days again: neither the cache nor a kept answer is used')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin regret runs/quickstart-1a2b3c4d')
    .action(async (dir: string, options: { cache: boolean; workers?: number; json?: boolean }) => {
      const document = await regretOf(runFolder(cli, dir), { ...options, ...settingsOf(cli) });
      if (options.json) return cli.json(JSON.parse(JSON.stringify(document)) as JsonValue);
      cli.out(table(...textsOf(columns, document.rows)));
      cli.out(
        `\nEach is a Shapley value: the mean of what taking the limit away brings, over all orders. Together with planning they add up to the bound without limits, EUR ${document.freeBoundEur.toFixed(2)}, minus the day's value.`,
      );
      cli.out(document.answer);
      const { certain } = document;
      if (certain === undefined) return;
      cli.out(`\n${table(...textsOf(leftOutColumns(certain.regretEur), certain.leftOut))}`);
      cli.out(
        `\nEach is how much less ${certain.name} loses against the certain bound where that alone costs nothing; they overlap, and do not add up. ${certainText(certain)}`,
      );
    });
}
