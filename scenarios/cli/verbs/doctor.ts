import { availableParallelism, cpus, freemem, platform, release, totalmem } from 'node:os';
import type { Command } from 'commander';
import { type BackendName, backendNames, findBackend } from '../../../models/engine/found.ts';
import { must } from '../../../sim/record/must.ts';
import { cacheFolder } from '../../bin/bundle.mjs';
import { GateError, InputError, ShortageError } from '../../errors.ts';
import { packageFacts } from '../../version.ts';
import { requireCache } from '../terminal/cache.ts';
import type { Cli } from '../terminal/context.ts';

interface Finding {
  readonly name: string;
  readonly value: string;
  readonly ok: boolean;
  readonly cure?: string;
}

/** What was found; a cure belongs to what is bad. */
function finding(name: string, value: string, ok = true, cure?: string): Finding {
  return { name, value, ok, ...(!ok && cure && { cure }) };
}

function cacheFinding(folder: string): Finding {
  try {
    return finding('cache', requireCache(folder));
  } catch (error) {
    if (error instanceof ShortageError) return finding('cache', error.message, false);
    if (!(error instanceof InputError)) throw error;
    const { what, where, cure } = must(error.problems[0], 'problem of an error');
    return finding('cache', `${where}: ${what}`, false, cure);
  }
}

const gib = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);

/** Bad below a GiB: about what the quickstart needs on two threads. */
export function memoryFinding(freeBytes: number, totalBytes: number): Finding {
  const value = `${gib(freeBytes)} GiB free of ${gib(totalBytes)}`;
  const cure = 'Close other programs, or use fewer threads: --workers 1';
  return finding('memory', value, freeBytes > 1024 ** 3, cure);
}

/** A backend that is not there is bad, but for the optional one. */
function backendFinding(name: BackendName): Finding {
  const { available, found, cure } = findBackend(name);
  if (available) return finding(name, found);
  return name === 'native' ? finding(name, `${found}: ${cure}`) : finding(name, found, false, cure);
}

/** What this machine offers, with a cure for whatever is missing. */
function examine(cacheDir: string): Finding[] {
  const { version, engines } = packageFacts();
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const nodeOk = major > 20 || (major === 20 && minor >= 19);
  return [
    finding('looptwin', version),
    finding(
      'node',
      `${process.versions.node} (needs ${engines.node})`,
      nodeOk,
      'Install Node 20.19 or newer',
    ),
    finding('system', `${platform()} ${release()} ${process.arch}`),
    finding('processor', `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`),
    memoryFinding(freemem(), totalmem()),
    cacheFinding(cacheDir),
    ...backendNames.map(backendFinding),
  ];
}

const line = ({ name, value, ok, cure }: Finding) =>
  `${ok ? 'ok  ' : 'bad '} ${name.padEnd(10)} ${value}${cure ? `. ${cure}` : ''}`;

/** `looptwin doctor`: what this machine offers; exit code 1 if something is missing. */
export function addDoctorVerb(program: Command, cli: Cli): void {
  program
    .command('doctor')
    .description('check this machine and say how to fix what is missing (exit code 1 if anything is)')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin doctor')
    .action((options: { json?: boolean }) => {
      const findings = examine(cacheFolder());
      const bad = findings.filter((f) => !f.ok).map((f) => f.name);
      if (options.json) cli.json({ ok: bad.length === 0, findings: findings.map((f) => ({ ...f })) });
      else for (const f of findings) cli.out(line(f));
      if (bad.length > 0) throw new GateError(`problems found: ${bad.join(', ')}`);
    });
}
