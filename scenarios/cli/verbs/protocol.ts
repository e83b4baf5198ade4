import { resolve } from 'node:path';
import { z } from 'zod';
import type { JsonValue } from '../../../sim/record/json.ts';
import { GateError } from '../../errors.ts';
import { textsOf } from '../../report/columns.ts';
import { writeAtomic } from '../../store/atomic.ts';
import { againTable, againText } from '../../studies/protocol/again.ts';
import { besideTables, openSentences } from '../../studies/protocol/beside-tables.ts';
import { estimateColumns } from '../../studies/protocol/estimate.ts';
import { armColumns, comparisonColumns } from '../../studies/protocol/page.ts';
import {
  estimateProtocol,
  goldenDifference,
  goldenOf,
  type ProtocolGolden,
  runProtocol,
} from '../../studies/protocol/protocol.ts';
import { type Cli, settingsOf } from '../terminal/context.ts';
import { readGolden } from '../terminal/golden.ts';
import type { StudyOptions } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';

const goldenSchema = z.object({
  fingerprint: z.string(),
  arms: z.record(z.string(), z.number()),
}) satisfies z.ZodType<ProtocolGolden>;

/** What a protocol would do, and what it takes. */
function tellEstimate(nameOrPath: string, options: StudyOptions, cli: Cli): void {
  const { rows, text } = estimateProtocol(nameOrPath, { ...options, ...settingsOf(cli) });
  if (options.json) cli.json(JSON.parse(JSON.stringify(rows)) as JsonValue);
  else cli.out(`${table(...textsOf(estimateColumns, rows))}\n\n${text}`);
}

/** `looptwin train <protocol>`: trains what is missing, prints the answer, keeps golden results honest. */
export async function trainProtocol(nameOrPath: string, options: StudyOptions, cli: Cli): Promise<void> {
  if (options.dryRun) return tellEstimate(nameOrPath, options, cli);
  const golden = readGolden(options, cli.cwd, goldenSchema);
  const { for: spanS, ...told } = options;
  const slice = spanS === undefined ? {} : { hours: spanS / 3600 };
  const { document, again, folder } = await runProtocol(nameOrPath, {
    ...told,
    ...slice,
    ...settingsOf(cli),
  });
  if (options.json) cli.json(JSON.parse(JSON.stringify({ ...document, again, folder })) as JsonValue);
  else {
    cli.out(table(...textsOf(armColumns, document.arms)));
    cli.out(`\n${table(...textsOf(comparisonColumns, document.named))}`);
    if (again.length > 0) cli.out(`\n${table(...againTable(again))}\n${againText(again)}`);
    for (const [title, head, rows] of besideTables(document))
      if (rows.length > 0) cli.out(`\n${title}\n${table(head, rows)}`);
    for (const sentence of openSentences(document)) cli.out(`\n${sentence}`);
    cli.out(`\n${document.finding}\nfingerprint ${document.fingerprint}\nreport: ${folder}/report.html`);
  }
  if (options.golden !== undefined && options.updateGolden) {
    writeAtomic(resolve(cli.cwd, options.golden), `${JSON.stringify(goldenOf(document, again), null, 2)}\n`);
    cli.note(`wrote ${options.golden}`);
  }
  if (golden === undefined) return;
  const difference = goldenDifference(document, golden);
  if (difference)
    throw new GateError(
      `golden result ${options.golden} differs: ${difference} If the change is intended, write it with --update-golden.`,
    );
  cli.note(`golden result ${options.golden}: equal`);
}
