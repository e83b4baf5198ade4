import { resolve } from 'node:path';
import type { Command } from 'commander';
import { requireBackend } from '../../../backend.ts';
import { classesOf } from '../../../images/folder.ts';
import type { Effort } from '../../../images/judge.ts';
import { photographs, renders } from '../../../images/sets.ts';
import { imageText } from '../../../images/text.ts';
import { numberFrom } from '../../../spectra/synth/options.ts';
import type { Cli } from '../../terminal/context.ts';

interface ImageOptions {
  readonly map?: string;
  readonly size: string;
  readonly perClass: string;
  readonly steps: string;
  readonly background: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** `looptwin validate images <dir>`: trains on rendered frames alone and tests on photographs. */
export function addImagesVerb(validate: Command, cli: Cli): void {
  validate
    .command('images')
    .description('a network trained on rendered frames alone, tested on your photographs, one folder a class')
    .argument('<dir>', 'folder with one folder of JPEG or PNG files a class: glass/, paper/, ...')
    .option('--map <file>', 'YAML: which materials, classes or families each folder holds')
    .option('--size <px>', 'side of the pictures that the network sees, 32 or 64', '64')
    .option('--per-class <n>', 'rendered frames per class', '600')
    .option('--steps <n>', 'steps of each training, whose learning rate ends with them', '1500')
    .option('--background <share>', 'reflectance of what lies below the things, from 0.5 on a board', '0.75')
    .option('--seed <n>', 'seed of all random draws', '1')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin validate images photographs --map classes.yaml')
    .action((dir: string, options: ImageOptions) => validateImages(dir, options, cli));
}

async function validateImages(dir: string, options: ImageOptions, cli: Cli): Promise<void> {
  const side = numberFrom('--size', options.size, { whole: true, min: 32, max: 64 });
  const perClass = numberFrom('--per-class', options.perClass, { whole: true, min: 10, max: 20_000 });
  const steps = numberFrom('--steps', options.steps, { whole: true, min: 1, max: 100_000 });
  const background = numberFrom('--background', options.background, { min: 0, max: 1 });
  const seed = numberFrom('--seed', options.seed, { whole: true, min: 0 });
  const map = options.map === undefined ? null : resolve(cli.cwd, options.map);
  const classes = classesOf(resolve(cli.cwd, dir), dir, map);
  const names = classes.map(({ name }) => name);
  const { openBackend } = await import('../../../../models/engine/backend.ts');
  const { ceilingOf, domainScore, scoresOf } = await import('../../../images/judge.ts');
  const effort: Effort = {
    ...{ engine: await openBackend(requireBackend(undefined)), steps, seed },
    hooks: { signal: cli.signal },
  };
  const tasks = ['reading photographs', 'rendering', 'training', 'ceiling', 'domain'] as const;
  const step = (i: number) => cli.progress({ task: `validate: ${tasks[i]}`, done: i, total: tasks.length });
  step(0);
  const photos = photographs(classes, side);
  step(1);
  const made = renders(classes, perClass, side, background, seed, 0);
  const other = renders(classes, Math.ceil(perClass / 4), side, background, seed, made.values.length);
  step(2);
  const [toPhotographs, toRenders] = await scoresOf(names, made, [photos, other], effort);
  if (!toPhotographs || !toRenders) return;
  step(3);
  const ceiling = await ceilingOf(names, photos, effort);
  step(4);
  const domain = await domainScore(photos, made, effort);
  const report = { classes, toPhotographs, toRenders, ceiling, domain };
  if (options.json) return cli.json(report);
  cli.out(imageText(report));
}
