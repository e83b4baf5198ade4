import { resolve } from 'node:path';
import { z } from 'zod';
import type { JsonValue } from '../../../sim/record/json.ts';
import { GateError } from '../../errors.ts';
import { writeAtomic } from '../../store/atomic.ts';
import { ARM_HEAD, armTable, COMPARISON_HEAD, comparisonTable } from '../../studies/protocol/page.ts';
import {
  goldenDifference,
  goldenOf,
  type ProtocolGolden,
  runProtocol,
} from '../../studies/protocol/protocol.ts';
import type { Cli } from '../terminal/context.ts';
import { type GoldenOptions, readGolden } from '../terminal/golden.ts';
import { table } from '../terminal/table.ts';

/** Options of `looptwin train` for a protocol. */
export interface ProtocolVerbOptions extends GoldenOptions {
  readonly quick?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly set?: readonly string[];
  readonly workers?: number;
  readonly hours?: number;
  readonly json?: boolean;
}

const goldenSchema = z.object({
  fingerprint: z.string(),
  arms: z.record(z.string(), z.number()),
}) satisfies z.ZodType<ProtocolGolden>;

/** `looptwin train <protocol>`: trains what is missing, prints the answer, keeps golden results honest. */
export async function trainProtocol(
  nameOrPath: string,
  options: ProtocolVerbOptions,
  cli: Cli,
): Promise<void> {
  const golden = readGolden(options, cli.cwd, goldenSchema);
  const { document, folder } = await runProtocol(nameOrPath, {
    ...(options.quick === undefined ? {} : { quick: options.quick }),
    ...(options.set === undefined ? {} : { set: options.set }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.hours === undefined ? {} : { hours: options.hours }),
    ...(options.out === undefined ? {} : { out: options.out }),
    force: options.force === true,
    cacheDir: cli.cacheDir,
    cwd: cli.cwd,
    signal: cli.signal,
    progress: (record) => cli.progress(record),
    note: (text) => cli.note(text),
  });
  if (options.json) cli.json(JSON.parse(JSON.stringify({ ...document, folder })) as JsonValue);
  else {
    cli.out(table(ARM_HEAD, armTable(document)));
    cli.out(`\n${table(COMPARISON_HEAD, comparisonTable(document.named))}`);
    cli.out(`\n${document.finding}\nfingerprint ${document.fingerprint}\nreport: ${folder}/report.html`);
  }
  if (options.golden !== undefined && options.updateGolden) {
    writeAtomic(resolve(cli.cwd, options.golden), `${JSON.stringify(goldenOf(document), null, 2)}\n`);
    cli.note(`wrote ${options.golden}`);
  }
  if (golden === undefined) return;
  const difference = goldenDifference(document, golden);
  if (difference)
    throw new GateError(
      `golden result ${options.golden} differs: ${difference} Wanted? Write it again with --update-golden.`,
    );
  cli.note(`golden result ${options.golden}: equal`);
}
