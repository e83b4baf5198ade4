import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, platform, release } from 'node:os';
import { join } from 'node:path';
import { root } from '../../bin/bundle.mjs';
import type { OwnFacts } from '../../own/parts.ts';
import { recordingNames } from '../../record/file-names.ts';
import type { OutputFile } from '../../record/run-folder.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import { codeHash, worldCode } from '../../store/code.ts';
import { addressOf } from '../../store/store.ts';
import { version } from '../../version.ts';
import type { RunOutcome } from './execute.ts';
import type { RunDocument } from './summary.ts';

/** What a reader needs to believe a run and to repeat it. */
export type Manifest = Readonly<ReturnType<typeof manifestOf>>;

/** Null where looptwin was installed as a package: the repository above it is the user's. */
function git(...args: string[]): string | null {
  if (!existsSync(join(root, '.git'))) return null;
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Which code ran: its version, its commit, and the hash of the places that decide the result. */
export function engineFacts(places: readonly string[] = worldCode) {
  const commit = git('rev-parse', 'HEAD');
  const changes = git('status', '--porcelain');
  return {
    name: 'looptwin',
    version: version(),
    commit,
    dirty: changes === null ? null : changes !== '',
    codeHash: codeHash(places),
  };
}

function seedrandomVersion(): string {
  const path = createRequire(import.meta.url).resolve('seedrandom/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** Where random numbers come from. */
export function randomFacts() {
  return {
    generator: `seedrandom ${seedrandomVersion()} (alea); counter-based per item`,
    streamKey: '(seed, replication, path, purpose[, item, index]) version 1',
  };
}

/** The machine and the wall clock: what may differ between equal runs, nothing here enters the fingerprint. */
export function hostFacts(startedMs: number) {
  return {
    node: process.versions.node,
    system: `${platform()} ${release()} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    ...wallFacts(startedMs),
  };
}

/** When something was finished, and what time it took on the wall's clock. */
export function wallFacts(startedMs: number) {
  const now = Date.now();
  return { wallS: (now - startedMs) / 1000, finishedAt: new Date(now).toISOString() };
}

/** Hash of a scenario's settings after defaulting, without its words for people. */
export function scenarioHash(scenario: Scenario): string {
  const { title: _t, story: _s, question: _q, expected: _e, rules: _r, ...settings } = scenario;
  return addressOf('scenario', settings);
}

/** What a run was asked for. */
export interface RunAsked {
  readonly scenario: Scenario;
  readonly command: string;
  /** `path=value` texts that were given with --set. */
  readonly set: readonly string[];
}

/** The manifest of a finished run; `startedMs` is the wall clock at its start. */
export function manifestOf(
  { scenario, command, set }: RunAsked,
  document: RunDocument,
  outcome: RunOutcome,
  outputs: readonly OutputFile[],
  startedMs: number,
  own?: OwnFacts,
) {
  const modelOf = (name: string) =>
    outcome.trainings.find((t) => t.step.name === name)?.outcome.modelId ?? null;
  const recordings = recordingNames(
    outcome.days.map(({ variant }) => variant),
    outcome.main.variant,
  );
  return {
    schema: 'looptwin.manifest/1' as const,
    finished: true,
    fingerprint: document.fingerprint,
    engine: engineFacts(),
    random: randomFacts(),
    backend: outcome.main.variant.backend,
    scenario: { name: document.scenario, hash: scenarioHash(scenario), set, values: scenario },
    /** The whole command line, which also holds what `set` holds. */
    command,
    /** Functions of the caller that took part, by name: such a run cannot be repeated from its folder. */
    ...(own === undefined ? {} : { own }),
    seed: document.seed,
    replication: document.replication,
    variants: outcome.days.map((day, i) => ({
      perception: day.variant.perception,
      sorting: day.variant.sorting,
      maintenance: day.variant.maintenance,
      main: day === outcome.main,
      /** File of its recording. */
      recording: recordings[i] ?? null,
      modelId: modelOf(day.variant.perception),
      eventHash: day.eventHash,
      events: day.events,
      decisions: day.decisions,
    })),
    bound: { solver: 'HiGHS (WASM), linear relaxation', gap: 0, timeLimitS: null },
    span: {
      startS: 0,
      endS: document.durationS,
      warmUp: 'none: a day begins empty and ends',
      stopReason: 'the day is over',
    },
    balance: document.balance,
    carbon: { unit: 'kgCO2e', boundary: outcome.main.summary.co2eBoundary, gwpHorizonYears: 100 },
    currency: 'EUR',
    outputs,
    warnings: [] as string[],
    host: hostFacts(startedMs),
  };
}
