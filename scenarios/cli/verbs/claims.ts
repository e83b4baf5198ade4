import type { Command } from 'commander';
import { type Columns, textsOf } from '../../report/columns.ts';
import type { Claim } from '../../studies/claims/claims.ts';
import { claimsPage, settledClaims } from '../../studies/claims/page.ts';
import type { Cli } from '../terminal/context.ts';
import { table } from '../terminal/table.ts';

const columns: Columns<Claim> = [
  ['claim of the source', ({ claim }) => claim],
  ['verdict', ({ verdict }) => verdict],
];

/** `looptwin claims`: what became of each claim of the source. */
export function addClaimsVerb(program: Command, cli: Cli): void {
  program
    .command('claims')
    .description(
      'list the claims that looptwin tests, what was measured of each, by which command, and the verdict',
    )
    .option('--markdown', 'print the page instead of a table')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin claims --markdown')
    .action((options: { markdown?: boolean; json?: boolean }) => {
      const claims = settledClaims(cli.cwd);
      if (options.json) return cli.json(claims.map((claim) => ({ ...claim })));
      if (options.markdown) return cli.out(claimsPage(claims).trimEnd());
      cli.out(table(...textsOf(columns, claims)));
      for (const { claim, verdict, measured } of claims)
        cli.out(`\n${claim}: ${verdict}. ${measured === '' ? 'Nothing is measured yet' : measured}.`);
    });
}
