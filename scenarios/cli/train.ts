import type { Command } from 'commander';
import type { JsonValue } from '../../sim/record/json.ts';
import { type TrainDocument, train } from '../train.ts';
import type { Cli } from './context.ts';
import { addSetOption, integer } from './options.ts';
import { table } from './table.ts';

function trainText({ networks, fingerprint }: TrainDocument): string {
  const head = [
    'network',
    'material %',
    'class %',
    'family %',
    'macro F1',
    'ECE',
    'state MAE',
    'quality MAE',
  ];
  const percent = (x: number) => (100 * x).toFixed(1);
  const rows = networks.map((n) => [
    n.name,
    percent(n.accuracy.material),
    percent(n.accuracy.class),
    percent(n.accuracy.family),
    n.macroF1.toFixed(3),
    n.ece.toFixed(3),
    n.stateMae.toFixed(2),
    n.qualityMae.toFixed(3),
  ]);
  const items = networks[0]?.items ?? 0;
  return `${table(head, rows)}\n\n${items} test items, seen by no choice before.\nfingerprint ${fingerprint}`;
}

interface Options {
  readonly set: readonly string[];
  readonly cache: boolean;
  readonly workers?: number;
  readonly json?: boolean;
}

/** `looptwin train`: the networks of a scenario, without the day. */
export function addTrainVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('train')
    .description('train the networks of a scenario and test them once; cached by content')
    .argument('[scenario]', 'name, or path of a YAML file', 'quickstart');
  addSetOption(verb)
    .option('--no-cache', 'use nothing from the cache and leave nothing in it')
    .option('--workers <n>', 'threads (default: all cores)', integer(1, 256))
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin train quickstart --set training.studentSteps=2000')
    .action(async (scenario: string, options: Options) => {
      const document = await train(scenario, {
        ...options,
        cacheDir: cli.cacheDir,
        cwd: cli.cwd,
        signal: cli.signal,
        progress: cli.progress,
      });
      if (options.json) cli.json(document as unknown as JsonValue);
      else cli.out(trainText(document));
    });
}
