import { spawn } from 'node:child_process';

/** What of the machine decides whether and how a browser opens. */
export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Somebody sits at the terminal. */
  readonly attended: boolean;
}

/**
 * The command that opens an address in the browser of whoever started this program; null where nobody would see it: output
 * that is not read by a person, an automatic build, another machine, no display.
 */
export function browserCommand({ platform, env, attended }: Desk, url: string): readonly string[] | null {
  if (!attended || env.CI !== undefined) return null;
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  if (platform === 'darwin') return env.SSH_CONNECTION === undefined ? ['open', url] : null;
  return (env.DISPLAY ?? env.WAYLAND_DISPLAY ?? '') === '' ? null : ['xdg-open', url];
}

/** Starts a command that outlives this program; a machine that has no such command shows the address and nothing else. */
export function startApart([command = '', ...args]: readonly string[]): void {
  const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true });
  child.on('error', () => {});
  child.unref();
}
