import type { Command } from 'commander';
import { mergeToFolder } from '../../studies/experiment/folder/to-folder.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { addExperimentFolderOptions, type StudyOptions } from '../terminal/options.ts';
import { presentExperiment } from '../texts/present-experiment.ts';

/** `looptwin merge`: the shards of an experiment become its one answer. */
export function addMergeVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('merge')
    .description(
      'put the shards of an experiment together: the same answer, fingerprint and folder as on one machine',
    )
    .argument('<folders...>', 'folders that looptwin experiment --shard i/n left, all of them');
  addExperimentFolderOptions(verb)
    .addHelpText('after', '\nExample: looptwin merge runs/battery-panel-shard-*-of-3 --out merged')
    .action(async (folders: string[], options: StudyOptions) => {
      const { cwd, note } = cli;
      // Only days that are played again need a cache.
      const needsCache = options.keepDays || (options.day ?? []).length > 0;
      const settings = needsCache ? settingsOf(cli) : { cwd, note };
      presentExperiment(cli, await mergeToFolder(folders, { ...options, ...settings }), options);
    });
}
