import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { InputError } from '../../errors.ts';
import { runKinds } from '../../record/facts.ts';
import { collectionOf, removeRuns } from '../../runs/collect.ts';
import { diffOf, type Named } from '../../runs/diff.ts';
import { goldenFingerprints } from '../../runs/golden.ts';
import { filtered, listRuns, type RunFilter } from '../../runs/list.ts';
import type { Cli } from '../terminal/context.ts';
import { spanOf } from '../terminal/options.ts';
import { collectionText, diffText, listText } from '../texts/runs-text.ts';

interface RunsOptions extends RunFilter {
  readonly dir: string;
  readonly json?: boolean;
}

interface CollectOptions extends Pick<RunsOptions, 'dir' | 'json'> {
  /** Seconds. */
  readonly older: number;
  readonly keepGolden?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** A run by its path, or by its name in the folder of runs. */
function named(cli: Cli, name: string, dir: string): Named {
  const places = [name, join(dir, name)];
  const shown = places.find((place) => existsSync(resolve(cli.cwd, place)));
  if (shown !== undefined) return { folder: resolve(cli.cwd, shown), shown };
  throw new InputError({
    what: 'no such run',
    where: name,
    cure: `Give a folder, or a name in ${dir}; looptwin runs lists them`,
  });
}

function collect(cli: Cli, { dir, older, keepGolden, dryRun, yes, json }: CollectOptions): void {
  if (dryRun && yes)
    throw new InputError({ what: 'mean opposite things', where: '--dry-run --yes', cure: 'Leave one out' });
  const folder = resolve(cli.cwd, dir);
  const golden = keepGolden ? goldenFingerprints(cli.cwd) : new Set<string>();
  const collection = collectionOf(folder, listRuns(folder, dir, Date.now()), older, golden);
  const left = yes ? removeRuns(folder, collection, golden) : null;
  if (json) cli.json({ dir, ...collection, removed: yes === true, left: left ?? [] });
  else cli.out(collectionText(collection, left));
}

const dirOption = (command: Command) =>
  command
    .option('--dir <dir>', 'the folder that holds runs', 'runs')
    .option('--json', 'print one JSON document');

/** `looptwin runs`: what lies in the folder of runs; two of them compared; old ones removed. */
export function addRunsVerb(program: Command, cli: Cli): void {
  const runs = program
    .command('runs')
    .description(
      'list runs, regions, experiments and shards: when, cost, seed, result; compare two; remove old ones',
    )
    .enablePositionalOptions();
  dirOption(runs)
    .option('--scenario <name>', 'only of this scenario or plan')
    .addOption(new Option('--kind <kind>', 'only of this kind').choices([...runKinds, 'unknown']))
    .option('--since <span>', 'only what is not older: 7d, 12h', spanOf)
    .option('--failed', 'only those with failed cells, and those that were not finished')
    .addHelpText(
      'after',
      '\nExample: looptwin runs --kind experiment --since 7d\n         looptwin runs diff quickstart-1a2b3c4d quickstart-5e6f7a8b\n         looptwin runs gc --older 30d --keep-golden --yes',
    )
    .action((options: RunsOptions) => {
      const listing = listRuns(resolve(cli.cwd, options.dir), options.dir, Date.now());
      const shown = { ...listing, runs: filtered(listing.runs, options) };
      if (options.json) cli.json({ dir: options.dir, ...shown });
      else cli.out(listText(shown, options.dir));
    });
  dirOption(runs.command('diff'))
    .description(
      'what two runs or experiments have otherwise: settings, code, seed, and their figures side by side',
    )
    .argument('<a>', 'run folder, or its name in the folder of runs')
    .argument('<b>', 'the other one')
    .action((a: string, b: string, { dir, json }: RunsOptions) => {
      const diff = diffOf(named(cli, a, dir), named(cli, b, dir));
      if (json) cli.json(JSON.parse(JSON.stringify(diff)));
      else cli.out(diffText(diff));
    });
  dirOption(runs.command('gc'))
    .description('say which old runs would go, and remove them with --yes; nothing but what looptwin made')
    .requiredOption('--older <span>', 'those that are older: 30d, 12h', spanOf)
    .option('--keep-golden', 'leave those whose fingerprint stands in a JSON file of this repository')
    .option('--dry-run', 'only say it, as without --yes')
    .option('--yes', 'remove them')
    .action((options: CollectOptions) => collect(cli, options));
}
