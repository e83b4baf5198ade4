import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kernelModule } from '../../models/engine/assembly.ts';
import { bundle, cacheFolder } from '../../scenarios/bin/bundle.mjs';
import { bundleViewer } from '../../scenarios/view/bundle.ts';

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
  return { child, done: heard(child) };
}

/** What a process says until its end. */
function heard(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes;
  });
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes;
  });
  return new Promise<Finished>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Runs the command to its end. */
export function looptwin(args: readonly string[], surroundings: Surroundings): Promise<Finished> {
  return start(args, surroundings).done;
}

const eachEntry = fileURLToPath(new URL('each.mjs', import.meta.url));

/** What one of several command lines said in one process, and the names of what it left in the working folder. */
export interface FinishedInTurn extends Finished {
  readonly left: readonly string[];
}

/** Runs command lines one after the other in one process, through the built program's entry; throws if that process fails. */
export async function looptwinEach(
  lines: readonly (readonly string[])[],
  { cwd, env = {} }: Surroundings,
): Promise<FinishedInTurn[]> {
  const child = spawn(process.execPath, [eachEntry, JSON.stringify(lines)], {
    cwd,
    env: { ...process.env, ...env },
  });
  const { code, out, err } = await heard(child);
  if (code !== 0) throw new Error(`ended with ${code}: ${err}`);
  return JSON.parse(out) as FinishedInTurn[];
}

/** An empty folder, and what removes it. */
export function emptyFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'looptwin-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Makes a cache in which the program, its kernels and the viewer stand built, as after an earlier command of the same checkout, and
 * nothing else; returns its path. Building them costs more than most commands of a test, and shows nothing that one test does not.
 */
export async function builtCache(path: string): Promise<string> {
  const [program, viewer] = await Promise.all([bundle(), bundleViewer(cacheFolder()), kernelModule()]);
  const built = [join('bundle', basename(program)), basename(viewer), 'kernels'];
  // Files with a dot in front are being written by another process, which renames them.
  const filter = (from: string) => !basename(from).startsWith('.');
  for (const name of built.filter((one) => existsSync(join(cacheFolder(), one))))
    cpSync(join(cacheFolder(), name), join(path, name), { recursive: true, filter });
  return path;
}
