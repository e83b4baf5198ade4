import { join, resolve } from 'node:path';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { commandLine } from '../../command-line.ts';
import { monthsFile } from '../../record/months-reader.ts';
import { inRunFolder, type OutputFile, type RunFolder } from '../../record/run-folder.ts';
import { loadRegion, whereWritten } from '../../schema/load.ts';
import { type Path, showPath } from '../../schema/reading/path.ts';
import { shortName } from '../../schema/reading/source.ts';
import { chainOfScenario, type LoadedRegion } from '../../schema/region/scenario.ts';
import type { RegionOutcome, RegionStep } from '../../steps/region.ts';
import { codeHash, regionCode } from '../../store/code.ts';
import { addressOf } from '../../store/store.ts';
import { wallFacts } from '../day/manifest.ts';
import { tablesInMemory } from '../day/read.ts';
import { type RunOptions, type Workshop, withPool } from '../day/with-execution.ts';
import { type Arm, type ArmOutcome, armsOf } from './arms.ts';
import { documentOf, type RegionDocument } from './document.ts';
import { type RegionAsked, regionHash, regionManifest } from './manifest.ts';
import { oddities } from './oddities.ts';
import { recordMonths } from './recording.ts';
import { staleSites } from './stale.ts';
import { regionTables } from './tables.ts';

export interface RegionOptions extends Omit<RunOptions, 'out'> {
  /** Number of possible years, each with prices of its own; default 1. */
  readonly replications?: number;
  /** True: nothing is said where a measured site is of older code or of another scenario than today's. */
  readonly acceptStale?: boolean;
}

export interface RegionResult {
  readonly document: RegionDocument;
  readonly folder: string;
}

type Played = Awaited<ReturnType<typeof playAll>>;

/** A step with the arm that it is a play of. */
interface ArmStep {
  readonly arm: Arm;
  readonly step: RegionStep;
}

/** The step of each replication under each arm. */
function stepsOf(arms: readonly Arm[], seed: number, first: number, replications: number): ArmStep[] {
  return Array.from({ length: replications }, (_, index) => first + index).flatMap((replication) =>
    arms.map((arm): ArmStep => {
      const { chain, routing } = arm;
      return { arm, step: { kind: 'region', chain, key: { seed, replication }, routing } };
    }),
  );
}

/** Plays a step, or takes its outcome from the store: what was played is not played again. */
async function play(
  step: RegionStep,
  { pool, store }: Workshop,
  report: (share: number, task?: string) => void,
): Promise<RegionOutcome> {
  const recipe = { step, code: codeHash(regionCode) };
  const address = addressOf('region', JSON.parse(JSON.stringify(recipe)) as JsonValue);
  const earlier = store.readJson<RegionOutcome>('region', address);
  const outcome =
    earlier ??
    (await pool.run(step, ({ task, note, done, total }) => report(done / total, `${task} (${note})`)));
  if (earlier === undefined) store.writeJson('region', address, outcome);
  report(1);
  return outcome;
}

async function playAll(scenario: LoadedRegion, name: string, options: RegionOptions) {
  const arms = armsOf(scenario);
  const run = { seed: options.seed ?? scenario.seed, replication: options.replication ?? 0 };
  const steps = stepsOf(arms, run.seed, run.replication, options.replications ?? 1);
  return withPool(options, async (shop) => {
    const shares = new Float64Array(steps.length);
    let task = 'playing the region';
    const report = (index: number, share: number, now = task): void => {
      task = now;
      shares[index] = share;
      const done = shares.reduce((sum, value) => sum + value, 0);
      options.progress?.({ task, done: Math.round(done * 1000), total: steps.length * 1000 });
    };
    const outcomes = await Promise.all(
      steps.map(async ({ arm, step }, index): Promise<ArmOutcome> => {
        const outcome = await play(step, shop, (share, now) => report(index, share, now));
        return { ...outcome, routing: arm.name, training: arm.training };
      }),
    );
    return { document: documentOf(scenario, name, run, { arms, outcomes }), outcomes };
  });
}

