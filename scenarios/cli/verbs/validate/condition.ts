import type { Command } from 'commander';
import { CAMERA } from '../../../../models/nets/inputs.ts';
import { materialById } from '../../../../sim/materials/catalogue.ts';
import { STANDARD_SENSES } from '../../../../sim/senses/registry.ts';
import { InputError } from '../../../errors.ts';
import { loadProtocol } from '../../../schema/protocol/load.ts';
import type { NetworksFound, Told } from '../../../spectra/condition/networks.ts';
import {
  ALL,
  CONSTANT_ERROR,
  type ConditionSpec,
  OBSERVABLE_BELOW,
  type Observed,
  observeCondition,
} from '../../../spectra/condition/observe.ts';
import {
  couplingFrom,
  couplingOption,
  materialsFrom,
  numberFrom,
  sensesFrom,
} from '../../../spectra/synth/options.ts';
import type { Cli } from '../../terminal/context.ts';
import { table } from '../../terminal/table.ts';

interface ConditionOptions {
  readonly materials?: string;
  readonly perState: string;
  readonly senses: string;
  readonly seed: string;
  readonly lookCoupling: string;
  readonly networks: string;
  readonly perMaterial: string;
  readonly steps: string;
  readonly json?: boolean;
}

/** The protocol whose materials are looked at where none are named. */
const USUAL = 'distillation';

/** `looptwin validate condition`: how well each sense shows the state of each material. */
export function addConditionVerb(validate: Command, cli: Cli): void {
  validate
    .command('condition')
    .description('how well the state of each material shows in each sense, all states equally frequent')
    .option('--materials <ids>', `catalogue ids, comma-separated (default: those of ${USUAL})`)
    .option('--per-state <n>', 'pieces of each material in each state', '60')
    .option('--senses <names>', 'what looks at them', STANDARD_SENSES.join(','))
    .option(...couplingOption)
    .option('--seed <n>', 'seed of all random draws', '1')
    .option(
      '--networks <n>',
      'also train so many networks on the materials whose state shows, which are told no material',
      '0',
    )
    .option('--per-material <n>', 'with --networks: pieces of each material to learn from', '3000')
    .option(
      '--steps <n>',
      'with --networks: steps of a training at most; they double until that brings nothing',
      '50000',
    )
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      '\nExample: looptwin validate condition --materials pet-bottle-clear,wood-pine --networks 5',
    )
    .action((options: ConditionOptions) => validateCondition(options, cli));
}

async function validateCondition(options: ConditionOptions, cli: Cli): Promise<void> {
  const asked = options.materials === undefined ? usual(cli.cwd) : materialsFrom(options.materials);
  const spec: ConditionSpec = {
    materials: [...new Set(asked)].sort(),
    perState: numberFrom('--per-state', options.perState, { whole: true, min: 2, max: 100 }),
    senses: sensesFrom(options.senses),
    seed: numberFrom('--seed', options.seed, { whole: true, min: 0, max: 4294967295 }),
    lookCoupling: couplingFrom(options.lookCoupling),
  };
  const whole = (least: number, most: number) => ({ whole: true, min: least, max: most });
  const networks = numberFrom('--networks', options.networks, whole(0, 100));
  const perMaterial = numberFrom('--per-material', options.perMaterial, whole(20, 20_000));
  const steps = numberFrom('--steps', options.steps, whole(10, 1_000_000));
  if (networks > 0) requireTold(spec);
  const found = await observeCondition(spec, cli);
  const { networksOnCondition } = await import('../../../spectra/condition/networks.ts');
  const counts = countsOf(found);
  const sentence = sentenceOf(found, counts);
  const { materials: _, perState: _of, ...looked } = spec;
  const known =
    networks > 0 && (counts[ALL] ?? 0) > 1 && (counts[CAMERA] ?? 0) > 0
      ? await networksOnCondition({ ...looked, networks, perMaterial, steps }, found, cli)
      : null;
  if (options.json) {
    cli.json({
      ...spec,
      constantError: CONSTANT_ERROR,
      observableBelow: OBSERVABLE_BELOW,
      materials: found,
      counts,
      sentence,
      ...(known && {
        networks: { networks, perMaterial, ...known, sentence: networksSentence(known) },
      }),
    });
    return;
  }
  cli.out(conditionTable(found));
  cli.out(`\n${sentence}`);
  if (known === null) return;
  cli.out(`\n${networksTable(known)}`);
  cli.out(`\n${networksSentence(known)}`);
}

