import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mark } from '../../scenarios/record/ownership.ts';
import { listRuns } from '../../scenarios/runs/list.ts';
import { ArrivalBook } from '../../scenarios/steps/arrivals.ts';
import { playCell } from '../../scenarios/steps/cell.ts';
import type { StepPool } from '../../scenarios/steps/pool.ts';
import type { Step } from '../../scenarios/steps/steps.ts';
import { ContentStore } from '../../scenarios/store/store.ts';
import { Execution } from '../../scenarios/studies/day/execute.ts';
import { dayStepOf } from '../../scenarios/studies/day/plan.ts';
import { cellsOf } from '../../scenarios/studies/experiment/cell.ts';
import { costsOf } from '../../scenarios/studies/experiment/cost.ts';
import { documentOf } from '../../scenarios/studies/experiment/document.ts';
import { experiment } from '../../scenarios/studies/experiment/experiment.ts';
import { writeExperiment } from '../../scenarios/studies/experiment/folder/write.ts';
import { playHere } from '../../scenarios/studies/experiment/play.ts';
import { recipeOf } from '../../scenarios/studies/experiment/recipe.ts';
import { type Study, studyOf } from '../../scenarios/studies/experiment/study.ts';
import type { BenchCase } from './bench.ts';

/** An hour at a small site that sees the truth: the shorter a day, the more what is done around it weighs. */
const set = ['policies.perceptions=[perfect]', 'policies.maintenance=[condition]'];

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Days as an experiment has them: working days of the quickstart that a camera sees, every item new to the network. */
const working = ['policies.perceptions=[distilled]', 'policies.maintenance=[condition]'];
let trained: Promise<string> | undefined;

/** A cache with the networks of the working days, and of a day that is in none of the experiments; made once. */
async function trainedCache(): Promise<string> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'looptwin-bench-'));
  process.once('exit', () => rmSync(cacheDir, { recursive: true }));
  await experiment('quickstart', { set: working, replications: 1, seed: 2, cacheDir });
  return cacheDir;
}

/** Seconds of 64 replications of working days of which nothing is cached but their networks. */
async function secondsWith(workers: number): Promise<number> {
  trained ??= trainedCache();
  const networks = await trained;
  return inFolder(async (cacheDir) => {
    cpSync(networks, cacheDir, { recursive: true });
    const start = performance.now();
    await experiment('quickstart', { set: working, replications: 64, workers, cacheDir });
    return (performance.now() - start) / 1000;
  });
}

/** Two workers take so many times the seconds of one: 0.5 would be no loss at all. */
async function twoOfOne(): Promise<number> {
  const [two, one] = [await secondsWith(2), await secondsWith(1)];
  return two / one;
}

const DAYS = 32;

/** Outcomes of the steps of all days, and the processor seconds that they took on this thread: each day as an experiment plays it. */
async function playAlone({ planOf }: Study, store: ContentStore) {
  const arrivals = new ArrivalBook();
  const outcomes = new Map<string, unknown>();
  const start = process.cpuUsage();
  for (let replication = 0; replication < DAYS; replication++) {
    const plan = planOf(0, replication);
    const { bound } = plan;
    const days = plan.variants.map((variant) => dayStepOf(plan, variant, null));
    const cell = { kind: 'cell', days, bound } as const;
    const played = await playCell(cell, { store, arrivals, report: () => {} });
    outcomes.set(nameOf(cell), played);
    // Where threads would wait, they share a cell: its steps come one by one.
    for (const [index, day] of days.entries()) outcomes.set(nameOf(day), played.days[index]);
    outcomes.set(nameOf(bound), played.bound);
  }
  return { outcomes, seconds: secondsSince(start) };
}

function nameOf(step: Step): string {
  if (step.kind === 'cell') return `${step.days[0]?.key.replication} cell`;
  if (step.kind === 'bound') return `${step.key.replication} bound`;
  if (step.kind !== 'day') throw new Error(`a ${step.kind} in an experiment of days alone`);
  const { perception, sorting, maintenance } = step.variant;
  return `${step.key.replication} ${perception} ${sorting} ${maintenance}`;
}

/**
 * Processor seconds of everything but the days: addresses, entries of the store, progress, what is sent to a thread and back,
 * document, tables, manifest. The steps themselves answer at once.
 */
async function runnerSeconds(study: Study, outcomes: ReadonlyMap<string, unknown>, folder: string) {
  const pool = {
    workers: 1,
    close: async () => {},
    run: async (step: Step) => {
      const name = nameOf(structuredClone(step));
      if (!outcomes.has(name)) throw new Error(`${name}: was not played`);
      return structuredClone(outcomes.get(name));
    },
  } as StepPool;
  const { signal } = new AbortController();
  const store = new ContentStore(join(folder, 'cache'));
  const start = process.cpuUsage();
  const { head } = study;
  const rows = await playHere(study, cellsOf(head, DAYS), new Execution(pool, store), {
    pool,
    store,
    signal,
  });
  const played = { head, recipe: recipeOf(study), rows, costs: costsOf(study, rows, store) };
  await writeExperiment(played, documentOf(head, rows), join(folder, 'run'), { startedMs: 0 });
  return secondsSince(start);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What store and runner add to the processor time of the days, %. */
function overhead(): Promise<number> {
  return inFolder(async (folder) => {
    const study = studyOf('smoke', { set, replications: DAYS });
    const { outcomes, seconds } = await playAlone(study, new ContentStore(join(folder, 'alone')));
    return (100 * (await runnerSeconds(study, outcomes, folder))) / seconds;
  });
}

const LISTED = 10_000;
let many: string | undefined;

/** A folder of ten thousand finished runs, made once. */
function manyRuns(): string {
  if (many !== undefined) return many;
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const facts = { finishedAt: '2026-01-01T00:00:00Z', wallS: 1, costS: null, bytes: 1, failed: 0, seed: 1 };
  for (let run = 0; run < LISTED; run++) {
    const path = join(folder, `run-${run}`);
    mkdirSync(path);
    const what = { kind: 'run', scenario: 'smoke', fingerprint: `${run}`, headline: 'EUR 1.00' } as const;
    mark(path, ['events.mcap', 'summary.json'], true, { ...facts, ...what });
    writeFileSync(join(path, 'summary.json'), '{}');
  }
  many = folder;
  return folder;
}

/** Seconds until ten thousand runs are listed. */
function listing(): number {
  const folder = manyRuns();
  const start = performance.now();
  const { runs } = listRuns(folder, folder, 0);
  if (runs.length !== LISTED) throw new Error(`${runs.length} listed`);
  return (performance.now() - start) / 1000;
}

export const cases: readonly BenchCase[] = [
  { name: 'two-workers', unit: 'of one worker', run: twoOfOne },
  { name: 'store-and-runner', unit: '%', run: overhead },
  { name: 'list-10000-runs', unit: 's', run: listing },
];
