import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../command-line.ts';
import { inRunFolder, type RunFolder } from '../../record/run-folder.ts';
import { tableOf } from '../../record/table.ts';
import { loadProtocol } from '../../schema/protocol/load.ts';
import { type ProtocolFile, protocolOf } from '../../schema/protocol/schema.ts';
import { builtinFolder, findScenario, shortName } from '../../schema/reading/source.ts';
import { openStepPool } from '../../steps/pool.ts';
import { whileLocked } from '../../store/lock.ts';
import { ContentStore } from '../../store/store.ts';
import { wallFacts } from '../day/manifest.ts';
import type { ExportedStudent } from '../export/student.ts';
import { type AskedAgain, askedAgain, counterpartOf } from './again.ts';
import { analyse } from './analyse.ts';
import { namesMaterials, type ProtocolDocument } from './document.ts';
import { earlierRuns } from './earlier.ts';
import { type EstimateRow, estimateOf, estimateText } from './estimate.ts';
import { exported } from './exported.ts';
import { answerOf } from './finding.ts';
import { protocolPage } from './page.ts';
import { partsOf } from './parts.ts';
import { progressOf } from './progress.ts';
import { appendResult, readResults, type TrainingResult } from './results.ts';
import { type ProtocolOptions, prepare, type Work, work } from './work.ts';

export interface ProtocolRun {
  readonly document: ProtocolDocument;
  /** The named comparisons beside those of another run of the same question; none where it was asked once. */
  readonly again: readonly AskedAgain[];
  readonly folder: string;
}

/** What a protocol has to do yet, and how long that takes; nothing is rendered or trained. */
export function estimateProtocol(
  nameOrPath: string,
  options: Pick<ProtocolOptions, 'quick' | 'set' | 'workers' | 'cacheDir' | 'cwd'>,
): { readonly rows: readonly EstimateRow[]; readonly text: string } {
  const file = loadProtocol(nameOrPath, options.set, options.cwd);
  const protocol = protocolOf(file, options.quick === true);
  const earlier = options.quick ? [] : readResults(resultsPath(nameOrPath, options.cwd));
  const rows = estimateOf(protocol, earlier, new ContentStore(options.cacheDir));
  return { rows, text: estimateText(rows, options.workers ?? availableParallelism()) };
}

/** Goes on with a protocol from whatever its results file holds, to the end, and writes the report. */
export function runProtocol(nameOrPath: string, options: ProtocolOptions): Promise<ProtocolRun> {
  const file = loadProtocol(nameOrPath, options.set, options.cwd);
  if (options.quick) return goOn(nameOrPath, file, null, options);
  const path = resultsPath(nameOrPath, options.cwd);
  if (options.hours === 0) return goOn(nameOrPath, file, path, options);
  return whileLocked(path, () => goOn(nameOrPath, file, path, options));
}

async function goOn(
  nameOrPath: string,
  file: ProtocolFile,
  path: string | null,
  options: ProtocolOptions,
): Promise<ProtocolRun> {
  const startedMs = Date.now();
  const protocol = protocolOf(file, options.quick === true);
  const earlier = path ? readResults(path) : [];
  const threads = options.workers ?? availableParallelism();
  options.note(estimateText(estimateOf(protocol, earlier), threads));
  const pool = await openStepPool(options.cacheDir, options.signal, options.workers);
  const store = new ContentStore(options.cacheDir);
  const sum = progressOf(protocol, earlier, options);
  const all: Work = { pool, store, protocol, file, options, sum };
  try {
    const { data, results } = await prepare(all, earlier);
    const asked = commandLine('train', {
      source: nameOrPath,
      flags: options.quick ? ['quick'] : [],
      set: options.set ?? [],
    });
    const folder = options.out ?? join('runs', `${shortName(nameOrPath)}-${data.slice(0, 8)}`);
    return await inRunFolder(resolve(options.cwd, folder), options, async (home) => {
      await work(all, data, results, (result) => {
        if (path) appendResult(path, result);
      });
      const [main] = partsOf(protocol, results);
      const student = await exported(all, main?.results ?? []);
      const document = analyse(file.title, protocol, results, options.quick === true);
      const again = options.quick ? [] : besideOther(document, nameOrPath, options.cwd);
      const scenario = shortName(nameOrPath);
      await fillFolder(home, all, document, results, student, { command: asked, scenario, again });
      home.finish(undefined, {
        ...{ kind: 'protocol', scenario, seed: null, failed: 0 },
        ...{ fingerprint: document.fingerprint, headline: document.finding, ...wallFacts(startedMs) },
        command: asked,
        costS: results.reduce((seconds, { cpuS }) => seconds + cpuS, 0),
      });
      return { document, again, folder: home.target };
    });
  } finally {
    await pool.close();
  }
}

