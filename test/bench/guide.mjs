/**
 * Writes what `npm run bench -- kernel --json` measured into the kernel's guide and keeps it beside this file.
 * Use: npm run bench -- kernel --json > 1.json (several times), then node test/bench/guide.mjs 1.json 2.json ...
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RESULTS = fileURLToPath(new URL('./results/kernel.json', import.meta.url));
const GUIDE = fileURLToPath(new URL('../../sim/kernel/README.md', import.meta.url));

/** Case, what it is, and what is required (aimed at): a ratio to its yardstick unless a unit stands beside it. */
const ROWS = [
  ['yardstick', 'M/M/1 by hand (yardstick)', ''],
  ['mm1-two-processes', 'M/M/1, two processes and a store', '0.60 (0.85)'],
  ['mm1-two-processes-monitored', 'the same with statistics', ''],
  ['mm1-two-processes-observed', 'the same with statistics and fingerprint', '0.40 (0.60)'],
  ['mm1-process-per-customer', 'M/M/1, a process per customer and a resource', '0.45'],
  ['mm1-process-per-customer-monitored', 'the same with statistics', ''],
  ['mm1-process-per-customer-observed', 'the same with statistics and fingerprint', '0.30'],
  [
    'mm1-process-per-customer-on-bare-generators',
    'a process per customer on bare generators, no kernel (the bound)',
    '',
  ],
  ['hold-100', 'hold model, 100 pending processes', '0.65 (1.0)'],
  ['hold-10k', 'hold model, 10,000', '0.65 (1.3)'],
  ['hold-1m', 'hold model, 1,000,000', '0.65 (2)'],
  ['ties-worst', 'worst of three tie patterns, to hold-10k', '0.50'],
  ['bare-heap-100', "the yardsticks' heap to flatqueue, 100 pending", '0.60'],
  ['cancel-1m', 'cancel, 1,000,000 pending', ''],
  ['bytes-per-callback-1m', 'memory of a pending callback, 1,000,000 of them', 'at most 120 bytes'],
  ['bytes-per-state-machine-1m', 'memory of an event of a state machine', 'at most 120 bytes'],
  ['bytes-per-process-1m', 'memory of a pending generator process', 'at most 340 bytes'],
];

function amountOf({ name, value }) {
  if (name.startsWith('bytes')) return `${value.toFixed(0)} bytes`;
  return (value / 1e6).toFixed(value < 1e6 ? 2 : 1);
}

/** The table of some runs, one column of rates and one of ratios, runs side by side. */
function tableOf(reports) {
  const rows = ROWS.map(([name, words, wanted]) => {
    const own = reports.map(({ cases }) => cases.find((one) => one.name === name));
    const ratios = own.every((one) => one.ratioToYardstick !== undefined)
      ? own.map((one) => one.ratioToYardstick.toFixed(2)).join(', ')
      : '';
    return `| ${words} | ${own.map(amountOf).join(', ')} | ${ratios} | ${wanted} |`;
  });
  return ['| case | million a second | ratio | wanted (aim) |', '| --- | --: | --: | --: |', ...rows].join(
    '\n',
  );
}

/** The guide with the table between its marks. */
export function filled(guide, reports) {
  return guide.replace(
    /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/,
    (_, head, tail) => `${head}\n${tableOf(reports)}\n${tail}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
  if (reports.length === 0) throw new Error('guide: which files? those of npm run bench -- kernel --json');
  writeFileSync(RESULTS, `${JSON.stringify(reports, null, 1)}\n`);
  writeFileSync(GUIDE, filled(readFileSync(GUIDE, 'utf8'), reports));
}
