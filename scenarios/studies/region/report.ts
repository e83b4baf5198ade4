import { npx } from '../../command-line.ts';
import type { Row } from '../../record/table.ts';
import { textsOf } from '../../report/columns.ts';
import { num, text } from '../../report/draw.ts';
import { escapeHtml, figureHtml, optionalTable, pageFrame, tableHtml, tilesHtml } from '../../report/html.ts';
import { notBlindNotes, ruleColumns } from '../../report/rules.ts';
import type { Interval } from '../../stats/interval.ts';
import { provenanceHtml } from '../day/page.ts';
import { stoodOn, unseenNotes } from './arms.ts';
import { BOUND_KNOWS, boundariesOf, euros, REGION_EUR, tonnesCo2e, wayHead, wayOf } from './document.ts';
import {
  bestRows,
  circularityFigure,
  contentFigure,
  earnedFigure,
  flowsFigure,
  stocksFigure,
} from './figures.ts';
import type { RegionData } from './read.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const tonnes = (row: Row, column: string): string => euros(num(row, column) / 1000);

function scoreTable({ document }: RegionData): string {
  const boundaries = boundariesOf(document);
  const head = [
    ...[wayHead(document), 'sites EUR', 'gain EUR', 'bound EUR', 'regret EUR', 'region EUR'],
    ...['recycled', 'circularity', ...boundaries.map((boundary) => `t CO2e (${boundary})`)],
  ];
  const rows = document.routing.map((r) => [
    ...[r.name, euros(r.routingEur.mean), r.gainEur === null ? '' : euros(r.gainEur.mean)],
    ...[euros(r.boundEur.mean), euros(r.regretEur.mean), euros(r.regionEur.mean)],
    ...[percent(r.recycledContent.mean), r.circularity.mean.toFixed(3)],
    ...tonnesCo2e(r),
  ]);
  return tableHtml(`The same years under each ${wayOf(document)}`, head, rows);
}

/** The chain from a point of accuracy to euros a year; nothing where perceptions are not compared. */
function perceptionsTable({ document }: RegionData): string {
  const { perceptions } = document;
  if (!perceptions) return '';
  const head = [
    ...[
      'seen with',
      'material %',
      'region EUR/y',
      '95 %',
      'over trainings',
      'of which lines',
      'recycled',
      '95 %',
      'reused',
      'circularity',
    ],
    ...['TJ/y', 'step EUR/y', '95 %', 'points', 'EUR a point and year'],
  ];
  const span = ({ lo, hi, n }: Interval) => (n < 2 ? '-' : `${euros(lo)} to ${euros(hi)}`);
  const shares = ({ lo, hi, n }: Interval) => (n < 2 ? '-' : `${percent(lo)} to ${percent(hi)}`);
  const rows = perceptions.map((row) => [
    ...[
      row.name,
      (100 * row.accuracy).toFixed(1),
      euros(row.regionEurPerYear.mean),
      span(row.regionEurPerYear),
    ],
    row.regionEurOverTrainings === null ? '-' : span(row.regionEurOverTrainings),
    ...[euros(-row.linesEurPerYear), percent(row.recycledContent.mean), shares(row.recycledContent)],
    ...[percent(row.reuseShare.mean), row.circularity.mean.toFixed(3)],
    (row.energyJPerYear.mean / 1e12).toFixed(2),
    ...(row.step === null
      ? ['', '', '', '']
      : [
          ...[euros(row.step.regionEurPerYear.mean), span(row.step.regionEurPerYear)],
          row.step.points.toFixed(1),
          row.step.eurPerPointYear === null ? '-' : euros(row.step.eurPerPointYear),
        ]),
  ]);
  return tableHtml('From a point of accuracy to euros a year (each step against the line above)', head, rows);
}

/** What was expected as rules, and what became of it. */
function rulesTable({ document: { rules } }: RegionData): string {
  const note = notBlindNotes(rules);
  return optionalTable('What was expected, and what became of it', ...textsOf(ruleColumns, rules), { note });
}

