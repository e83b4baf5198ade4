import { oneLine } from '../../printable.ts';
import type { Collection, Kept } from '../../runs/collect.ts';
import type { Otherwise, RunsDiff, Side } from '../../runs/diff.ts';
import type { Figure } from '../../runs/leaves.ts';
import type { ListedRun, Listing } from '../../runs/list.ts';
import { table } from '../terminal/table.ts';

/** Lines of a difference that are printed; `--json` has all. */
const LISTED = 40;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 3)}...` : text);

/** A span of time in its largest unit: `3.2 d`. */
function span(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
  ] as const;
  const [unit, size] = units.find(([, least]) => seconds >= least) ?? ['s', 1];
  return `${(seconds / size).toFixed(seconds >= 60 ? 1 : 0)} ${unit}`;
}

/** Bytes in a unit that a person reads: `1.3 MB`. */
export function size(bytes: number): string {
  const units = [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
  ] as const;
  const [unit, each] = units.find(([, least]) => bytes >= least) ?? ['B', 1];
  return `${(bytes / each).toFixed(bytes >= 1e3 ? 1 : 0)} ${unit}`;
}

const stateOf = ({ status, failedCells }: ListedRun) =>
  status === 'failed' ? `${failedCells} failed` : status === 'done' ? '' : status;

/** The runs as a table, the newest first. */
export function listText({ runs, others }: Listing, dir: string): string {
  if (runs.length === 0) return `no runs in ${dir}`;
  const split = runs.some(({ lost }) => lost !== null);
  const rows = runs.map((run) => [
    ...[run.name, run.kind, run.when.slice(0, 16).replace('T', ' '), span(run.ageS)],
    ...[run.costS === null ? '' : span(run.costS), run.bytes === null ? '' : size(run.bytes)],
    ...[run.seed === null ? '' : `${run.seed}`, (run.fingerprint ?? '').slice(0, 12), stateOf(run)],
    ...(split ? [oneLine(run.lost ?? '')] : []),
    cut(oneLine(run.headline), 100),
  ]);
  const lost = split ? ['EUR lost most to'] : [];
  const known = ['name', 'kind', 'finished (UTC)', 'age', 'cost', 'size', 'seed', 'fingerprint', ''];
  const head = [...known, ...lost, 'result'];
  const bytes = runs.reduce((sum, run) => sum + (run.bytes ?? 0), 0);
  return [
    table(head, rows),
    '',
    `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}, ${size(bytes)}.`,
    ...(others.length > 0 ? [`Not made by looptwin, or links: ${cut(others.join(', '), 300)}`] : []),
  ].join('\n');
}

const codeText = ({ code: { version, commit, codeHash } }: Side) =>
  [version, commit?.slice(0, 12), codeHash].filter(Boolean).join(' ');

function figureText(figure: Figure | undefined): string {
  if (figure === undefined) return '-';
  const number = (x: number) => (Number.isInteger(x) ? `${x}` : x.toPrecision(6));
  const { value, halfWidth } = figure;
  return halfWidth === undefined ? number(value) : `${number(value)} +- ${number(halfWidth)}`;
}

/** So many rows as a table, and how many more there are. */
function listed(head: string[], rows: string[][]): string[] {
  const more = rows.length - LISTED;
  return [
    table(head, rows.slice(0, LISTED)),
    ...(more > 0 ? [`... and ${more} more: --json has all of them`] : []),
  ];
}

function settingText(value: Otherwise<unknown>['a']): string {
  return value === undefined ? '-' : cut(JSON.stringify(value), 60);
}

/** What is the same in words, and what differs side by side. */
export function diffText({ a, b, input, sameCode, sameResult, result }: RunsDiff): string {
  const same = input.length === 0 && sameCode && a.seed === b.seed && !sameResult;
  return [
    `A = ${a.folder}`,
    `B = ${b.folder}`,
    '',
    input.length === 0
      ? 'Input: the same settings.'
      : `Input: ${input.length} ${input.length === 1 ? 'setting differs' : 'settings differ'}.`,
    ...(input.length === 0
      ? []
      : listed(
          ['setting', 'A', 'B'],
          input.map((one) => [one.path, settingText(one.a), settingText(one.b)]),
        )),
    a.seed === b.seed ? `Seed: the same, ${a.seed}.` : `Seed: ${a.seed}, ${b.seed}.`,
    sameCode ? `Code: the same, ${codeText(a)}.` : `Code: ${codeText(a)}; ${codeText(b)}.`,
    '',
    sameResult
      ? `Result: the same, fingerprint ${a.fingerprint}.`
      : `Result: fingerprints ${a.fingerprint.slice(0, 12)} and ${b.fingerprint.slice(0, 12)}; ${result.length} ${result.length === 1 ? 'figure differs' : 'figures differ'}.`,
    ...(same ? ['Equal input gave another result: looptwin verify says which of the two was changed.'] : []),
    ...(result.length === 0
      ? []
      : listed(
          ['figure', 'A', 'B', 'B - A'],
          result.map((one) => [
            ...[one.path, figureText(one.a), figureText(one.b)],
            one.difference === null ? '' : figureText({ value: one.difference }),
          ]),
        )),
  ].join('\n');
}

const keptText = ({ name, why }: Kept) => `left: ${oneLine(name)} ${oneLine(why)}`;

/** What goes or went, how much that is, and what stays and why. */
export function collectionText({ old, kept }: Collection, removed: readonly Kept[] | null): string {
  const stayed = new Set(removed?.map(({ name }) => name));
  const gone = old.filter(({ name }) => !stayed.has(name));
  const bytes = size(gone.reduce((sum, run) => sum + (run.bytes ?? 0), 0));
  const runs = `${gone.length} ${gone.length === 1 ? 'run' : 'runs'}, ${bytes}`;
  const verb = removed === null ? 'would go' : 'removed';
  return [
    ...gone.map((run) => `${verb}: ${run.name}, ${run.kind}, ${span(run.ageS)} old, ${size(run.bytes ?? 0)}`),
    ...[...kept, ...(removed ?? [])].map(keptText),
    removed === null ? `${runs} would go. Nothing was removed: --yes does it.` : `${runs} removed.`,
  ].join('\n');
}
