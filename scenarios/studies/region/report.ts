import type { Row } from '../../record/table.ts';
import { num, text } from '../../report/draw.ts';
import { escapeHtml, figureHtml, pageFrame, tableHtml, tilesHtml } from '../../report/html.ts';
import { provenanceHtml } from '../day/page.ts';
import { boundariesOf, euros, REGION_EUR, tonnesCo2e } from './document.ts';
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
    ...['routing', 'sites EUR', 'gain EUR', 'bound EUR', 'regret EUR', 'region EUR'],
    ...['recycled', 'circularity', ...boundaries.map((boundary) => `t CO2e (${boundary})`)],
  ];
  const rows = document.routing.map((r) => [
    ...[r.name, euros(r.routingEur.mean), r.gainEur === null ? '' : euros(r.gainEur.mean)],
    ...[euros(r.boundEur.mean), euros(r.regretEur.mean), euros(r.regionEur.mean)],
    ...[percent(r.recycledContent.mean), r.circularity.mean.toFixed(3)],
    ...tonnesCo2e(r),
  ]);
  return tableHtml('The same years under each routing policy', head, rows);
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
    [String(document.routing.length), 'routing policies at the same prices'],
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
<p class="story">Sites EUR: bale sales minus gate fees, transport and the clearing of final stocks. Gain: over ${escapeHtml(document.routing[0]?.name ?? '')}. ${REGION_EUR} Bound: all prices known, every lot sold at the price its purity earns, within capacities.</p>
<div class="figures">${figures.join('\n')}</div>
${flowsTable(data)}
${stocksTable(data)}
${provenance(data)}`,
  );
}
