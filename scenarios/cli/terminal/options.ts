import { type Command, InvalidArgumentError, Option } from 'commander';
import { type BackendName, backendNames } from '../../../models/engine/found.ts';
import { InputError } from '../../errors.ts';
import type { Shard } from '../../studies/experiment/cell.ts';
import type { GoldenOptions } from './golden.ts';

/** What verbs that play or train are given; each knows some of them. */
export interface StudyOptions extends GoldenOptions {
  readonly set: readonly string[];
  readonly seed?: number;
  readonly replication?: number;
  readonly replications?: number;
  readonly trainings?: number;
  readonly shard?: Shard;
  readonly dryRun?: boolean;
  readonly quick?: boolean;
  readonly hours?: number;
  /** Seconds. */
  readonly for?: number;
  readonly cache: boolean;
  readonly workers?: number;
  readonly backend?: BackendName;
  readonly out?: string;
  readonly force?: boolean;
  readonly day?: readonly string[];
  readonly keepDays?: boolean;
  readonly json?: boolean;
  readonly acceptStale?: boolean;
}

/** Reads an integer in a range; commander words the refusal. */
export function integer(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[-+]?\d+$/.test(text) && value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`it must be an integer ${range}.`);
  };
}

/** Reads a part of a whole, `2/3`: the first is 1. */
export function shardOf(text: string): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (of >= 1 && index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError('it must be i/n with i from 1 to n, such as 2/3.');
}

/** Reads a number of at least zero. */
export function notNegative(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('it must be a number of at least 0.');
}

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Reads a span of time, `30d`, as seconds. */
export function spanOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)([smhdw])$/.exec(text) ?? [];
  const seconds = secondsIn[unit];
  if (seconds !== undefined) return Number(count) * seconds;
  throw new InvalidArgumentError('it must be a number with a unit (s, m, h, d, w), such as 30d.');
}

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** `--set`, for every verb that takes a scenario. */
export function addSetOption(command: Command): Command {
  const set = new Option('--set <path=value>', 'change one setting; may be repeated');
  return command.addOption(set.argParser(collect).default([], 'none'));
}

const largestSeed = 4294967295;

/** Where an experiment is left, and which of its days are kept, for the verbs that leave one. */
export function addExperimentFolderOptions(command: Command): Command {
  const day = new Option(
    '--day <point:day>',
    'keep a day as a run folder to view: 7, or 2:7 for day 7 of the second point; may be repeated',
  );
  return command
    .option('--out <dir>', 'folder of the result (default: runs/<name>-experiment)')
    .option(
      '--force',
      'use the folder even if it holds other files, which are left alone, or another result, which is replaced',
    )
    .addOption(day.argParser(collect).default([], 'none'))
    .option('--keep-days', 'keep every day as a run folder to view')
    .option('--json', 'print one JSON document on stdout');
}

/** `--seed` and `--set`. */
export function addWorldOptions(command: Command): Command {
  return addSetOption(
    command.option('--seed <n>', 'seed of all random draws of the world', integer(0, largestSeed)),
  );
}

/** `--backend`, for every verb that computes networks. */
export function addBackendOption(command: Command): Command {
  const words = 'what networks are computed on (default: wasm); looptwin doctor shows what there is';
  return command.addOption(new Option('--backend <name>', words).choices(backendNames));
}

/** `--accept-stale`, for every verb that plays regions. */
export function addStaleOption(command: Command): Command {
  return command.option(
    '--accept-stale',
    'of a region: say nothing of measured sites that are of older code or of another scenario',
  );
}

/** Refuses `--backend` where it would do nothing; `kind` is what was given instead of a scenario of days. */
export function refuseBackend({ backend }: StudyOptions, kind: string): void {
  if (backend === undefined) return;
  throw new InputError({
    what: `only for a scenario of days, and this is a ${kind}`,
    where: '--backend',
    cure: 'Leave it out',
  });
}
