import { join } from 'node:path';
import { makeProgram } from '../../scenarios/cli/program.ts';
import type { Cli } from '../../scenarios/cli/terminal/context.ts';
import { InputError } from '../../scenarios/errors.ts';

/** What a command said. */
export interface Heard {
  readonly out: string[];
  readonly tasks: Set<string>;
  readonly notes: string[];
}

/** Runs a command line in this process, without a bundle; `stopIn` names the task whose first progress is answered with Ctrl-C. */
export function inProcess(
  args: string,
  cwd: string,
  stopIn?: string,
): { readonly run: Promise<unknown>; readonly heard: Heard } {
  const controller = new AbortController();
  const heard: Heard = { out: [], tasks: new Set(), notes: [] };
  const cli: Cli = {
    out: (text) => void heard.out.push(text),
    json: (document) => void heard.out.push(JSON.stringify(document)),
    note: (text) => void heard.notes.push(text),
    progress: ({ task }) => {
      heard.tasks.add(task);
      if (task === stopIn) controller.abort();
    },
    signal: controller.signal,
    cacheDir: join(cwd, 'cache'),
    cwd,
  };
  const argv = args.split(' ').filter(Boolean);
  const run = makeProgram(cli, argv).then((program) => program.parseAsync(argv, { from: 'user' }));
  return { run, heard };
}

/** What a command line is refused with, in this process; throws if it is taken, answers meanwhile, or fails in another way. */
export async function refusalOf(args: string, cwd: string): Promise<string> {
  const { run, heard } = inProcess(args, cwd);
  const said = await run.then(
    () => new Error(`was taken: ${args}`),
    (error: Error) => error,
  );
  if (!(said instanceof InputError) || heard.out.length > 0) throw said;
  return said.message;
}