/** The answer of a protocol beside that of the one that it repeats, or that repeats it. */
function besideOther(document: ProtocolDocument, nameOrPath: string, cwd: string): AskedAgain[] {
  const other = counterpartOf(nameOrPath, cwd);
  if (other === null) return [];
  const kept = keptDocument(other.name, cwd);
  return other.isFirst ? askedAgain(kept, document) : askedAgain(document, kept);
}

/** What a report says beside the answer. */
interface Told {
  readonly command: string;
  readonly scenario: string;
  readonly again: readonly AskedAgain[];
}

async function fillFolder(
  folder: RunFolder,
  { file, protocol }: Work,
  document: ProtocolDocument,
  results: readonly TrainingResult[],
  student: ExportedStudent | null,
  { command, scenario, again }: Told,
): Promise<void> {
  const { protocolFigures } = await import('./figures.ts');
  const [main] = partsOf(protocol, results);
  const primary = protocol.primary.labelledPerMaterial;
  const figures = protocolFigures({ document, results: main?.results ?? [], primary });
  const earlier = document.quick ? [] : earlierRuns(scenario);
  const more = { card: student?.card ?? '', command, earlier, again };
  folder.writeTable(tableOf('results', results.map(flatRow)));
  folder.write('summary.json', `${JSON.stringify(document, null, 2)}\n`);
  for (const [name, bytes] of Object.entries(student?.files ?? {})) folder.write(name, bytes);
  folder.write('report.html', protocolPage(document, file, figures, more));
}

/** One row a training: what made it and how it did, without the lists. */
function flatRow({ unit, test, hint, validationAccuracy, model, cpuS, ...result }: TrainingResult) {
  const measured = Object.entries(test ?? {}).flatMap(([condition, numbers]) =>
    Object.entries(numbers ?? {}).map(([name, value]) => [`${condition}.${name}`, value] as const),
  );
  return {
    recipe: result.recipe,
    ...unit,
    bestStep: result.bestStep,
    plateauStep: result.plateauStep ?? null,
    testSeed: result.testSeed ?? null,
    validationAccuracy,
    ...Object.fromEntries(measured),
    hintR2: hint?.r2 ?? null,
    model,
    cpuS,
  };
}

/** What the results file of a protocol says by now; nothing is rendered or trained, and lines of other settings are left aside. */
export function keptDocument(nameOrPath: string, cwd: string): ProtocolDocument {
  const file = loadProtocol(nameOrPath, [], cwd);
  const protocol = protocolOf(file, false);
  const parts = partsOf(protocol, readResults(resultsPath(nameOrPath, cwd)));
  return analyse(
    file.title,
    protocol,
    parts.flatMap(({ results }) => results),
  );
}

/** Where results are kept: beside the code for protocols that come with looptwin, beside the file for others. */
export function resultsPath(nameOrPath: string, cwd: string): string {
  const path = findScenario(nameOrPath, cwd);
  const builtin = resolve(dirname(path)) === resolve(builtinFolder);
  const folder = builtin ? fileURLToPath(new URL('../../results/', import.meta.url)) : dirname(path);
  return join(folder, `${shortName(path)}.jsonl`);
}

/** What a golden result holds: the answer, enough figures to see what moved, and the fingerprint that says it exactly. */
export function goldenOf(document: ProtocolDocument, again: readonly AskedAgain[] = []) {
  const { fingerprint, finding, trainings } = document;
  const arms = document.arms
    .filter(namesMaterials)
    .filter(({ condition }) => condition === 'clean')
    .map(({ arm, labelledPerMaterial, material }): [string, number] => [
      `${arm}/${labelledPerMaterial}`,
      Math.round(material.mean * 1e6) / 1e6,
    ]);
  // An answer of a part of the trainings is none.
  const answer = document.complete && !document.quick ? { answer: answerOf(document, again) } : {};
  return { fingerprint, ...answer, finding, trainings, arms: Object.fromEntries(arms) };
}

/** What of a golden result is compared. */
export type ProtocolGolden = Pick<ReturnType<typeof goldenOf>, 'fingerprint' | 'arms'>;

/** The first difference from a golden result, in words, or null. */
export function goldenDifference(document: ProtocolDocument, golden: ProtocolGolden): string | null {
  const own = goldenOf(document);
  for (const [arm, accuracy] of Object.entries(golden.arms)) {
    if (own.arms[arm] !== accuracy) return `${arm} had ${accuracy}, now ${own.arms[arm]}.`;
  }
  return own.fingerprint === golden.fingerprint
    ? null
    : `equal accuracies, but the fingerprint was ${golden.fingerprint}, now ${own.fingerprint}.`;
}
