import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { GateError } from '../../errors.ts';
import { inRunFolder } from '../../record/run-folder.ts';
import { type ExperimentDocument, failedText } from '../../studies/experiment/document.ts';
import { mergeShards } from '../../studies/experiment/merge.ts';
import { type Cli, shownPath } from '../terminal/context.ts';
import type { StudyOptions } from '../terminal/options.ts';
import { experimentText } from '../texts/experiment.ts';

/** Leaves the document in a folder of its own; returns the folder. */
function writeFolder(cli: Cli, document: ExperimentDocument, { out, force }: StudyOptions): Promise<string> {
  const target = resolve(cli.cwd, out ?? join('runs', `${document.scenario}-experiment`));
  return inRunFolder(target, { force, note: cli.note }, async (folder) => {
    folder.write('experiment.json', `${JSON.stringify(document, null, 2)}\n`);
    folder.finish();
    return folder.target;
  });
}

/** `looptwin merge`: the shards of an experiment become its one answer. */
export function addMergeVerb(program: Command, cli: Cli): void {
  program
    .command('merge')
    .description(
      'put the shards of an experiment together: the same answer and fingerprint as on one machine',
    )
    .argument('<folders...>', 'folders that looptwin experiment --shard i/n left, all of them')
    .option('--out <folder>', 'folder of the result (default: runs/<name>-experiment)')
    .option('--force', 'use a folder that holds other files too; they are left alone')
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin merge runs/battery-panel-shard-*-of-3 --out merged')
    .action(async (folders: string[], options: StudyOptions) => {
      const document = mergeShards(folders, { cwd: cli.cwd, note: cli.note });
      const folder = await writeFolder(cli, document, options);
      if (options.json) cli.json<ExperimentDocument>(document);
      else cli.out(`${experimentText(document)}\n${shownPath(folder, cli.cwd)} holds it.`);
      if (document.failures.length > 0) throw new GateError(failedText(document));
    });
}