/** Networks of all senses are asked with all of them and with the camera alone. */
function requireTold({ senses, materials }: ConditionSpec): void {
  if (senses.length > 1 && senses.includes(CAMERA) && materials.length > 1) return;
  throw new InputError({
    what: `needs two materials, the camera and another sense, got ${materials.length} and ${senses.join(', ')}`,
    where: '--networks',
    cure: `Name more --materials, leave --senses out (${STANDARD_SENSES.join(', ')}), or leave --networks out`,
  });
}

const share = ({ interval: { mean, lo, hi } }: Told) =>
  `${mean.toFixed(3)} (${lo.toFixed(3)} to ${hi.toFixed(3)})`;

function networksTable({ byMaterial }: NetworksFound): string {
  const camera = new Map(byMaterial.camera.map((told) => [told.name, share(told)]));
  const all = new Map(byMaterial.all.map((told) => [told.name, share(told)]));
  const names = [...new Set([...all.keys(), ...camera.keys()])].sort();
  const rows = names.map((name) => [name, all.get(name) ?? '', camera.get(name) ?? '']);
  return table(['error/constant', 'network, all senses', 'network, camera alone'], rows);
}

function networksSentence({ all, camera, byMaterial, tried, steps, plateau }: NetworksFound): string {
  const searched = tried.map((one) => `${one.steps}: ${one.validation.toFixed(3)}`).join(', ');
  const ended = plateau ? 'twice as many brought nothing more' : 'more were not allowed';
  return (
    `Networks that are told no material, error of the state against the constant over ${all.interval.n} trainings (95 % interval): ` +
    `all senses ${share(all)} on the ${byMaterial.all.length} materials that all senses show, ` +
    `camera alone ${share(camera)} on the ${byMaterial.camera.length} that it shows. ` +
    `They were trained for ${steps} steps (error on validation pieces by steps: ${searched}; ${ended}).`
  );
}

function usual(cwd: string): readonly string[] {
  return loadProtocol(USUAL, [], cwd).protocol.data.materials;
}

/** How many materials each sense sees, and at least one of them. */
function countsOf(found: readonly Observed[]): Record<string, number> {
  const names = Object.keys(found[0]?.errors ?? {});
  const counts = names.map(
    (name) => [name, found.filter(({ seenBy }) => seenBy.includes(name)).length] as const,
  );
  return { ...Object.fromEntries(counts), any: found.filter(({ seenBy }) => seenBy.length > 0).length };
}

function conditionTable(found: readonly Observed[]): string {
  const names = Object.keys(found[0]?.errors ?? {});
  const best = ({ errors }: Observed) => Math.min(...Object.values(errors));
  const rows = [...found]
    .sort((a, b) => best(a) - best(b))
    .map((one) => [
      one.material,
      materialById(one.material).class,
      ...names.map((name) => (one.errors[name] ?? Number.NaN).toFixed(2)),
      (best(one) / CONSTANT_ERROR).toFixed(2),
      one.seenBy.join(' ') || 'nothing',
    ]);
  return table(['material', 'class', ...names, 'best/constant', 'seen by'], rows);
}

function sentenceOf(found: readonly Observed[], counts: Readonly<Record<string, number>>): string {
  const named = Object.keys(found[0]?.errors ?? {}).map(
    (name) => `${counts[name]} by ${name === ALL ? 'all together' : name}`,
  );
  return (
    `Mean absolute error of the state, in states, material known, each item left out in turn; a constant has ${CONSTANT_ERROR.toFixed(2)}. ` +
    `Observable (below ${100 * OBSERVABLE_BELOW} % of that): ${counts.any} of ${found.length} materials, ${named.join(', ')}.`
  );
}
