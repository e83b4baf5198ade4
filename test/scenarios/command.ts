import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../scenarios/bin/looptwin.mjs', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the command as a user would; the caller may signal it. */
export function start(
  args: readonly string[],
  { cwd, env = {} }: Surroundings,
): { child: ChildProcess; done: Promise<Finished> } {
  const child = spawn(process.execPath, [entry, ...args], { cwd, env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes;
  });
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes;
  });
  const done = new Promise<Finished>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, done };
}

/** Runs the command to its end. */
export function looptwin(args: readonly string[], surroundings: Surroundings): Promise<Finished> {
  return start(args, surroundings).done;
}

/** An empty folder, and what removes it. */
export function emptyFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'looptwin-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
