import type { Command } from 'commander';
import { isReference } from '../../../sim/site/reference.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import { nextUseTables } from '../../report/next-use.ts';
import { isRegion, loadScenario } from '../../schema/load.ts';
import { runLoaded } from '../../studies/day/day.ts';
import { wordComparison } from '../../studies/day/paired.ts';
import { listed, type RobotRow } from '../../studies/day/robots.ts';
import type { PerceptionRow, RunDocument } from '../../studies/day/summary.ts';
import { outputShares, unfedOutputs } from '../../studies/day/unfed.ts';
import { hourlyTable, moneyColumns, moneyNote, orDash } from '../../studies/worth/money-tables.ts';
import { type Cli, settingsOf, shellPath, shownPath } from '../terminal/context.ts';
import {
  addBackendOption,
  addStaleOption,
  addWorldOptions,
  integer,
  refuseBackend,
  type StudyOptions,
} from '../terminal/options.ts';
import { table } from '../terminal/table.ts';
import { runRegionVerb } from './region.ts';

const percent = (x: number) => (100 * x).toFixed(1);

const perceptionColumns: Columns<PerceptionRow> = [
  ['perception', (p) => p.name],
  ['material %', (p) => percent(p.accuracy.material)],
  ['class %', (p) => percent(p.accuracy.class)],
  ['family %', (p) => percent(p.accuracy.family)],
  ['purity %', (p) => percent(p.purity)],
  ['recovery %', (p) => percent(p.recovery)],
  ['EUR', (p) => p.valueEur.toFixed(2)],
  ['kgCO2e', (p) => p.co2eKg.toFixed(1)],
  ['J/item', (p) => p.energyJPerItem.toFixed(1)],
  ['moving %', (p) => percent(p.energyShareByState.MOVE)],
  ['downtime s', (p) => p.downtimeS.toFixed(0)],
  ['regret EUR', (p) => (isReference(p.name) ? '-' : p.regretEur.toFixed(2))],
];

function outputTable({ perceptions }: RunDocument, unfed: ReadonlySet<string>): string {
  const isBin = (o: { id: string }) => o.id !== 'residue';
  const outputs = perceptions[0]?.outputs.filter(isBin).map((o) => o.id) ?? [];
  const head = ['purity / recovery %', ...outputs];
  const rows = perceptions.filter(sorts).map((p) => [
    p.name,
    ...p.outputs.filter(isBin).map((o) => {
      const { purity, recovery } = outputShares(o, unfed, (share) => (100 * share).toFixed(0));
      return `${purity} / ${recovery}`;
    }),
  ]);
  return table(head, rows);
}

/** False for an arm in which nobody works. */
const sorts = ({ sortedKg }: PerceptionRow) => sortedKg > 0;

const maintenanceColumns: Columns<RunDocument['maintenance'][number]> = [
  ['maintenance', (m) => m.name],
  ['EUR', (m) => m.valueEur.toFixed(2)],
  ['of which maintenance EUR', (m) => (-m.maintenanceEur).toFixed(2)],
  ['failures', (m) => String(m.failures)],
  ['visits', (m) => String(m.visits)],
  ['downtime s', (m) => m.downtimeS.toFixed(0)],
  ['regret EUR', (m) => m.regretEur.toFixed(2)],
];

const robotColumns: Columns<RobotRow> = [
  ['robot', (r) => r.id],
  ['sees with', (r) => listed(r.networks)],
  ['senses', (r) => listed(r.senses)],
  ['board', (r) => listed(r.boards)],
  ['looks', (r) => String(r.looks)],
  ['sensing J/look', (r) => r.senseJPerLook.toFixed(3)],
  ['thinking J/look', (r) => r.inferJPerLook.toFixed(4)],
  ['sensor parts EUR', (r) => r.partsEur.toFixed(0)],
  ['busy %', (r) => percent(r.busyShare)],
  ['adds EUR a day', (r) => orDash(r.addsEur, 2)],
  ['costs EUR a day', (r) => orDash(r.costsEur, 2)],
];

