import { isReference } from '../../../sim/site/reference.ts';
import { npx } from '../../command-line.ts';
import { type RegretRow, regretCauses } from '../../record/regret-file.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import type { Figure } from '../../report/draw.ts';
import {
  commandHtml,
  escapeHtml,
  factsHtml,
  figureHtml,
  pageFrame,
  tableHtml,
  tilesHtml,
} from '../../report/html.ts';
import { nextUseTables } from '../../report/next-use.ts';
import { causeWord } from '../../report/said.ts';
import { hourlyTable, moneyColumns, moneyNote, orDash } from '../worth/money-tables.ts';
import type { Manifest } from './manifest.ts';
import { wordComparison } from './paired.ts';
import type { ReportData } from './read.ts';
import { listed, type RobotRow } from './robots.ts';
import type { PerceptionRow, RunDocument } from './summary.ts';
import { outputShares, unfedOutputs } from './unfed.ts';

const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
const eur = (x: number) => x.toFixed(2);

const perceptionColumns: Columns<PerceptionRow> = [
  ['perception', (p) => p.name],
  ['material', (p) => percent(p.accuracy.material)],
  ['class', (p) => percent(p.accuracy.class)],
  ['family', (p) => percent(p.accuracy.family)],
  ['purity', (p) => percent(p.purity)],
  ['recovery', (p) => percent(p.recovery)],
  ['EUR', (p) => eur(p.valueEur)],
  ['kgCO2e', (p) => p.co2eKg.toFixed(1)],
  ['J/item', (p) => p.energyJPerItem.toFixed(1)],
  ['downtime s', (p) => p.downtimeS.toFixed(0)],
  ['regret EUR', (p) => (isReference(p.name) ? '-' : eur(p.regretEur))],
];

function perceptionTable({ document: { perceptions } }: ReportData): string {
  return tableHtml('The same day under each perception', ...textsOf(perceptionColumns, perceptions));
}

const maintenanceColumns: Columns<RunDocument['maintenance'][number]> = [
  ['policy', (m) => m.name],
  ['EUR', (m) => eur(m.valueEur)],
  ['of which maintenance EUR', (m) => eur(-m.maintenanceEur)],
  ['failures', (m) => String(m.failures)],
  ['visits', (m) => String(m.visits)],
  ['downtime s', (m) => m.downtimeS.toFixed(0)],
  ['regret EUR', (m) => eur(m.regretEur)],
];

function maintenanceTable({ document: { maintenance } }: ReportData): string {
  const caption = `Maintenance policies (${maintenance[0]?.perception ?? ''})`;
  return tableHtml(caption, ...textsOf(maintenanceColumns, maintenance));
}

function moneyTables({ document }: ReportData): string {
  const { perceptions, startHour, money: terms } = document;
  const money = tableHtml('What each arm earns, and whether it pays', ...textsOf(moneyColumns, perceptions));
  const hourly = tableHtml(
    'Throughput by hour',
    ...hourlyTable(perceptions, { startHour, runDays: terms.runDays }),
  );
  const told = `${money}<p class="story">${escapeHtml(moneyNote(document))}</p>`;
  return `${told}${hourly}`;
}

const outputColumns = (unfed: ReadonlySet<string>): Columns<PerceptionRow['outputs'][number]> => [
  ['output', (o) => o.id],
  ['items', (o) => String(o.count)],
  ['kg', (o) => o.massKg.toFixed(2)],
  ['purity', (o) => outputShares(o, unfed, percent).purity],
  ['recovery', (o) => outputShares(o, unfed, percent).recovery],
  ['EUR/kg', (o) => (o.massKg > 0 ? eur(o.priceEurPerKg) : '-')],
  ['EUR', (o) => eur(o.valueEur)],
  ['kgCO2e', (o) => o.co2eKg.toFixed(2)],
];

function outputTable({ document, manifest }: ReportData): string {
  const main = manifest.variants.find((v) => v.main)?.perception;
  const outputs = document.perceptions.find((p) => p.name === main)?.outputs ?? [];
  const columns = outputColumns(unfedOutputs(manifest.scenario.values));
  return tableHtml(`Outputs (${main})`, ...textsOf(columns, outputs));
}

const robotColumns: Columns<RobotRow> = [
  ['robot', (r) => r.id],
  ['sees with', (r) => listed(r.networks)],
  ['senses', (r) => listed(r.senses)],
  ['board', (r) => listed(r.boards)],
  ['looks', (r) => String(r.looks)],
  ['J/look sensing', (r) => r.senseJPerLook.toFixed(3)],
  ['J/look thinking', (r) => r.inferJPerLook.toFixed(4)],
  ['sensor parts, EUR', (r) => r.partsEur.toFixed(0)],
  ['busy', (r) => percent(r.busyShare)],
  ['adds EUR a day', (r) => orDash(r.addsEur, 2)],
  ['costs EUR a day', (r) => orDash(r.costsEur, 2)],
];

