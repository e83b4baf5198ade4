import type { Command } from 'commander';
import { InputError } from '../../errors.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import { isRegion } from '../../schema/load.ts';
import { isProtocol } from '../../schema/protocol/load.ts';
import { wordComparison } from '../../studies/day/paired.ts';
import { type TrainDocument, train } from '../../studies/day/train.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import {
  addBackendOption,
  addSetOption,
  integer,
  notNegative,
  refuseBackend,
  type StudyOptions,
  spanOf,
} from '../terminal/options.ts';
import { table } from '../terminal/table.ts';
import { trainProtocol } from './protocol.ts';

const percent = (x: number) => (100 * x).toFixed(1);

const columns: Columns<TrainDocument['networks'][number]> = [
  ['network', (n) => n.name],
  ['material %', (n) => percent(n.accuracy.material)],
  ['class %', (n) => percent(n.accuracy.class)],
  ['family %', (n) => percent(n.accuracy.family)],
  ['macro F1', (n) => n.macroF1.toFixed(3)],
  ['ECE', (n) => n.ece.toFixed(3)],
  ['state MAE', (n) => n.stateMae.toFixed(2)],
  ['constant', (n) => n.condition.stateConstant.toFixed(2)],
  ['quality MAE', (n) => n.qualityMae.toFixed(3)],
  ['constant', (n) => n.condition.qualityConstant.toFixed(3)],
  ['best use %', (n) => percent(n.condition.gradeRight ?? Number.NaN)],
  ['address', (n) => n.address],
];

function trainText({ networks, comparisons, fingerprint }: TrainDocument): string {
  const pairs = comparisons.map(wordComparison);
  const tables = [table(...textsOf(columns, networks)), conditionText(networks)];
  return [...tables, ...pairs, '', `fingerprint ${fingerprint}`].join('\n');
}

/** Error of the state by material and by state: what nobody has to look for, then each network that judges it; nothing where none does. */
function conditionText(networks: TrainDocument['networks']): string {
  const judging = networks.filter(({ conditionOf }) => conditionOf[0]?.stateError != null);
  const [first] = judging;
  if (first === undefined) return '';
  const rows = first.conditionOf.map((row, i) => {
    const errors = judging.map(({ conditionOf }) => conditionOf[i]?.stateError?.toFixed(2) ?? '');
    return [row.by === 'state' ? `state ${row.name}` : row.name, row.stateConstant.toFixed(2), ...errors];
  });
  const head = ['error of the state', 'constant', ...judging.map(({ name }) => name)];
  return `\n${table(head, rows)}\n`;
}

/** Options that mean something for one kind of plan only, as they are typed. */
const ofProtocols = {
  quick: '--quick',
  hours: '--hours',
  for: '--for',
  dryRun: '--dry-run',
  golden: '--golden',
  updateGolden: '--update-golden',
  out: '--out',
  force: '--force',
} as const;

/** An option that would do nothing is refused, not ignored. */
function requireScenarioOptions(options: StudyOptions): void {
  const given = (Object.keys(ofProtocols) as (keyof typeof ofProtocols)[]).filter(
    (name) => options[name] !== undefined,
  );
  if (given.length === 0) return;
  throw new InputError(
    given.map((name) => ({
      what: 'only for a training protocol, and this is a scenario',
      where: ofProtocols[name],
      cure: 'Leave it out, or train a protocol: looptwin train distillation',
    })),
  );
}

function requireProtocolOptions(options: StudyOptions): void {
  refuseBackend(options, 'training protocol');
  if (options.cache) return;
  throw new InputError({
    what: 'only for a scenario, and this is a training protocol',
    where: '--no-cache',
    cure: 'Leave it out; LOOPTWIN_CACHE=DIR names an empty cache',
  });
}

function requireNetworks(scenario: string, cli: Cli): void {
  if (!isRegion(scenario, cli.cwd)) return;
  throw new InputError({
    what: 'this is a region, which has no networks to train',
    where: scenario,
    cure: `Run it with: looptwin run ${scenario}`,
  });
}

/** `looptwin train`: the networks of a scenario, without the day; or a whole training protocol. */
export function addTrainVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('train')
    .description(
      'train the networks of a scenario and test them once, or carry out a training protocol; finished trainings are reused',
    )
    .argument('[plan]', 'scenario or protocol: name, or path of a YAML file', 'quickstart');
  addBackendOption(addSetOption(verb))
    .option('--no-cache', 'neither read nor write the cache')
    .option('--workers <n>', 'number of threads (default: one per core)', integer(1, 256))
    .option('--quick', 'protocols only: run the quick variant')
    .option(
      '--hours <h>',
      'protocols only: start no training that would end after this many hours; 0 = only report',
      notNegative,
    )
    .option('--for <time>', 'protocols only: the same as a span, such as 110m: a slice of a long run', spanOf)
    .option('--dry-run', 'protocols only: print what is to be trained, what is cached and how long it takes')
    .option('--golden <file>', 'protocols only: compare with a golden result; exit code 1 if it differs')
    .option('--update-golden', 'protocols only: write the golden result instead of comparing')
    .option('--out <dir>', 'protocols only: the folder of the report')
    .option('--force', 'protocols only: use the folder even if it holds other files; those are left alone')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      '\nExamples: looptwin train quickstart --set training.studentSteps=2000\n          looptwin train distillation --quick',
    )
    .action(async (scenario: string, options: StudyOptions) => {
      if (isProtocol(scenario, cli.cwd)) {
        requireProtocolOptions(options);
        return trainProtocol(scenario, options, cli);
      }
      requireNetworks(scenario, cli);
      requireScenarioOptions(options);
      const document = await train(scenario, { ...options, ...settingsOf(cli) });
      if (options.json) cli.json(document);
      else cli.out(trainText(document));
    });
}
