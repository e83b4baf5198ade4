import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { GateError } from '../../errors.ts';
import { loadArms } from '../../schema/arms.ts';
import { isRegion } from '../../schema/load.ts';
import { writeOutput } from '../../store/leftovers.ts';
import { experimentArms } from '../../studies/experiment/arms.ts';
import {
  type Estimates,
  type ExperimentDocument,
  experiment,
  printed,
} from '../../studies/experiment/experiment.ts';
import { runRegion } from '../../studies/region/region.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { readGolden } from '../terminal/golden.ts';
import {
  addBackendOption,
  addWorldOptions,
  integer,
  refuseBackend,
  type StudyOptions,
} from '../terminal/options.ts';
import { present } from '../terminal/present.ts';
import { table } from '../terminal/table.ts';
import { armsText, estimatesText } from './arms.ts';
import { regionText } from './region.ts';

/** What a golden result keeps: the numbers in full, so that a reader sees what changed. */
const goldenSchema = z.object({ fingerprint: z.string(), answer: z.string() });
type Golden = z.infer<typeof goldenSchema>;

const shown = ['valueEur', 'regretEur', 'accuracyMaterial', 'purity', 'recovery', 'energyJPerItem'] as const;

function experimentText(document: ExperimentDocument): string {
  const head = ['perception', 'maintenance', ...shown.map((name) => printed[name].head)];
  const row = (names: string[], estimates: Estimates) => [...names, ...estimatesText(estimates, shown)];
  const rows = document.variants.map((v) => row([v.perception, v.maintenance], v.estimates));
  const pairs = document.paired.map((p) => row([p.better, `minus ${p.than}`], p.estimates));
  return [
    `${document.title}: ${document.replications} runs, mean +- half-width of the 95 % interval`,
    '',
    table(head, rows),
    '',
    'Differences on the same random numbers:',
    table(head, pairs),
    '',
    document.answer,
    '',
    `fingerprint ${document.fingerprint}`,
    ...document.failures.map((f) => `day ${f.replication} failed: ${f.error}`),
  ].join('\n');
}

/** Compares with the golden result, or writes it when that is asked for by name. */
function checkGolden(cli: Cli, document: Golden, golden: Golden | undefined, options: StudyOptions): void {
  if (!options.golden) return;
  const { fingerprint, answer } = document;
  if (golden === undefined) {
    const text = JSON.stringify({ fingerprint, answer }, null, 2);
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

/** Plays whatever kind of scenario it is, and prints the answer. */
async function play(cli: Cli, scenario: string, options: StudyOptions): Promise<Golden> {
  const region = isRegion(scenario, cli.cwd);
  const settings = { ...options, ...settingsOf(cli) };
  if (region) refuseBackend(options, 'region');
  if (region) return present(cli, await runRegion(scenario, settings), regionText, options);
  return loadArms(scenario, options.set, cli.cwd).length > 0
    ? present(cli, await experimentArms(scenario, settings), armsText, options)
    : present(cli, await experiment(scenario, settings), experimentText, options);
}

/** `looptwin experiment`: many days, every figure with its interval. */
export function addExperimentVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('experiment')
    .description(
      'simulate many days of a scenario and report every figure with its mean and 95 % interval; resumes where it was stopped',
    )
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addBackendOption(addWorldOptions(verb))
    .option('--replications <n>', 'number of days', integer(2, 1e6), 10)
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--no-cache', 'neither read nor write the cache')
    .option('--golden <file>', 'compare with a golden result; exit code 1 if it differs')
    .option('--update-golden', 'write the golden result instead of comparing')
    .option('--out <file>', 'write the JSON document to a file too')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin experiment quickstart --replications 20 --workers 2')
    .action(async (scenario: string, options: StudyOptions) => {
      const golden = readGolden(options, cli.cwd, goldenSchema);
      checkGolden(cli, await play(cli, scenario, options), golden, options);
    });
}