function robotTable({ document: { robots }, manifest }: ReportData): string {
  const main = manifest.variants.find((v) => v.main)?.perception;
  return tableHtml(`Robots (${main})`, ...textsOf(robotColumns, robots));
}

function tiles({ document }: ReportData): string {
  const { balance } = document;
  const residual = Math.max(balance.mass, balance.energy, balance.money);
  const facts: [string, string][] = [
    [String(document.items), 'items'],
    [`${document.massKg.toFixed(1)} kg`, 'arrived'],
    [`${(document.durationS / 3600).toFixed(1)} h`, 'simulated'],
    [`EUR ${eur(document.boundEur)}`, 'bound: no policy can earn more'],
    [residual.toExponential(1), 'largest residual of mass, energy and money'],
  ];
  return tilesHtml(facts);
}

const lostColumns: Columns<RegretRow> = [
  ['perception', ({ name }) => name],
  ...regretCauses.map((cause) => [causeWord(cause), ({ causes }: RegretRow) => eur(causes[cause])] as const),
  ['all', ({ regretEur }) => eur(regretEur)],
];

/** Regret by cause, where `looptwin regret` has left its answer in the folder. */
function lostTable({ regret }: ReportData): string {
  if (regret?.state !== 'kept') return '';
  return tableHtml('EUR lost to what', ...textsOf(lostColumns, regret.document.rows));
}

/** What of a manifest says how its run is repeated. */
type Asked = Pick<Manifest, 'own'> & { readonly command: string | undefined };

/**
 * How a run is repeated: the whole command line. Folders of earlier versions hold none, and functions of a program are not in any.
 */
export function runAgainHtml({ command, own }: Asked): string {
  const verify =
    'To repeat this run exactly and compare the results, use <code>npx looptwin verify DIR</code>.';
  if (own !== undefined)
    return 'It was played with functions of a program, which no command line holds: run that program again.';
  if (command === undefined)
    return `${verify} The command line that made it was not kept; manifest.json holds the value of each setting.`;
  return `${verify} To run the scenario again with all that was set, use ${commandHtml(npx(command))}.`;
}

/** What made a run, and the commands that repeat it; `more` tells of further ones. */
export function provenanceHtml(
  fingerprint: string,
  {
    engine,
    scenario,
    random,
    ...asked
  }: Pick<Manifest, 'engine' | 'random'> & Asked & { readonly scenario: ScenarioFacts },
  own: { readonly seeds: readonly [string, string]; readonly carbon: string; readonly more: string },
): string {
  const facts: (readonly [string, string])[] = [
    ['fingerprint', fingerprint],
    ['scenario', `${scenario.name} (${scenario.hash.slice(0, 16)})`],
    own.seeds,
    [
      'engine',
      `looptwin ${engine.version}, code ${engine.codeHash}${engine.dirty ? ' (changed since its commit)' : ''}`,
    ],
    ['random numbers', random.generator],
    ['carbon', own.carbon],
  ];
  return `<section class="wide"><h2>How to repeat this run</h2>
<p>${runAgainHtml(asked)} ${own.more}To redraw this page, use <code>npx looptwin report DIR</code>.</p>
${factsHtml(facts)}</section>`;
}

type ScenarioFacts = Pick<Manifest['scenario'], 'name' | 'hash'>;

function provenance({ document, manifest }: ReportData): string {
  return provenanceHtml(document.fingerprint, manifest, {
    seeds: ['seed, replication', `${document.seed}, ${document.replication}`],
    carbon: `${manifest.carbon.unit}, boundary: ${manifest.carbon.boundary}`,
    more: 'To watch the run, use <code>npx looptwin view DIR</code>. ',
  });
}

/** The whole page of a day. */
export function pageHtml(data: ReportData, figures: readonly Figure[]): string {
  const { document, manifest } = data;
  const { story, question } = manifest.scenario.values;
  return pageFrame(
    document.title,
    `<p class="story">${escapeHtml(question || story)}</p>
<p class="finding">${escapeHtml(document.finding)}</p>
<div class="tiles">${tiles(data)}</div>
${perceptionTable(data)}
<ul class="story">${document.networks.map((n) => `<li>${escapeHtml(wordComparison(n))}</li>`).join('')}</ul>
<div class="figures">${figures.map(figureHtml).join('\n')}</div>
${lostTable(data)}
${moneyTables(data)}
${outputTable(data)}
${nextUseTables(document.perceptions)
  .map((one) => tableHtml(...one))
  .join('\n')}
${robotTable(data)}
${maintenanceTable(data)}
${provenance(data)}`,
  );
}
