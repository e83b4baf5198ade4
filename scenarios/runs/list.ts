import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import type { RunFacts } from '../record/facts.ts';
import {
  daysName,
  isManifestSchema,
  lockName,
  manifestName,
  markerName,
  readMarker,
  readRecord,
} from '../record/ownership.ts';
import { holderOf } from '../store/lock.ts';

/** `failed` = some of its cells did; `unfinished` = what wrote it was stopped; `running` = it is being written. */
export type RunStatus = 'done' | 'failed' | 'unfinished' | 'running';

/** A folder that looptwin made, as a listing tells of it: null where nobody wrote it down. */
export interface ListedRun {
  readonly name: string;
  readonly status: RunStatus;
  readonly kind: RunFacts['kind'] | 'unknown';
  readonly scenario: string | null;
  /** ISO 8601: when it was finished, else when its folder was last marked. */
  readonly when: string;
  readonly ageS: number;
  /** Seconds of all threads where they were measured, else of the wall's clock. */
  readonly costS: number | null;
  /** Of all its files, those of its days included. */
  readonly bytes: number | null;
  readonly seed: number | null;
  readonly fingerprint: string | null;
  readonly headline: string;
  /** What cost it most, where `looptwin regret` has split its regret. */
  readonly lost: string | null;
  readonly failedCells: number;
  readonly command: string | null;
}

/** Folders of looptwin, the newest first, and names of what else lies there. */
export interface Listing {
  readonly runs: readonly ListedRun[];
  readonly others: readonly string[];
}

export interface RunFilter {
  readonly scenario?: string;
  readonly kind?: ListedRun['kind'];
  /** Not older than so many seconds. */
  readonly since?: number;
  /** Only those that failed or were not finished. */
  readonly failed?: boolean;
}

type Found = Pick<ListedRun, 'kind' | 'scenario' | 'when' | 'costS' | 'bytes' | 'seed' | 'fingerprint'> &
  Pick<ListedRun, 'headline' | 'lost' | 'failedCells' | 'command'>;

function fromFacts(facts: RunFacts): Found {
  const { kind, scenario, seed, fingerprint, headline, finishedAt, wallS, costS, failed } = facts;
  return {
    ...{ kind, scenario, seed, fingerprint, headline, when: finishedAt, costS: costS ?? wallS },
    ...{ lost: facts.lost ?? null, bytes: facts.bytes, failedCells: failed, command: facts.command ?? null },
  };
}

const object = (value: unknown) => Object(value) as Readonly<Record<string, unknown>>;
const text = (value: unknown) => (typeof value === 'string' ? value : null);
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const date = (value: unknown) => (Number.isNaN(Date.parse(String(value))) ? null : String(value));

/** What a manifest says of a run from before markers did. */
function fromManifest(folder: string): Found | undefined {
  const { schema, scenario, host, seed, fingerprint, outputs, command } = readRecord(
    join(folder, manifestName),
  );
  if (!isManifestSchema(schema)) return undefined;
  const kind = schema.startsWith('looptwin.region') ? 'region' : 'run';
  const files = Array.isArray(outputs) ? outputs.map((file) => number(object(file).bytes) ?? 0) : [];
  return {
    kind: schema.startsWith('looptwin.experiment') ? 'experiment' : kind,
    ...{ scenario: text(object(scenario).name), seed: number(seed), fingerprint: text(fingerprint) },
    when: date(object(host).finishedAt) ?? lastChange(join(folder, manifestName)),
    ...{ costS: number(object(host).wallS), bytes: files.reduce((sum, bytes) => sum + bytes, 0) },
    ...{ headline: '', lost: null, failedCells: 0, command: text(command) },
  };
}

const lastChange = (path: string) => statSync(path).mtime.toISOString();

/** A folder that something is still written into, or was until it was stopped. */
function unfinished(folder: string): Found {
  return {
    ...{ kind: 'unknown', scenario: null, when: lastChange(join(folder, markerName)), costS: null },
    ...{
      bytes: null,
      seed: null,
      fingerprint: null,
      headline: '',
      lost: null,
      failedCells: 0,
      command: null,
    },
  };
}

function statusOf(finished: boolean, running: boolean, { failedCells }: Found): RunStatus {
  if (running) return 'running';
  if (!finished) return 'unfinished';
  return failedCells > 0 ? 'failed' : 'done';
}

/** What the days inside an experiment hold. */
function bytesOfDays(folder: string): number {
  const days = readdirSync(join(folder, daysName), { withFileTypes: true }).filter((day) =>
    day.isDirectory(),
  );
  return days.reduce((sum, { name }) => {
    return sum + (readMarker(join(folder, daysName, name))?.facts?.bytes ?? 0);
  }, 0);
}

/** What is known of a folder; undefined where looptwin did not make it. */
function lookAt(dir: string, name: string, nowMs: number): ListedRun | undefined {
  const folder = join(dir, name);
  const marker = readMarker(folder);
  const known = marker?.facts ? fromFacts(marker.facts) : undefined;
  const old = known === undefined ? fromManifest(folder) : undefined;
  const found = known ?? old ?? (marker && unfinished(folder));
  if (found === undefined) return undefined;
  const lock = join(folder, lockName);
  const running = existsSync(lock) && holderOf(lock) !== undefined;
  const hasDays =
    (found.kind === 'experiment' || found.kind === 'region') && existsSync(join(folder, daysName));
  const bytes = hasDays ? (found.bytes ?? 0) + bytesOfDays(folder) : found.bytes;
  const status = statusOf(marker?.finished ?? true, running, found);
  return { name, status, ...found, bytes, ageS: Math.max(0, (nowMs - Date.parse(found.when)) / 1000) };
}

/** The same where a folder may be closed to us, or be gone by now. */
function lookSafely(dir: string, entry: Dirent, nowMs: number): ListedRun | undefined {
  try {
    return entry.isDirectory() ? lookAt(dir, entry.name, nowMs) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Every run in a folder, the newest first, from the marker of each: nothing else is opened. What is a link or was not made by
 * looptwin is only named. Throws InputError where there is no such folder.
 */
export function listRuns(dir: string, shown: string, nowMs: number): Listing {
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new InputError({
      what: 'no such folder',
      where: shown,
      cure: 'Name the folder that holds runs with --dir, or make one: looptwin run quickstart',
    });
  const entries = readdirSync(dir, { withFileTypes: true });
  const looked = entries.map((entry) => ({ name: entry.name, run: lookSafely(dir, entry, nowMs) }));
  const runs = looked.flatMap(({ run }) => run ?? []);
  return {
    runs: runs.sort((a, b) => a.ageS - b.ageS || (a.name < b.name ? -1 : 1)),
    others: looked.filter(({ run }) => run === undefined).map(({ name }) => name),
  };
}

/** Those that a filter lets through. */
export function filtered(
  runs: readonly ListedRun[],
  { scenario, kind, since = Number.POSITIVE_INFINITY, failed }: RunFilter,
): ListedRun[] {
  return runs.filter(
    (run) =>
      (scenario === undefined || run.scenario === scenario) &&
      (kind === undefined || run.kind === kind) &&
      run.ageS <= since &&
      (!failed || run.status === 'failed' || run.status === 'unfinished'),
  );
}
