import type { Command } from 'commander';
import { InputError } from '../../errors.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import { isRegion } from '../../schema/load.ts';
import type { Interval } from '../../stats/interval.ts';
import type { PaysDocument, PaysRow, RobotRow } from '../../studies/pays/document.ts';
import { pays } from '../../studies/pays/pays.ts';
import { paybackText, pricesText } from '../../studies/worth/economics.ts';
import { hourlyTable, keepText, meansText } from '../../studies/worth/money-tables.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { addBackendOption, addWorldOptions, integer, type StudyOptions } from '../terminal/options.ts';
import { plusMinus, table } from '../terminal/table.ts';

const given = (interval: Interval | null) => interval ?? undefined;

const armColumns: Columns<PaysRow> = [
  ['arm', ({ name }) => name],
  ['EUR a day', ({ dayEur }) => plusMinus(dayEur, 2)],
  ['EUR a tonne', ({ eurPerTonne }) => plusMinus(eurPerTonne, 1)],
  ['kgCO2e', ({ co2eKg }) => co2eKg.toFixed(1)],
  ['sorted kg/h', ({ sortedKgPerH }) => plusMinus(sortedKgPerH, 1)],
  ['gain EUR a day', ({ gainEur }) => plusMinus(gainEur, 2)],
  ['capital EUR', ({ capitalEur }) => capitalEur.toFixed(0)],
  ['net present value EUR', ({ npvEur }) => plusMinus(npvEur, 0)],
  ['payback years', ({ payback }) => paybackText(payback)],
  [
    'pays at prices x',
    ({ breakEvenPrices }) => pricesText(breakEvenPrices?.mean, plusMinus(given(breakEvenPrices), 2)),
  ],
  ['and at a wage of', ({ breakEvenWageEur }) => plusMinus(given(breakEvenWageEur), 2) || '-'],
];

const robotColumns: Columns<RobotRow> = [
  ['robot', ({ id }) => id],
  ['busy %', ({ busyShare }) => plusMinus(busyShare, 1, 100)],
  ['adds EUR a day', ({ addsEur }) => plusMinus(given(addsEur), 2) || '-'],
  ['costs EUR a day', ({ costsEur }) => costsEur.toFixed(2)],
];

function paysText({
  title,
  days,
  runDays,
  startHour,
  arms,
  main,
  robots,
  money,
  answer,
}: PaysDocument): string {
  const { lifeYears, interest, daysPerYear, picker } = money;
  return [
    `${title}: ${days} ${runDays === 1 ? 'days' : 'runs'}`,
    '',
    table(...textsOf(armColumns, arms)),
    '',
    table(...hourlyTable(arms, { startHour, runDays })),
    '',
    `Robots of ${main}:`,
    table(...textsOf(robotColumns, robots)),
    '',
    `${meansText(runDays)}Gains are held against no-robot, on the same days. Money: EUR without VAT, ${lifeYears} years of ${daysPerYear} such days at ${(100 * interest).toFixed(1)} % interest${keepText(money)}; a picker costs EUR ${picker.eurPerHour.toFixed(2)} an hour.`,
    'A robot beats the picker where a picker costs more than "and at a wage of", EUR an hour.',
    '',
    answer,
  ].join('\n');
}

/** `looptwin pays`: the same days with nobody, a person and the robots, and what buying them is worth. */
export function addPaysVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('pays')
    .description(
      'play the same days with nobody, with a person at the belt and with the robots, and say whether buying them pays',
    )
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addBackendOption(addWorldOptions(verb))
    .option('--replications <n>', 'number of days (default: 5)', integer(2, 1e6))
    .option('--no-cache', 'neither read nor write the cache')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin pays quickstart --set picker.eurPerHour=12')
    .action(async (scenario: string, options: StudyOptions) => {
      if (isRegion(scenario, cli.cwd))
        throw new InputError({
          what: 'this is a region; only a site with robots can be held against one without',
          ...{ where: scenario, cure: 'Name a scenario of days, such as quickstart' },
        });
      const document = await pays(scenario, { ...options, ...settingsOf(cli) });
      if (options.json) cli.json(JSON.parse(JSON.stringify(document)));
      else cli.out(paysText(document));
    });
}
