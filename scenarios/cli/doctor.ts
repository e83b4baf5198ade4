import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, freemem, platform, release, totalmem } from 'node:os';
import type { Command } from 'commander';
import { makeFolders } from '../bin/bundle.mjs';
import { packageFacts } from '../version.ts';
import type { Cli } from './context.ts';

interface Finding {
  readonly name: string;
  readonly value: string;
  readonly ok: boolean;
  readonly cure?: string;
}

/** The smallest module that uses 128-bit SIMD: (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt). */
const simdModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

function cacheFinding(folder: string): Finding {
  try {
    makeFolders(folder);
    accessSync(folder, constants.W_OK);
    return { name: 'cache', value: folder, ok: true };
  } catch {
    const cure = 'Set LOOPTWIN_CACHE to a folder that can be written';
    return { name: 'cache', value: `${folder} cannot be written`, ok: false, cure };
  }
}

function optionalPackage(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** What this machine offers, with a cure for whatever is missing. */
function examine(cacheDir: string): Finding[] {
  const { version, engines } = packageFacts();
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const nodeOk = major > 20 || (major === 20 && minor >= 19);
  const simd = WebAssembly.validate(simdModule);
  const gib = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);
  const native = optionalPackage('@tensorflow/tfjs-node');
  return [
    { name: 'looptwin', value: version, ok: true },
    {
      name: 'node',
      value: `${process.versions.node} (needs ${engines.node})`,
      ok: nodeOk,
      ...(nodeOk ? {} : { cure: 'Install Node 20.19 or newer' }),
    },
    { name: 'system', value: `${platform()} ${release()} ${process.arch}`, ok: true },
    { name: 'processor', value: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`, ok: true },
    { name: 'memory', value: `${gib(freemem())} GiB free of ${gib(totalmem())}`, ok: freemem() > 1024 ** 3 },
    {
      name: 'wasm simd',
      value: simd ? 'yes' : 'no',
      ok: simd,
      ...(simd ? {} : { cure: 'Training needs WebAssembly SIMD: use a newer Node or processor' }),
    },
    cacheFinding(cacheDir),
    {
      name: 'tfjs-node',
      value: native ? 'installed' : 'not installed (optional: the native backend, not bit-reproducible)',
      ok: true,
    },
  ];
}

/** `looptwin doctor`: what this machine offers. */
export function addDoctorVerb(program: Command, cli: Cli): void {
  program
    .command('doctor')
    .description('what this machine offers, and what to do about what it lacks')
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin doctor')
    .action((options: { json?: boolean }) => {
      const findings = examine(cli.cacheDir);
      if (options.json)
        return cli.json({ ok: findings.every((f) => f.ok), findings: findings.map((f) => ({ ...f })) });
      for (const f of findings) {
        cli.out(`${f.ok ? 'ok  ' : 'bad '} ${f.name.padEnd(10)} ${f.value}${f.cure ? `. ${f.cure}` : ''}`);
      }
    });
}
