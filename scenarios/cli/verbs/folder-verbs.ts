import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { GateError, InputError } from '../../errors.ts';
import { damageOf } from '../../record/replay.ts';
import { writeOutput } from '../../store/leftovers.ts';
import { verifyRun, wordVerdict } from '../../studies/verify.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';

export function runFolder(cli: Cli, dir: string): string {
  const folder = resolve(cli.cwd, dir);
  if (existsSync(folder)) return folder;
  throw new InputError({
    what: 'no such folder',
    where: dir,
    cure: 'Give the folder of a run, such as runs/quickstart-1a2b3c4d; looptwin run makes one',
  });
}

/** `looptwin report <dir>`: draws the report of a run again. */
export function addReportVerb(program: Command, cli: Cli): void {
  program
    .command('report')
    .description('redraw the report of a run as one self-contained HTML file')
    .argument('<dir>', 'run folder')
    .option('--out <file>', 'where to write it (default: report.html in the run folder)')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin report runs/quickstart-1a2b3c4d --out quickstart.html')
    .action(async (dir: string, options: { out?: string; json?: boolean }) => {
      const folder = runFolder(cli, dir);
      const path = options.out ? resolve(cli.cwd, options.out) : join(folder, 'report.html');
      const { reportOf } = await import('../../studies/report.ts');
      const html = await reportOf(folder);
      writeOutput(path, html);
      const recording = join(folder, 'events.mcap');
      const damage = existsSync(recording) ? damageOf(recording) : null;
      if (damage !== null) cli.note(`${damage.what}. ${damage.cure}`);
      if (options.json) return cli.json({ report: path, bytes: Buffer.byteLength(html) });
      cli.out(path);
    });
}

/** `looptwin verify <dir>`: runs again and compares. */
export function addVerifyVerb(program: Command, cli: Cli): void {
  program
    .command('verify')
    .description(
      'repeat a recorded run and compare; if the two differ, name the first differing event and exit with code 1',
    )
    .argument('<dir>', 'run folder')
    .option('--no-cache', 'retrain as well: do not read the cache')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin verify runs/quickstart-1a2b3c4d')
    .action(async (dir: string, options: { cache: boolean; json?: boolean }) => {
      const verdict = await verifyRun(runFolder(cli, dir), { ...options, ...settingsOf(cli) });
      if (options.json) cli.json(verdict);
      else if (verdict.same) cli.out(wordVerdict(verdict));
      if (!verdict.same) throw new GateError(wordVerdict(verdict));
    });
}
