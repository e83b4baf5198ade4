import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { GateError, InputError } from '../../errors.ts';
import { isRegion } from '../../schema/load.ts';
import { readSiteFile } from '../../schema/region/read-site.ts';
import type { SiteFile } from '../../schema/region/site-file.ts';
import { writeOutput } from '../../store/leftovers.ts';
import {
  type Agreement,
  againstSite,
  LIMIT_EUR,
  LIMIT_KG,
  LIMIT_REUSE,
} from '../../studies/measure/against.ts';
import { refuseForeign } from '../../studies/measure/comparable.ts';
import { measure, siteJson } from '../../studies/measure/measure.ts';
import { factorsOf, LOADS, type MeasurePlan, planMeasure } from '../../studies/measure/plan.ts';
import { type Cli, settingsOf, shownPath } from '../terminal/context.ts';
import { addBackendOption, addWorldOptions, integer, type StudyOptions } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';

interface Options extends Omit<StudyOptions, 'out'> {
  readonly loads?: number;
  readonly factors?: readonly number[];
  readonly shifts?: number;
  readonly perceptions?: readonly string[];
  readonly trainings?: number;
  readonly specimens?: number;
  readonly against?: string;
  readonly out?: string;
}

/** Reads `0.5,1,2`: rising numbers above 0. */
function risingFactors(text: string): number[] {
  const factors = text.split(',').map(Number);
  const rising = factors.every((factor, i) => factor > (factors[i - 1] ?? 0) && factor <= 100);
  if (text.trim() !== '' && rising) return factors;
  throw new InvalidArgumentError('it must be rising numbers from above 0 to 100, such as 0.5,1,2.');
}

const percent = (x: number) => (100 * x).toFixed(1);

function siteText(site: SiteFile): string {
  const rows = site.measured.flatMap(({ perception, training, loads }) =>
    loads.map(({ loadKgPerH, shifts, accuracy, cells, perHour, believed }) => {
      const outputs = Object.keys(cells);
      const [purity, belief] = (['purity', 'believed'] as const).map((of) =>
        outputs.reduce((sum, id) => sum + (believed[id]?.[of] ?? 1) / outputs.length, 0),
      );
      const { revenueEur, costEur, robotJ, downtimeS } = perHour;
      return [
        ...[perception, String(training), loadKgPerH.toFixed(2), String(shifts), percent(accuracy.mean)],
        ...[percent(purity ?? 1), percent(belief ?? 1)],
        ...[(revenueEur.mean - costEur.mean).toFixed(3), revenueEur.sd.toFixed(3), robotJ.mean.toFixed(0)],
        downtimeS.mean.toFixed(0),
      ];
    }),
  );
  const head = [
    ...['perception', 'training', 'kg/h', 'shifts', 'material %', 'purity %', 'believed %'],
    ...['EUR/h', '+- EUR/h', 'robots J/h', 'down s/h'],
  ];
  return [
    `${site.title}: measured in shifts of ${site.hours} h, ${site.materials.length} materials by condition to ${site.outputs.length} outputs`,
    '',
    table(head, rows),
    '',
    'Purity and what the robots believed of it: mean of the outputs. +- EUR/h: standard deviation of the revenue from shift to shift.',
  ].join('\n');
}

function againstText(agreements: readonly Agreement[]): string {
  const rows = agreements.map((a) => [
    ...[a.perception, String(a.training), a.loadKgPerH.toFixed(2)],
    ...[`${percent(a.worstKg)} (${a.worstOutput})`, percent(a.eur), percent(a.reuseKg)],
    a.holds ? 'yes' : 'no',
  ]);
  return [
    'Shifts as they were played, less what the measured site says of their feed:',
    '',
    table(
      [
        'perception',
        'training',
        'kg/h',
        'worst output, % of feed',
        'EUR, % of turnover',
        'reuse kg, %',
        'holds',
      ],
      rows,
    ),
    '',
    `Holds: kilograms of each output within ${percent(LIMIT_KG)} % of the feed and EUR within ${percent(LIMIT_EUR)} % of the turnover, kilograms in condition for reuse within ${percent(LIMIT_REUSE)} %.`,
  ].join('\n');
}

