import { once } from 'node:events';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { playSiteDays } from '../../studies/region/days.ts';
import { browserCommand, startApart } from '../../view/open-browser.ts';
import { writeStatic } from '../../view/static/static.ts';
import { startViewer } from '../../view/view.ts';
import { type Cli, settingsOf, shownPath } from '../terminal/context.ts';

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is an integer from 0 (any free one) to 65535.');
  return port;
}

interface Options {
  readonly port: number;
  readonly json?: boolean;
  readonly open: boolean;
  readonly static?: string;
  readonly force?: boolean;
  readonly days?: boolean;
}

/** Adds `looptwin view <dir>`: shows a run folder in the browser until the user stops it, or writes a page of it to give away. */
export function addViewVerb(program: Command, cli: Cli): void {
  program
    .command('view')
    .description('show a run in the browser, even while it is still being written; Ctrl-C ends it')
    .argument('<dir>', 'run folder of a day or a region, as looptwin run names it')
    .option('--port <number>', 'port on 127.0.0.1; if it is busy, the next free one', portOf, 4400)
    .option('--no-open', 'print the address and open no browser')
    .option('--static <out>', 'write a page that shows the run without looptwin, below 10 MB, and end')
    .option(
      '--days',
      'of a region: first play the day that each measured site stands on, keep it in the folder, and let the page lead into it',
    )
    .option('--force', 'with --static: use a folder that holds other files too')
    .option('--json', 'print the address as one JSON document, and open no browser')
    .addHelpText(
      'after',
      '\nExamples: looptwin view runs/quickstart-1a2b3c4d\n          looptwin view runs/quickstart-1a2b3c4d --static page',
    )
    .action((dir: string, options: Options) =>
      options.static === undefined ? serve(cli, dir, options) : give(cli, dir, options.static, options),
    );
}

async function serve(cli: Cli, dir: string, { port, json, open, days }: Options): Promise<void> {
  if (days) await playSiteDays(resolve(cli.cwd, dir), settingsOf(cli));
  const viewer = await startViewer(dir, { port, cacheDir: cli.cacheDir, log: (line) => cli.note(line) });
  if (json) cli.json({ url: viewer.url, port: viewer.port });
  else cli.out(viewer.url);
  const desk = { platform: process.platform, env: process.env, attended: process.stdout.isTTY === true };
  const command = open && !json ? browserCommand(desk, viewer.url) : null;
  if (command !== null) startApart(command);
  if (!cli.signal.aborted) await once(cli.signal, 'abort');
  await viewer.close();
}

async function give(cli: Cli, dir: string, out: string, { json, force }: Options): Promise<void> {
  const { cacheDir, cwd, note, signal } = cli;
  const page = await writeStatic(dir, out, { cacheDir, cwd, note, signal, force: force === true });
  for (const line of page.warnings) note(line);
  if (json) return cli.json(page);
  cli.out(`${shownPath(page.path, cwd)}: ${(page.bytes / 1e6).toFixed(1)} MB`);
  for (const line of page.leftOut) cli.out(line);
}
