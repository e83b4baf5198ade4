import { join } from 'node:path';
import { CommanderError } from 'commander';
import { cacheFolder } from '../bin/bundle.mjs';
import { GateError, InputError, ShortageError, StoppedError } from '../errors.ts';
import { printable } from '../printable.ts';
import { sweep } from '../store/leftovers.ts';
import { makeProgram } from './program.ts';
import { requireCache } from './terminal/cache.ts';
import type { Cli } from './terminal/context.ts';
import { type Display, displayFor } from './terminal/display.ts';

/** How long a stopped run may take to put its workers down before the process leaves anyway. */
const patienceMs = 700;

/** Ctrl-C, a polite end, and the terminal that was closed. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exit code and message for whatever a verb threw. */
function verdict(error: unknown, stopped: boolean, debug: boolean): { code: number; text: string } {
  const stack = (e: Error) => (debug ? (e.stack ?? e.message) : e.message);
  if (stopped) return { code: 130, text: new StoppedError().message };
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, text: '' };
  if (error instanceof InputError) return { code: 2, text: stack(error) };
  if (error instanceof GateError || error instanceof ShortageError) return { code: 1, text: stack(error) };
  const text = error instanceof Error ? stack(error) : String(error);
  return {
    code: 1,
    text: debug
      ? text
      : `unexpected error: ${text}\nThis is a bug in looptwin. Run again with --debug for the stack trace.`,
  };
}

/** Stdout closed early (`| head`) is the reader's choice, not an error. */
function toleratePipes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** What verbs get of the outside. The bar leaves the terminal before an answer: it hides the cursor and cuts long lines. */
export function cliFor(display: Display, stdout: NodeJS.WritableStream, signal: AbortSignal): Cli {
  const out = (text: string) => {
    display.clear();
    stdout.write(`${printable(text)}\n`);
  };
  return {
    out,
    json: (document) => out(JSON.stringify(document, null, 2)),
    note: (text) => display.note(text),
    progress: (record) => display.show(record),
    signal,
    get cacheDir() {
      return requireCache(cacheFolder());
    },
    cwd: process.cwd(),
  };
}

/** Runs one command line (without node and script); resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  // Whoever builds the program may be killed meanwhile, and not every verb looks after the cache.
  sweep(join(cacheFolder(), 'bundle'));
  toleratePipes();
  const debug = argv.includes('--debug');
  if (debug) process.setSourceMapsEnabled(true);
  const display = displayFor(process.stderr);
  const controller = new AbortController();
  let answered = false;
  const stop = () => {
    controller.abort(new StoppedError());
    setTimeout(() => {
      display.close();
      // Threads may outlast the answer, which has then been given.
      if (!answered) process.stderr.write(`looptwin: ${new StoppedError().message}\n`);
      process.exit(130);
    }, patienceMs).unref();
  };
  for (const signal of stopSignals) process.once(signal, stop);
  const cli = cliFor(display, process.stdout, controller.signal);
  try {
    const program = await makeProgram(cli, argv);
    await program.parseAsync(argv as string[], { from: 'user' });
    display.close();
    return controller.signal.aborted ? 130 : 0;
  } catch (error) {
    const { code, text } = verdict(error, controller.signal.aborted, debug);
    if (text) display.note(`looptwin: ${text}`);
    display.close();
    return code;
  } finally {
    answered = true;
    for (const signal of stopSignals) process.removeListener(signal, stop);
  }
}
