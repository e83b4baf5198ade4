import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../scenarios/errors.ts';
import { readText } from '../../scenarios/read-file.ts';
import { messagesOf } from '../../scenarios/record/replay.ts';
import { loadArms } from '../../scenarios/schema/arms.ts';
import { loadScenario } from '../../scenarios/schema/load.ts';
import { loadAny } from '../../scenarios/schema/load-any.ts';
import { loadProtocol } from '../../scenarios/schema/protocol/load.ts';
import { protocolOf } from '../../scenarios/schema/protocol/schema.ts';
import { builtinFolder, builtinNames } from '../../scenarios/schema/reading/source.ts';
import { comparableGrid } from '../../scenarios/spectra/validate/grid.ts';
import { readSpectra } from '../../scenarios/spectra/validate/read.ts';
import { ContentStore } from '../../scenarios/store/store.ts';
import { planRun } from '../../scenarios/studies/day/plan.ts';
import { reportOf } from '../../scenarios/studies/report.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import type { Message } from '../../sim/record/message.ts';
import { tinyRun } from '../scenarios/tiny-run.ts';
import { writeRunFolder } from '../viewer/fixture.ts';
import { fixtureDay } from '../viewer/fixture-day.ts';
import { experimentPlan, listedRuns, shardFile } from './fuzz-experiments.ts';
import { drawOf, mutateBytes, mutateJson, mutateText } from './mutate.ts';
import type { Subject } from './subject.ts';

export interface Tally {
  readonly mutants: number;
  readonly taken: number;
  readonly refused: number;
  /** What must not happen: the first few, each with the number of its mutant. */
  readonly faults: readonly string[];
  readonly slowestCpuMs: number;
}

const textOf = (name: string) => readFileSync(join(builtinFolder, `${name}.yaml`), 'utf8');
const scenarios = builtinNames();
const days = scenarios.filter((name) => !['distillation', 'circular-region'].includes(name));
const key = { seed: 1, replication: 0 };

const scenarioFile: Subject = {
  name: 'scenario files',
  share: 0.4,
  says: /(m|distillation)\.yaml(:\d+|: the file)/, // or that which the mutant extends
  read(draw, folder) {
    const name = draw.of(scenarios);
    writeFileSync(join(folder, 'm.yaml'), mutateText(textOf(name), draw));
    const loaded = loadAny('./m.yaml', [], folder);
    if ('robots' in loaded) planRun(loaded, key);
    if ('compare' in loaded && draw.below(20) === 0) loadArms('./m.yaml', [], folder);
    return true;
  },
};

const texts = [
  'robots[0].batteryWh=20',
  'site={latitudeDeg: 48, dayOfYear: 1}',
  'title="a b"',
  'feed.ratePerHour=30',
  'compare.arms=[{name: a, set: {site.dayOfYear: 3}}]',
  'robots[1].sensors.spectral.noiseFloor=0.5',
];

const setOption: Subject = {
  name: '--set',
  share: 0.2,
  says: /--set/,
  read(draw) {
    const loaded = loadScenario(draw.of(days.slice(0, 3)), [mutateText(draw.of(texts), draw)]);
    planRun(loaded, key);
    return true;
  },
};

const plan: Subject = {
  name: 'training plans',
  share: 0.1,
  says: /(m|distillation)\.yaml(:\d+|: the file)/, // or that which the mutant extends
  read(draw, folder) {
    writeFileSync(join(folder, 'm.yaml'), mutateText(textOf('distillation'), draw));
    const loaded = loadProtocol('./m.yaml', [], folder);
    protocolOf(loaded, draw.below(2) === 0);
    return true;
  },
};

/** A whole recording, its bytes and what it says. */
interface Recorded {
  readonly bytes: Buffer;
  readonly text: string;
}

let recorded: Recorded | undefined;

/** What a recording says; throws in words when it is damaged. */
function saidBy(path: string): string {
  const messages = messagesOf(path);
  const said: Message[] = [];
  for (;;) {
    const { done, value } = messages.next();
    if (!done) said.push(value);
    else if (value === null) return JSON.stringify(said);
    else throw new InputError({ ...value, where: path });
  }
}

async function recording(folder: string): Promise<Recorded> {
  await writeRunFolder(join(folder, 'whole'), fixtureDay(20));
  const path = join(folder, 'whole', 'events.mcap');
  return { bytes: readFileSync(path), text: saidBy(path) };
}