/** What the euros of an answer are worth. */
function wordMoney({ prices, country, year, currency, eurPerUnit, vat }: RunDocument['money']): string {
  const rate = currency === 'EUR' ? '' : `, ${currency} 1 = EUR ${eurPerUnit}`;
  return `Money: EUR at prices of ${country} in ${year} (${prices}${rate}), VAT ${vat}.`;
}

/** Joules of the mains beside those of the batteries, which the table says. */
function wordMains({ perceptions }: RunDocument): string {
  const worked = perceptions.at(-1);
  return `J/item is what robots took from batteries; from the mains came ${(worked?.mainsJPerItem ?? 0).toFixed(1)} J an item.`;
}

/** The printed answer of a run; `unfed` = outputs that nothing of the feed belongs in. */
export function runText(
  document: RunDocument,
  folder: string,
  unfed: ReadonlySet<string> = new Set(),
): string {
  const { title, items, massKg, durationS, boundEur, freeBoundEur, balance } = document;
  const hours = (durationS / 3600).toFixed(1);
  const worst = Math.max(balance.mass, balance.energy, balance.money).toExponential(1);
  return [
    `${title}: ${items} items, ${massKg.toFixed(1)} kg in ${hours} h`,
    document.paying,
    '',
    table(...textsOf(perceptionColumns, document.perceptions)),
    '',
    outputTable(document, unfed),
    '',
    ...nextUseTables(document.perceptions, document.maintenance[0]?.perception).flatMap(
      ([caption, head, rows]) => [`${caption}:`, table(head, rows), ''],
    ),
    table(...textsOf(maintenanceColumns, document.maintenance)),
    '',
    table(...textsOf(moneyColumns, document.perceptions)),
    moneyNote(document),
    '',
    table(
      ...hourlyTable(document.perceptions, {
        startHour: document.startHour,
        runDays: document.money.runDays,
      }),
    ),
    '',
    table(...textsOf(robotColumns, document.robots)),
    '',
    wordMoney(document.money),
    wordMains(document),
    `Bound: no policy of the robots can earn more than EUR ${boundEur.toFixed(2)} on ${document.money.runDays === 1 ? 'this day' : 'these days'} (EUR ${freeBoundEur.toFixed(2)} with unlimited energy and robots and new grippers). What regret consists of: npx looptwin regret ${shellPath(folder)}`,
    `Mass, energy and money balance to within ${worst} (relative).`,
    '',
    ...document.networks.map(wordComparison),
    '',
    document.finding.slice(document.paying.length + 1),
    '',
    `fingerprint ${document.fingerprint}`,
    `report: ${folder}/report.html`,
    `npx looptwin view ${shellPath(folder)}`,
  ].join('\n');
}

/** `looptwin run`: one scenario, one day, every perception and policy of it. */
export function addRunVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('run')
    .description(
      'run a scenario once: train what is not cached, simulate the day under every perception, and write a run folder',
    )
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addStaleOption(addBackendOption(addWorldOptions(verb)))
    .option('--replication <n>', 'number of the day among many possible ones (default: 0)', integer(0))
    .option('--out <dir>', 'the run folder (default: runs/<scenario>-<short hash>)')
    .option('--force', 'use the folder even if it holds other files; those are left alone')
    .option('--no-cache', 'neither read nor write the cache')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin run quickstart --seed 7 --set robots[0].batteryWh=20')
    .action(async (scenario: string, options: StudyOptions) => {
      if (isRegion(scenario, cli.cwd)) {
        refuseBackend(options, 'region');
        await runRegionVerb(cli, scenario, options);
        return;
      }
      const loaded = loadScenario(scenario, options.set, cli.cwd, cli.cacheDir);
      const { document, folder } = await runLoaded(loaded, scenario, {
        ...options,
        ...settingsOf(cli),
      });
      if (options.json) return cli.json({ ...document, folder });
      cli.out(runText(document, shownPath(folder, cli.cwd), unfedOutputs(loaded)));
    });
}
