import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { GateError, InputError } from '../../errors.ts';
import { MOST_TRAININGS } from '../../schema/day/compare.ts';
import { isRegion } from '../../schema/load.ts';
import { judgedRules } from '../../schema/reading/rules.ts';
import { shortName } from '../../schema/reading/source.ts';
import { writeOutput } from '../../store/leftovers.ts';
import type { Shard } from '../../studies/experiment/cell.ts';
import { failedText } from '../../studies/experiment/document.ts';
import { type PlayStudy, play as playHere } from '../../studies/experiment/experiment.ts';
import { experimentToFolder } from '../../studies/experiment/folder/to-folder.ts';
import { type Forecast, forecast } from '../../studies/experiment/forecast.ts';
import { playShard } from '../../studies/experiment/shard.ts';
import { type Cli, settingsOf, shownPath } from '../terminal/context.ts';
import { readGolden } from '../terminal/golden.ts';
import {
  addBackendOption,
  addExperimentFolderOptions,
  addStaleOption,
  addWorldOptions,
  integer,
  refuseBackend,
  type StudyOptions,
  shardOf,
} from '../terminal/options.ts';
import { addQueueOptions, type QueueOptions, queuePlace } from '../terminal/queue.ts';
import { forecastText } from '../texts/forecast.ts';
import { presentExperiment } from '../texts/present-experiment.ts';
import { runRegionVerb } from './region.ts';

type Options = StudyOptions & QueueOptions;

/** What a golden result keeps: the numbers in full, so that a reader sees what changed. */
const goldenSchema = z.object({
  fingerprint: z.string(),
  answer: z.string(),
  rules: judgedRules.optional(),
});
type Golden = z.infer<typeof goldenSchema>;

/** Compares with the golden result, or writes it when that is asked for by name. */
function checkGolden(cli: Cli, document: Golden, golden: Golden | undefined, options: Options): void {
  if (!options.golden) return;
  const { fingerprint, answer, rules = [] } = document;
  if (golden === undefined) {
    const judged = rules.length === 0 ? {} : { rules };
    const text = JSON.stringify({ fingerprint, answer, ...judged }, null, 2);
    writeOutput(resolve(cli.cwd, options.golden), `${text}\n`);
    cli.note(`wrote ${options.golden}: review the difference before you commit it`);
    return;
  }
  if (golden.fingerprint === fingerprint) {
    cli.note(`equal to the golden result ${options.golden}`);
    return;
  }
  throw new GateError(
    `differs from the golden result ${options.golden}\n  golden: ${golden.fingerprint} ${golden.answer}\n  now:    ${fingerprint} ${answer}\nIf the change is intended, write it with --update-golden.`,
  );
}

type Refuse = (where: string, what: string, cure: string) => void;

/** What a queue makes meaningless. */
function checkQueue({ shard, dryRun, workers, cache }: Options, refuse: Refuse): void {
  if (shard) refuse('--shard', 'a queue divides the cells by itself', 'Leave out --shard or --queue');
  if (dryRun) refuse('--dry-run', 'nothing is played, so no queue is needed', 'Leave out --queue');
  if (workers !== undefined)
    refuse(
      '--workers',
      'with a queue nothing is played here',
      'Leave it out; looptwin worker has --concurrency',
    );
  if (!cache) refuse('--no-cache', 'what comes back from a queue is kept in the cache', 'Leave it out');
}

/** Options that mean nothing together are refused: one of the two would be ignored without a word. */
function checkTogether(cli: Cli, scenario: string, options: Options): void {
  const refuse: Refuse = (where, what, cure) => {
    throw new InputError({ what, where, cure });
  };
  const { shard, dryRun, golden, updateGolden, queue, day = [], keepDays, trainings } = options;
  if (queue !== undefined) checkQueue(options, refuse);
  const days = keepDays ? '--keep-days' : '--day';
  const wantsDays = keepDays || day.length > 0;
  if (wantsDays && (shard || isRegion(scenario, cli.cwd)))
    refuse(
      days,
      shard ? 'a shard keeps no days' : 'a region has no days at a site',
      shard ? 'Give it to looptwin merge' : 'Leave it out',
    );
  if (shard && (golden || updateGolden))
    refuse(
      '--golden',
      'a shard is no result that could be compared',
      'Merge the shards, or leave out --shard',
    );
  if (trainings !== undefined && isRegion(scenario, cli.cwd))
    refuse(
      '--trainings',
      'a region sees with the trainings that its sites were measured with',
      'Give it to looptwin measure',
    );
  if ((shard || dryRun || queue) && isRegion(scenario, cli.cwd))
    refuse(
      shard ? '--shard' : dryRun ? '--dry-run' : '--queue',
      'a region is played as a whole',
      'Leave it out; more price histories: --replications',
    );
}

