import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../../command-line.ts';
import { GateError } from '../../errors.ts';
import { commandOf } from '../../studies/experiment/cell.ts';
import { failedText } from '../../studies/experiment/document.ts';
import type { ExperimentResult } from '../../studies/experiment/folder/to-folder.ts';
import { type Cli, shellPath, shownPath } from '../terminal/context.ts';
import { experimentText } from './experiment.ts';

/** Where the result lies, and at the end a command that goes on from here. */
function placesText({ head, folder, days }: ExperimentResult, cwd: string): string[] {
  const shown = shownPath(folder, cwd);
  const report = join(folder, 'report.html');
  const [day] = days;
  const source = head.source;
  return [
    ...(head.kind === 'plan' || head.points.some(({ own }) => own)
      ? []
      : [
          `By hour and by robot, with intervals: npx ${commandLine('pays', { source, options: {}, set: [] })}`,
        ]),
    ...(existsSync(report) ? [`report: ${shown}/report.html`] : []),
    `${shown} holds experiment.json and a row for each day and arm in replications.parquet and replications.csv`,
    ...(day === undefined
      ? ['To look at one day of it:', `npx ${commandOf(head, { point: 0, replication: 0 })}`]
      : [`npx looptwin view ${shellPath(shownPath(day, cwd))}`]),
  ];
}

/** Prints a finished experiment; what failed is printed too before it is told (exit code 1). */
export function presentExperiment(cli: Cli, result: ExperimentResult, { json }: { json?: boolean }): void {
  const { document, folder, days } = result;
  if (json) cli.json({ ...document, folder, days });
  else cli.out([experimentText(document), ...placesText(result, cli.cwd)].join('\n'));
  if (document.failures.length > 0) throw new GateError(failedText(document));
}