/** An earlier measurement, and the file that it was read from. */
interface Earlier {
  readonly file: string;
  readonly earlier: SiteFile;
}

/** Reads what shifts are to be held against, and refuses it before they are played if it cannot tell of them. */
function readEarlier(cli: Cli, file: string, { scenario, loads }: MeasurePlan): Earlier {
  const earlier = readSiteFile(resolve(cli.cwd, file), file);
  const materials = scenario.feed.materials.map(({ materialId }) => materialId);
  const outputs = scenario.outputs.map(({ id }) => id);
  refuseForeign(earlier, { materials, outputs, ways: loads }, `--against ${file}`);
  return { file, earlier };
}

/** Says how well an earlier measurement tells of these shifts; throws GateError where it does not. */
function checkAgainst(cli: Cli, { file, earlier }: Earlier, site: SiteFile, json: boolean): void {
  const agreements = againstSite(earlier, site);
  if (json) cli.json(agreements.map((agreement) => ({ ...agreement })));
  else cli.out(againstText(agreements));
  const off = agreements.filter(({ holds }) => !holds);
  if (off.length > 0)
    throw new GateError(`${file} does not tell of ${off.length} of ${agreements.length} of these loads`);
}

/** Plays the shifts that are asked for and writes, prints or compares what was measured. Throws InputError before the first of them. */
async function measureVerb(cli: Cli, scenario: string, options: Options): Promise<void> {
  if (isRegion(scenario, cli.cwd))
    throw new InputError({
      what: 'this is a region; only a site with robots can be measured',
      ...{ where: scenario, cure: 'Name a scenario of days, such as quickstart' },
    });
  const { loads, factors = factorsOf(loads ?? LOADS), out, against, ...rest } = options;
  const asked = { ...rest, factors, ...settingsOf(cli) };
  // One shift of each load says what all of them are of.
  const planned = () => planMeasure(scenario, { ...asked, shifts: 1 }, rest.backend);
  const earlier = against === undefined ? null : readEarlier(cli, against, planned());
  const site = await measure(scenario, asked);
  if (out !== undefined) {
    writeOutput(resolve(cli.cwd, out), `${siteJson(site)}\n`);
    cli.note(`wrote ${shownPath(resolve(cli.cwd, out), cli.cwd)}`);
  }
  if (earlier !== null) return checkAgainst(cli, earlier, site, options.json === true);
  if (options.json) cli.json(JSON.parse(JSON.stringify(site)));
  else cli.out(siteText(site));
}

/** `looptwin measure`: shifts at several loads, and what a region needs to know of the site. */
export function addMeasureVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('measure')
    .description(
      'play shifts of a site at several loads and write what a region needs to know of it: where each material goes by its condition, and at what cost',
    )
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addBackendOption(addWorldOptions(verb))
    .option(
      '--loads <n>',
      `number of loads, from half the rate to twice (default: ${LOADS}, a factor of 1.4 apart; fewer are too far apart where batteries run out)`,
      integer(1, 50),
    )
    .option(
      '--factors <list>',
      'the loads themselves, as factors of the rate: 0.5,0.7,1,1.4,2',
      risingFactors,
    )
    .option('--shifts <n>', 'shifts of each load (default: 20)', integer(2, 1e5))
    .option(
      '--perceptions <list>',
      'ways of seeing, with commas between (default: those of the scenario)',
      (text) => text.split(',').map((name) => name.trim()),
    )
    .option(
      '--trainings <n>',
      'how often networks are trained, each with a seed of its own (default: 1)',
      integer(1, 1000),
    )
    .option(
      '--specimens <n>',
      'pool of pieces that all shifts draw from; 0 = every piece is new (default: 600)',
      integer(0, 1e6),
    )
    .option('--out <file>', 'write the measured site here (default: only print it)')
    .option('--against <site.json>', 'say how well an earlier measurement tells of these shifts')
    .option('--no-cache', 'neither read nor write the cache')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      '\nExample: looptwin measure quickstart --loads 5 --shifts 20 --perceptions distilled,teacher --out site.json',
    )
    .action((scenario: string, options: Options) => measureVerb(cli, scenario, options));
}
