import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import { startViewer } from '../../view/view.ts';
import type { Cli } from '../terminal/context.ts';

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is an integer from 0 (any free one) to 65535.');
  return port;
}

/** Adds `looptwin view <dir>`: serves a run folder with the 3D viewer until the user stops it. */
export function addViewVerb(program: Command, cli: Cli): void {
  program
    .command('view')
    .description('show a run in 3D in the browser, even while it is still being written; Ctrl-C ends it')
    .argument('<dir>', 'run folder, as looptwin run names it')
    .option('--port <number>', 'port on 127.0.0.1; if it is busy, the next free one', portOf, 4400)
    .option('--json', 'print the address as one JSON document')
    .addHelpText('after', '\nExample: looptwin view runs/quickstart-1a2b3c4d')
    .action(async (dir: string, options: { port: number; json?: boolean }) => {
      const viewer = await startViewer(dir, {
        port: options.port,
        cacheDir: cli.cacheDir,
        log: (line) => cli.note(line),
      });
      if (options.json) cli.json({ url: viewer.url, port: viewer.port });
      else cli.out(viewer.url);
      if (!cli.signal.aborted) await once(cli.signal, 'abort');
      await viewer.close();
    });
}