/** The measured shifts that the sorting sites stand on; nothing where their tables were typed in. */
function sitesTable({ document }: RegionData): string {
  const { sites = [] } = document;
  if (sites.length === 0) return '';
  const rows = stoodOn(sites).map(({ places, scenario, perception, training, shifts, run, command }) => [
    ...[perception, String(training), scenario, String(shifts), places.join(', ')],
    ...[run.fingerprint.slice(0, 12), npx(command)],
  ]);
  const head = ['seen with', 'training', 'measured at', 'shifts', 'sorting sites', 'one of them'];
  const open = 'To open such a day from its sorting site in the viewer: npx looptwin view DIR --days.';
  const note = [open, ...unseenNotes(sites)].join(' ');
  return tableHtml(
    'The measured shifts that each sorting site stands on',
    [...head, 'which this plays'],
    rows,
    { note },
  );
}

function flowsTable(data: RegionData): string {
  const head = ['days', 'virgin t', 'recycled t', 'reused t', 'discarded t', 'market t', 'recovery t'];
  const rows = bestRows(data, 'flows').map((row) => [
    `${num(row, 'fromDay')}-${num(row, 'toDay')}`,
    ...['virginKg', 'recycledKg', 'reusedKg', 'givenUpKg', 'marketKg', 'recoveryKg', 'landfillKg'].map((c) =>
      tonnes(row, c),
    ),
    euros(num(row, 'routingEur')),
    euros(num(row, 'lots')),
  ]);
  return tableHtml(`Flows (${nameOf(data, 'flows')})`, [...head, 'landfill t', 'sites EUR', 'lots'], rows);
}

function stocksTable(data: RegionData): string {
  const kinds = ['use', 'maker', 'collection', 'transit', 'sorting', 'workshop', 'reprocessor'];
  const rows = bestRows(data, 'stocks').map((row) => [
    String(num(row, 'day')),
    ...kinds.map((kind) => tonnes(row, `${kind}Kg`)),
  ]);
  return tableHtml(
    `Stocks (${nameOf(data, 'stocks')})`,
    ['end of day', ...kinds.map((kind) => `${kind === 'use' ? 'in use' : kind} t`)],
    rows,
  );
}

const nameOf = (data: RegionData, table: string): string =>
  `${text(bestRows(data, table)[0] ?? {}, 'routing')}, price history ${data.document.replication}`;

function tiles({ document }: RegionData): string {
  const { balance, days, replications } = document;
  const facts: [string, string][] = [
    [`${(days / 365).toFixed(1)} years`, 'simulated day by day'],
    [String(replications), replications === 1 ? 'price history' : 'price histories'],
    [
      String(document.routing.length),
      `${document.perceptions ? 'ways of seeing' : 'routing policies'} at the same prices`,
    ],
    [
      Math.max(balance.mass, balance.energy, balance.money).toExponential(1),
      'largest residual of mass, energy and money',
    ],
  ];
  return tilesHtml(facts);
}

function provenance({ document, manifest }: RegionData): string {
  const { seed, replication, replications } = document;
  return provenanceHtml(document.fingerprint, manifest, {
    seeds: ['seed, replications', `${seed}, ${replication} and ${replications - 1} more`],
    carbon: `${manifest.carbon.unit}, boundary: ${manifest.carbon.boundaries.join('; ')}`,
    more: '',
  });
}

/** The report of a region as one self-contained HTML page. */
export function regionHtml(data: RegionData): string {
  const { document, manifest } = data;
  const { story, question } = manifest.scenario.values;
  const figures = [earnedFigure, contentFigure, flowsFigure, stocksFigure, circularityFigure].map((figure) =>
    figureHtml(figure(data)),
  );
  return pageFrame(
    document.title,
    `<p class="story">${escapeHtml(question || story)}</p>
<p class="finding">${escapeHtml(document.answer)}</p>
<div class="tiles">${tiles(data)}</div>
${scoreTable(data)}
<p class="story">Sites EUR: bale sales minus gate fees, transport and the clearing of final stocks. Gain: over ${escapeHtml(document.routing[0]?.name ?? '')}. ${REGION_EUR} ${BOUND_KNOWS}</p>
${perceptionsTable(data)}
${rulesTable(data)}
<div class="figures">${figures.join('\n')}</div>
${sitesTable(data)}
${flowsTable(data)}
${stocksTable(data)}
${provenance(data)}`,
  );
}
