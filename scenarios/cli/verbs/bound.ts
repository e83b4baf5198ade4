import type { Command } from 'commander';
import { InputError } from '../../errors.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import { isRegion } from '../../schema/load.ts';
import { type BoundRow, bounds } from '../../studies/bound/bound.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { addBackendOption, addWorldOptions, integer, type StudyOptions } from '../terminal/options.ts';
import { plusMinus, table } from '../terminal/table.ts';

const columns: Columns<BoundRow> = [
  ['perception', ({ name }) => name],
  ['EUR a run', ({ valueEur }) => plusMinus(valueEur, 2)],
  ['bound EUR', ({ boundEur }) => plusMinus(boundEur, 2)],
  ['information bound EUR', ({ informationEur }) => plusMinus(informationEur, 2)],
  ['with foresight EUR', ({ foresightEur }) => (foresightEur === null ? '' : plusMinus(foresightEur, 2))],
  ['gap %', ({ gap }) => plusMinus(gap, 1, 100)],
  ['true/believed gain', ({ calibration }) => calibration.toFixed(2)],
];

/** `looptwin bound`: how far each way of seeing stays below what could have been earned. */
export function addBoundVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('bound')
    .description(
      'play days and say how far each perception stays below what no policy can exceed, and below what its own eyes would allow',
    )
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addBackendOption(addWorldOptions(verb))
    .option('--replications <n>', 'number of days (default: 10)', integer(2, 1e6))
    .option('--no-cache', 'neither read nor write the cache')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin bound quickstart --replications 10')
    .action(async (scenario: string, options: StudyOptions) => {
      if (isRegion(scenario, cli.cwd))
        throw new InputError({
          what: 'this is a region; only a site with robots has these bounds',
          ...{ where: scenario, cure: 'Name a scenario of days, such as quickstart' },
        });
      const document = await bounds(scenario, { ...options, ...settingsOf(cli) });
      if (options.json) return cli.json(JSON.parse(JSON.stringify(document)));
      const { title, days, rows, noRobotEur } = document;
      cli.out(
        `${title}: ${days} runs, mean +- half-width of the 95 % interval; no robot ${plusMinus(noRobotEur, 2)} EUR a run\n`,
      );
      cli.out(table(...textsOf(columns, rows)));
      cli.out(
        '\nNo policy can exceed the bound on any of these days. The information bound holds on average, for policies that know no more than these eyes tell, as far as their beliefs are calibrated (true/believed gain 1: below 1 it lies too high, above 1 too low); where outputs are sold as one lot each, beliefs are calibrated on the twelve days after, lots are charged for missing their price steps by chance, and further looks for what they say. With foresight: an estimate of what a plan would bring that knew all that comes and the sky beforehand and looked at everything once, while lots turn out as chance has it; left out where first looks alone take more than the batteries give. Gap: share of information bound minus no robot that is not earned.',
      );
    });
}