/** Plays a part of an experiment and says where its rows are. */
async function playPart(cli: Cli, scenario: string, shard: Shard, options: Options): Promise<void> {
  const result = await playShard(scenario, shard, { ...options, ...settingsOf(cli) });
  const { folder, head, cells, allCells, failures } = result;
  if (options.json) cli.json({ folder, shard, cells, allCells, failures });
  else {
    cli.out(`shard ${shard.index}/${shard.of} of ${head.scenario}: ${cells} of ${allCells} cells`);
    for (const { replication, seed, error, command } of failures)
      cli.out(`day ${replication}, seed ${seed} failed: ${error}\n  again: ${command}`);
    cli.out(`${shownPath(folder, cli.cwd)} holds it; looptwin merge puts all shards together.`);
  }
  if (failures.length > 0) throw new GateError(failedText({ failures, cells }));
}

/** Who plays the cells: the threads of this machine, or the workers of a queue. */
async function player(cli: Cli, options: Options): Promise<PlayStudy> {
  if (options.queue === undefined) return playHere;
  const queue = queuePlace(cli, options.queue, options);
  // Nobody else waits for it to load.
  const { playOnQueue } = await import('../../queue/master.ts');
  return (study, settings) => playOnQueue(study, { ...settings, queue, patienceS: options.patience });
}

/** Plays many price histories of a region into its run folder. */
async function playRegion(cli: Cli, scenario: string, options: StudyOptions): Promise<Golden> {
  refuseBackend(options, 'region');
  const { replications = 10, out = join('runs', `${shortName(scenario)}-experiment`) } = options;
  return runRegionVerb(cli, scenario, { ...options, replications, out });
}

/** Plays whatever kind of scenario it is, and prints the answer; what failed is printed too before it is told (exit code 1). */
async function play(cli: Cli, scenario: string, options: Options): Promise<Golden> {
  const settings = { ...options, ...settingsOf(cli) };
  if (isRegion(scenario, cli.cwd)) {
    return playRegion(cli, scenario, options);
  }
  const result = await experimentToFolder(scenario, settings, await player(cli, options));
  presentExperiment(cli, result, options);
  return result.document;
}

/** `looptwin experiment`: many days, every figure with its interval. */
export function addExperimentVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('experiment')
    .description(
      'simulate many days of a scenario, or of the points of a plan, and report every figure with its mean and 95 % interval; resumes where it was stopped',
    )
    .argument('[scenario]', 'name of a scenario or plan, or path of a YAML file', 'quickstart');
  const folders = addExperimentFolderOptions(addStaleOption(addBackendOption(addWorldOptions(verb))));
  addQueueOptions(folders, 'let workers play (looptwin worker)')
    .option('--replications <n>', "number of days (default: the plan's, or 10)", integer(2, 1e6))
    .option(
      '--trainings <n>',
      "train the networks so many times, each on all days (default: the scenario's compare.trainings, or 1)",
      integer(1, MOST_TRAININGS),
    )
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--dry-run', 'simulate nothing: list the cells, what is cached, and what the rest may cost')
    .option('--shard <i/n>', 'simulate one of n parts, into a folder that looptwin merge reads', shardOf)
    .option('--no-cache', 'neither read nor write the cache')
    .option('--golden <file>', 'compare with a golden result; exit code 1 if it differs')
    .option('--update-golden', 'write the golden result instead of comparing')
    .addHelpText(
      'after',
      '\nExample: looptwin experiment quickstart --replications 20 --workers 2\n         looptwin experiment battery-panel --out battery --day 2:7',
    )
    .action(async (scenario: string, options: Options) => {
      checkTogether(cli, scenario, options);
      if (options.dryRun) {
        const found = await forecast(scenario, { ...options, ...settingsOf(cli) });
        return options.json ? cli.json<Forecast>(found) : cli.out(forecastText(found));
      }
      if (options.shard) return playPart(cli, scenario, options.shard, options);
      const golden = readGolden(options, cli.cwd, goldenSchema);
      checkGolden(cli, await play(cli, scenario, options), golden, options);
    });
}
