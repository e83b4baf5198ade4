import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What one test file said: how long it took and its first failure, if any. */
export interface Verdict {
  readonly ms: number;
  readonly failure?: string;
  /** The limit was reached before the file had ended. */
  readonly late: boolean;
}

/** Runs test files in the copied tree. */
export interface Suite {
  run(test: string, limitMs: number): Promise<Verdict>;
  /** Says that a source (absolute) is no longer what the last run saw. */
  changed(path: string): void;
  close(): void;
}

export function openSuite(root: string, env: Readonly<Record<string, string>> = {}): Suite {
  let child: ChildProcess | undefined;
  const stale = new Set<string>();
  const open = async (): Promise<ChildProcess> => {
    const fresh = spawn(process.execPath, [join(root, 'test/mutation/worker.mjs')], {
      cwd: root,
      env: { ...process.env, LOOPTWIN_TMP: join(root, 'tmp'), NO_COLOR: '1', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: true, // a group of its own, so that an endless loop can be ended with all that it started
    });
    await once(fresh, 'message');
    return fresh;
  };
  const close = (): void => {
    try {
      if (child?.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It and all that it started have ended by themselves.
    }
    child = undefined;
  };
  process.prependOnceListener('exit', close); // before the tree is removed under its feet
  return {
    close,
    changed: (path) => void stale.add(path),
    run: async (test, limitMs) => {
      child ??= await open();
      const begin = performance.now();
      const said = await answer(child, { test, changed: [...stale] }, limitMs);
      stale.clear();
      const ms = Math.round(performance.now() - begin);
      if (typeof said !== 'string') return { ...said, late: false };
      close();
      return { ms, failure: said, late: said === TOO_LATE };
    },
  };
}

const TOO_LATE = 'does not end';

/** What the child says to a request, or why it says nothing. */
function answer(
  child: ChildProcess,
  request: object,
  limitMs: number,
): Promise<Omit<Verdict, 'late'> | string> {
  return new Promise((resolve) => {
    const heard = (verdict: unknown): void => end(verdict as Omit<Verdict, 'late'>);
    const gone = (): void => end('the process ended');
    const timer = setTimeout(() => end(TOO_LATE), limitMs);
    const end = (result: Omit<Verdict, 'late'> | string): void => {
      clearTimeout(timer);
      child.off('message', heard).off('exit', gone);
      resolve(result);
    };
    child.on('message', heard).on('exit', gone);
    child.send(request);
  });
}