const recordingFile: Subject = {
  name: 'recordings',
  share: 0.1,
  says: /m\.mcap/,
  async read(draw, folder) {
    recorded ??= await recording(folder);
    const path = join(folder, 'm.mcap');
    writeFileSync(path, mutateBytes(recorded.bytes, draw));
    // Bytes that say nothing of an event (the index behind the events) may differ.
    return saidBy(path) === recorded.text;
  },
};

const storeEntry: Subject = {
  name: 'store entries',
  share: 0.07,
  says: /./,
  read(draw, folder) {
    const store = new ContentStore(join(folder, 'store'));
    const value = { weights: Array.from({ length: draw.below(50) }, (_, i) => i) };
    store.writeJson('model', 'a', value);
    const path = store.path('model', 'a');
    writeFileSync(path, mutateBytes(readFileSync(path), draw));
    const read = store.readJson('model', 'a');
    return read === undefined || JSON.stringify(read) === JSON.stringify(value);
  },
};

/** Files of a finished run that its report is drawn from, the one table among them that has both words and numbers. */
const drawnFrom = ['manifest.json', 'summary.json', 'outputs.parquet', 'items.parquet'];
let finished: Promise<string> | undefined;

const runFolder: Subject = {
  name: 'run folders',
  share: 0.08,
  says: /manifest\.json|summary\.json|\.parquet|m-run/,
  async read(draw, folder) {
    finished ??= tinyRun(folder, 'm-whole');
    const mutant = join(folder, 'm-run');
    cpSync(await finished, mutant, { recursive: true });
    const path = join(mutant, draw.of(drawnFrom));
    const bytes = readFileSync(path);
    const asJson = () => JSON.stringify(mutateJson(JSON.parse(bytes.toString('utf8')) as JsonValue, draw));
    const isJson = path.endsWith('.json');
    const changed = isJson && draw.below(3) > 0 ? asJson() : mutateBytes(bytes, draw);
    writeFileSync(path, isJson && draw.below(4) === 0 ? mutateText(bytes.toString('utf8'), draw) : changed);
    return (await reportOf(mutant)).includes('</html>');
  },
};

const bands = Array.from({ length: 24 }, (_, i) => `nm_${1000 + 40 * i}`);
const spectra = [
  `material,class,${bands.join(',')}`,
  ...['PET', 'PP', 'PE'].map((c) => `x,${c},${bands.map((_, i) => (0.3 + i / 40).toFixed(3)).join(',')}`),
].join('\n');

const spectraFile: Subject = {
  name: 'CSV of spectra',
  share: 0.05,
  says: /m\.csv/,
  read(draw, folder) {
    const path = join(folder, 'm.csv');
    writeFileSync(path, draw.below(2) ? mutateText(spectra, draw) : mutateBytes(Buffer.from(spectra), draw));
    const measured = readSpectra(
      readText(path, { what: 'table', where: 'm.csv', cure: 'Check it' }),
      'm.csv',
    );
    comparableGrid(measured.wavelengthsNm, 'm.csv');
    return true;
  },
};

export const subjects: readonly Subject[] = [
  scenarioFile,
  setOption,
  plan,
  recordingFile,
  storeEntry,
  runFolder,
  spectraFile,
  experimentPlan,
  shardFile,
  listedRuns,
];

/** Reads `mutants` mutants of one subject. */
export async function fuzz(subject: Subject, mutants: number, seed: number, folder: string): Promise<Tally> {
  const tally = { mutants, taken: 0, refused: 0, slowestCpuMs: 0 };
  const faults: string[] = [];
  for (let index = 0; index < mutants; index++) {
    const before = process.cpuUsage();
    try {
      if (await subject.read(drawOf(seed, subject.name, index), folder)) tally.taken++;
      else faults.push(`${index}: damaged, and taken without a word`);
    } catch (error) {
      const { stack, message } = error as Error;
      if (!(error instanceof InputError)) faults.push(`${index}: ${stack?.slice(0, 500)}`);
      else if (!subject.says.test(message)) faults.push(`${index}: says no place: ${message.slice(0, 300)}`);
      else tally.refused++;
    }
    const { user, system } = process.cpuUsage(before);
    tally.slowestCpuMs = Math.max(tally.slowestCpuMs, Math.round((user + system) / 1000));
  }
  return { ...tally, faults: faults.slice(0, 20) };
}
