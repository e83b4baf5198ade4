import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { GateError } from '../../errors.ts';
import { isRegion } from '../../schema/load.ts';
import { writeOutput } from '../../store/leftovers.ts';
import { failedText } from '../../studies/experiment/document.ts';
import { experiment } from '../../studies/experiment/experiment.ts';
import { runRegion } from '../../studies/region/region.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { readGolden } from '../terminal/golden.ts';
import { addWorldOptions, integer, type StudyOptions } from '../terminal/options.ts';
import { present } from '../terminal/present.ts';
import { experimentText } from './experiment-text.ts';
import { regionText } from './region.ts';

/** What a golden result keeps: the numbers in full, so that a reader sees what changed. */
const goldenSchema = z.object({ fingerprint: z.string(), answer: z.string() });
type Golden = z.infer<typeof goldenSchema>;

/** Compares with the golden result, or writes it when that is asked for by name. */
function checkGolden(cli: Cli, document: Golden, golden: Golden | undefined, options: StudyOptions): void {
  if (!options.golden) return;
  const { fingerprint, answer } = document;
  if (golden === undefined) {
    const text = JSON.stringify({ fingerprint, answer }, null, 2);
    writeOutput(resolve(cli.cwd, options.golden), `${text}\n`);
    cli.note(`wrote ${options.golden}: look at the difference before you commit it`);
    return;
  }
  if (golden.fingerprint === fingerprint) {
    cli.note(`equal to the golden result ${options.golden}`);
    return;
  }
  throw new GateError(
    `differs from the golden result ${options.golden}\n  golden: ${golden.fingerprint} ${golden.answer}\n  now:    ${fingerprint} ${answer}\nIf the change is meant, write it with --update-golden.`,
  );
}

/** Plays whatever kind of scenario it is, and prints the answer; what failed is printed too before it is told (exit code 1). */
async function play(cli: Cli, scenario: string, options: StudyOptions): Promise<Golden> {
  const settings = { ...options, ...settingsOf(cli) };
  if (isRegion(scenario, cli.cwd))
    return present(cli, await runRegion(scenario, settings), regionText, options);
  const document = present(cli, await experiment(scenario, settings), experimentText, options);
  if (document.failures.length > 0) throw new GateError(failedText(document));
  return document;
}

/** `looptwin experiment`: many days, every figure with its interval. */
export function addExperimentVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('experiment')
    .description(
      'play many days of a scenario: mean and 95 % interval of every figure; goes on where it was stopped',
    )
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addWorldOptions(verb)
    .option('--replications <n>', 'number of days', integer(2, 1e6), 10)
    .option('--workers <n>', 'threads (default: all cores)', integer(1, 256))
    .option('--no-cache', 'use nothing from the cache and leave nothing in it')
    .option('--golden <file>', 'compare with a golden result; exit code 1 if it differs')
    .option('--update-golden', 'write the golden result instead of comparing')
    .option('--out <file>', 'write the JSON document to a file too')
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin experiment quickstart --replications 20 --workers 2')
    .action(async (scenario: string, options: StudyOptions) => {
      const golden = readGolden(options, cli.cwd, goldenSchema);
      checkGolden(cli, await play(cli, scenario, options), golden, options);
    });
}
