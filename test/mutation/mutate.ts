import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stream } from '../../sim/kernel/random/random.ts';
import { parseSource, readSources, type SourceFile } from '../architecture/sources.ts';
import { testsFor } from './choose.ts';
import { NAMED_FAULTS, placeOf } from './faults.ts';
import { modulesOf } from './modules.ts';
import { type Mutation, mutationsOf } from './operators.ts';
import { measureReach, type Reach } from './reach.ts';
import { type Result, readResults, tableOf, writeResults } from './results.ts';
import { drawSites } from './sites.ts';
import { openSuite } from './suite.ts';
import { copyTree } from './tree.ts';
import { type Bench, describeMutant, tryMutant } from './try.ts';

/** Where faults are put; the kernels in AssemblyScript are read beside them. */
const MUTATED = ['sim', 'models', 'scenarios/stats'];
/** Tests of the mutated rooms themselves; those of scenarios and viewer take minutes and see only whole runs. */
const NEAR = [...MUTATED.map((room) => `test/${room}/`), 'test/contracts/'];
const isNear = (path: string): boolean => NEAR.some((place) => path.startsWith(place));
const isTest = (path: string): boolean => /^test\/(?!mutation\/).*(?<!\.long)\.test\.ts$/.test(path);
const LEAST_EACH = 5;
const RESULTS = 'test/mutation/results/mutants.jsonl';

interface Options {
  readonly seed: number;
  readonly count: number;
  /** A mutant's tests are run, quick ones first, until their times on sound sources add up to this. */
  readonly seconds: number;
  /** Try those again that survived without an explanation. */
  readonly retry: boolean;
  /** Use the tests of all rooms, also those that start programs and browsers. */
  readonly all: boolean;
  /** Only mutants whose name contains this. */
  readonly only: string;
  /** End after this many minutes; another call goes on. */
  readonly minutes: number;
}

function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '20' },
      minutes: { type: 'string', default: 'Infinity' },
      only: { type: 'string', default: '' },
      retry: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const { all, only, retry } = values;
  const numberOf = (name: 'seed' | 'count' | 'seconds' | 'minutes'): number => {
    const value = Number(values[name]);
    if (values[name] !== '' && value >= 0) return value;
    throw new Error(`--${name} must be a number >= 0, got ${JSON.stringify(values[name])}`);
  };
  return {
    seed: numberOf('seed'),
    count: numberOf('count'),
    seconds: numberOf('seconds'),
    minutes: numberOf('minutes'),
    only,
    retry,
    all,
  };
}

function assemblySources(root: string): SourceFile[] {
  const folder = 'models/engine/assembly';
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
  return names.map((name) =>
    parseSource(`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')),
  );
}

/** Drawn and named faults in an order of their own, so that a run that is stopped has seen something of every folder. */
function mutantsOf(sources: readonly SourceFile[], { seed, count }: Options): Mutation[] {
  const places = sources.filter(({ path }) => MUTATED.some((room) => path.startsWith(`${room}/`)));
  const drawn = drawSites(places.flatMap(mutationsOf), { seed, count, leastEach: LEAST_EACH });
  const random = stream({ seed, replication: 0, path: 'all', purpose: 'order of mutants' });
  const mixed = drawn.map((mutation) => ({ mutation, at: random.next() })).sort((a, b) => a.at - b.at);
  return [...mixed.map(({ mutation }) => mutation), ...NAMED_FAULTS.map((fault) => placeOf(fault, places))];
}

const isOpen = ({ outcome, why }: Result): boolean => outcome === 'survived' && why === undefined;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Trial extends Bench {
  readonly testsOf: (mutation: Mutation, file: SourceFile) => Reach[];
}

/** Tries what has no result yet (or survived, on `retry`) and writes the results after each mutant. */
async function tryAll(
  options: Options,
  mutants: readonly Placed[],
  bench: Trial,
  path: string,
): Promise<Result[]> {
  const known = new Map(readResults(path).map((result) => [result.id, result]));
  const standing = ({ id, before }: Placed): Result[] => {
    const result = known.get(id);
    return result?.before === before ? [result] : [];
  };
  const results = (): Result[] => mutants.flatMap(standing);
  const end = performance.now() + options.minutes * 60_000;
  for (const one of mutants) {
    const { id, mutation, file } = one;
    const [old] = standing(one);
    if (!id.includes(options.only) || (old && !(options.retry && isOpen(old)))) continue;
    if (performance.now() > end) break;
    const result = await tryMutant(mutation, file, bench.testsOf(mutation, file), bench);
    const why = result.outcome === 'survived' ? old?.why : undefined;
    known.set(id, why === undefined ? result : { ...result, why });
    writeResults(path, results());
    say(`${result.outcome} ${id} (${result.seconds} s)`);
  }
  return results();
}

/** A mutation with its name and the file it is in. */
interface Placed extends Pick<Result, 'id' | 'before'> {
  readonly mutation: Mutation;
  readonly file: SourceFile;
}

function placed(mutations: readonly Mutation[], sources: readonly SourceFile[]): Placed[] {
  const files = new Map(sources.map((file) => [file.path, file]));
  return mutations.flatMap((mutation) => {
    const file = files.get(mutation.path);
    return file ? [{ ...describeMutant(mutation, file), mutation, file }] : [];
  });
}

/** Tries the mutants of a seed; the exit code is 1 if one survived and nobody has said why. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const rooms = readSources(root, ['sim', 'models', 'scenarios']);
  const sources = [...rooms, ...assemblySources(root)];
  const mutants = placed(mutantsOf(sources, options), sources);
  const tests = readSources(root, ['test']);
  const modules = modulesOf(root, [...sources, ...tests]);
  const tree = copyTree(root);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  process.once('exit', () => tree.remove());
  const near = tests.filter(({ path }) => isTest(path) && (options.all || isNear(path)));
  const reaches = await measureReach(root, tree, rooms, near, say);
  const suite = openSuite(tree.root);
  const budgetMs = 1000 * options.seconds;
  const testsOf: Trial['testsOf'] = (mutation, file) => testsFor(mutation, file, reaches, modules);
  const results = await tryAll(options, mutants, { tree, suite, testsOf, budgetMs }, join(root, RESULTS));
  suite.close();
  say(tableOf(results));
  return results.some(isOpen) ? 1 : 0;
}
