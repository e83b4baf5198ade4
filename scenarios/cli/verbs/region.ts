import { textsOf } from '../../report/columns.ts';
import { ruleColumns } from '../../report/rules.ts';
import { expectedText } from '../../schema/reading/expectations.ts';
import type { Interval } from '../../stats/interval.ts';
import { stoodOn, unseenNotes } from '../../studies/region/arms.ts';
import {
  BOUND_KNOWS,
  bestOf,
  boundariesOf,
  euros,
  REGION_EUR,
  type RegionDocument,
  type RoutingEstimate,
  tonnesCo2e,
  wayHead,
} from '../../studies/region/document.ts';
import { runRegionToFolder } from '../../studies/region/region.ts';
import { type Cli, settingsOf, shellPath, shownPath } from '../terminal/context.ts';
import type { StudyOptions } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';

const shown = ({ mean, halfWidth, n }: Interval): string =>
  n < 2 ? euros(mean) : `${euros(mean)} +- ${euros(halfWidth)}`;

/** The printed answer of a region. */
export function regionText(document: RegionDocument): string {
  const { title, question, expected, days, replications, routing, balance, answer, fingerprint, rules } =
    document;
  const boundaries = boundariesOf(document);
  const head = [
    wayHead(document),
    'sites EUR',
    'gain EUR',
    'regret EUR',
    'region EUR',
    'recycled %',
    'circularity',
  ];
  const rows = routing.map((r) => [
    r.name,
    shown(r.routingEur),
    r.gainEur === null ? '' : shown(r.gainEur),
    shown(r.regretEur),
    shown(r.regionEur),
    (100 * r.recycledContent.mean).toFixed(1),
    r.circularity.mean.toFixed(3),
    ...tonnesCo2e(r),
  ]);
  const worst = Math.max(balance.mass, balance.money, balance.energy).toExponential(1);
  return [
    `${title}: ${days} days${replications > 1 ? `, ${replications} price histories, mean +- half-width of the 95 % interval` : ''}`,
    ...(question ? [question] : []),
    '',
    table([...head, ...boundaries.map((_, i) => `t CO2e (${i + 1})`)], rows),
    '',
    `Sites EUR: bale sales minus gate fees, transport and the clearing of final stocks. Gain: over ${routing[0]?.name}, at the same prices.`,
    BOUND_KNOWS,
    REGION_EUR,
    'Recycled %: share of the material used by makers that was recycled.',
    ...boundaries.map((boundary, i) => `t CO2e (${i + 1}): ${boundary}.`),
    `Mass, money and energy balance to within ${worst} (relative).`,
    '',
    circularityText(bestOf(routing)),
    ...perceptionsText(document),
    ...sitesText(document),
    '',
    ...steadyText(routing),
    ...(expected ? [expectedText(document.scenario, expected)] : []),
    ...(rules.length > 0 ? [table(...textsOf(ruleColumns, rules))] : []),
    '',
    answer,
    '',
    `fingerprint ${fingerprint}`,
  ].join('\n');
}

const millions = (interval: Interval): string =>
  interval.n < 2
    ? (interval.mean / 1e6).toFixed(3)
    : `${(interval.mean / 1e6).toFixed(3)} +- ${(interval.halfWidth / 1e6).toFixed(3)}`;

/** What each way of seeing brings, and what a point of it is worth on the way from one to the next. */
function perceptionsText({ perceptions }: RegionDocument): string[] {
  if (perceptions === null) return [];
  const head = [
    ...[
      'seen with',
      'material %',
      'region M EUR/y',
      'over trainings',
      'sites M EUR/y',
      'lines M EUR/y',
      'recycled %',
      'reused %',
    ],
    ...['TJ/y', 'step M EUR/y', 'points', 'EUR a point and year'],
  ];
  const rows = perceptions.map((row) => [
    ...[row.name, (100 * row.accuracy).toFixed(1), millions(row.regionEurPerYear)],
    row.regionEurOverTrainings === null ? '-' : millions(row.regionEurOverTrainings),
    ...[millions(row.sitesEurPerYear), (row.linesEurPerYear / 1e6).toFixed(3)],
    (100 * row.recycledContent.mean).toFixed(1),
    ...[(100 * row.reuseShare.mean).toFixed(2), (row.energyJPerYear.mean / 1e12).toFixed(2)],
    row.step === null ? '' : millions(row.step.regionEurPerYear),
    row.step === null ? '' : row.step.points.toFixed(1),
    row.step === null ? '' : row.step.eurPerPointYear === null ? '-' : euros(row.step.eurPerPointYear),
  ]);
  return [
    '',
    'What robots see with, and what it brings the whole region a year, the least first (lines: what robots, sensors and belts cost of it; step: against the line above, at the same prices):',
    '',
    table(head, rows),
  ];
}

const placesText = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`;

/** The measured shifts behind the sorting sites, once for all sites that stand on the same. */
function sitesText({ sites }: RegionDocument): string[] {
  if (sites.length === 0) return [];
  const rows = stoodOn(sites).map(({ places, perception, training, scenario, shifts, run, command }) => [
    ...[placesText(places), perception, String(training), scenario, String(shifts)],
    ...[run.fingerprint.slice(0, 12), command],
  ]);
  const head = [
    'sorting site',
    'seen with',
    'training',
    'measured at',
    'shifts',
    'one of them',
    'which this plays',
  ];
  return ['', 'Sorting sites stand on measured shifts:', '', table(head, rows), ...unseenNotes(sites)];
}

/** Which months are warm-up: a region starts with empty stores and then runs steadily; a site's day begins and ends. */
function steadyText(routing: readonly RoutingEstimate[]): string[] {
  const told = routing.flatMap(({ name, steady }) => {
    if (steady === null) return [];
    const { months, deletedMonths, feedKgPerMonth, tooShort } = steady;
    const rest = tooShort
      ? 'not steady yet: longer years would tell'
      : `then ${euros(feedKgPerMonth)} kg a month`;
    return [`${name}: first ${deletedMonths} of ${months} months deleted, ${rest}`];
  });
  return told.length === 0 ? [] : ['Warm-up of the recycled feed that makers use, by MSER-5:', ...told, ''];
}

/** The indicator of each material's products, three to a line. */
function circularityText({ name, circularity, circularityByMaterial }: RoutingEstimate): string {
  const cells = Object.entries(circularityByMaterial)
    .sort((a, b) => b[1] - a[1])
    .map(([id, indicator]) => [id, indicator.toFixed(3)]);
  const lines = Math.ceil(cells.length / 3);
  const rows = Array.from({ length: lines }, (_, line) =>
    [0, 1, 2].flatMap((column) => cells[line + column * lines] ?? ['', '']),
  );
  return [
    `Material Circularity Indicator under ${name}: ${circularity.mean.toFixed(3)} over all products (0.1 = linear, 1 = closed), by material:`,
    '',
    table(['material', 'indicator', 'material', 'indicator', 'material', 'indicator'], rows),
  ].join('\n');
}

/** Plays a region scenario, writes its run folder (`--out`) and prints its answer. */
export async function runRegionVerb(
  cli: Cli,
  scenario: string,
  options: StudyOptions,
): Promise<RegionDocument> {
  const { document, folder } = await runRegionToFolder(scenario, { ...options, ...settingsOf(cli) });
  const shown = shownPath(folder, cli.cwd);
  if (options.json) cli.json(document);
  else
    cli.out(`${regionText(document)}\nreport: ${shown}/report.html\nnpx looptwin view ${shellPath(shown)}`);
  return document;
}