/**
 * Plays a region scenario under each of its routing policies, on the same prices (common random numbers), `replications`
 * times. What was played before comes from the cache. Throws InputError for input that cannot be used.
 */
export async function runRegion(nameOrPath: string, options: RegionOptions = {}): Promise<RegionDocument> {
  const scenario = loadRegion(nameOrPath, options.set, options.cwd);
  return (await playAll(scenario, shortName(nameOrPath), options)).document;
}

/** Plays an already loaded region and writes its run folder: tables, report and, last, the manifest. */
export async function runLoadedRegion(
  scenario: LoadedRegion,
  nameOrPath: string,
  options: RegionOptions & Pick<RunOptions, 'out'>,
  /** Where a setting was written. */
  where: (path: Path) => string = showPath,
): Promise<RegionResult> {
  const startedMs = Date.now();
  const name = shortName(nameOrPath);
  const { replications = 1, replication = 0, seed = scenario.seed, set = [] } = options;
  const many = replications > 1 ? { replications } : {};
  const asked = { source: nameOrPath, options: { seed, replication, ...many }, set };
  const command = commandLine(replications > 1 ? 'experiment' : 'run', asked);
  const key = { hash: regionHash(scenario), seed, replication, replications };
  const id = sha256Hex(canonicalJson(key)).slice(0, 8);
  const target = resolve(options.cwd ?? process.cwd(), options.out ?? join('runs', `${name}-${id}`));
  // Several possible years are an experiment: no other one replaces it.
  const subject = replications > 1 ? addressOf('region-subject', { ...key, replications: 0 }) : undefined;
  return inRunFolder(target, { ...options, subject }, async (folder) => {
    const [stale, odd] = [staleSites(scenario, options), oddities(scenario)];
    for (const { path, text } of [...(options.acceptStale ? [] : stale), ...odd])
      options.note?.(`${where(path)}: ${text}`);
    const warnings = [...stale, ...odd].map(({ text }) => text);
    const played = await playAll(scenario, name, options);
    await fillFolder(folder, { scenario, command, set, warnings }, played, { startedMs, subject });
    return { document: played.document, folder: folder.target };
  });
}

async function fillFolder(
  folder: RunFolder,
  asked: RegionAsked,
  { document, outcomes }: Played,
  { startedMs, subject }: { readonly startedMs: number; readonly subject: string | undefined },
): Promise<void> {
  // Drawing needs a large library that no refused input should wait for.
  const { regionHtml } = await import('./report.ts');
  const chain = chainOfScenario(asked.scenario);
  const tables = regionTables(document, outcomes, chain);
  const outputs: OutputFile[] = tables.flatMap((table) => folder.writeTable(table));
  outputs.push(folder.write('summary.json', `${JSON.stringify(document, null, 2)}\n`));
  folder.claim(monthsFile);
  await recordMonths(join(folder.path, monthsFile), document, outcomes, chain);
  outputs.push(folder.describe(monthsFile));
  const manifest = regionManifest(asked, document, outcomes, outputs, startedMs);
  const html = regionHtml({ document, manifest, table: tablesInMemory(tables) });
  outputs.push(folder.write('report.html', html));
  folder.finish(`${JSON.stringify({ ...manifest, outputs }, null, 2)}\n`, {
    ...{ kind: 'region', scenario: document.scenario, seed: document.seed },
    ...{ fingerprint: document.fingerprint, headline: document.answer, ...wallFacts(startedMs) },
    ...{ costS: null, failed: 0, subject, command: asked.command },
  });
}

/** Runs a region scenario by name or path and writes its run folder. Throws InputError for input that cannot be used. */
export async function runRegionToFolder(
  nameOrPath: string,
  options: RegionOptions & Pick<RunOptions, 'out'> = {},
): Promise<RegionResult> {
  const scenario = loadRegion(nameOrPath, options.set, options.cwd);
  return runLoadedRegion(scenario, nameOrPath, options, whereWritten(nameOrPath, options.set, options.cwd));
}
