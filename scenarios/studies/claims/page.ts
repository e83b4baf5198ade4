import { loadScenario } from '../../schema/load.ts';
import { loadProtocol } from '../../schema/protocol/load.ts';
import { protocolOf } from '../../schema/protocol/schema.ts';
import { earlierRuns } from '../protocol/earlier.ts';
import { keptDocument } from '../protocol/protocol.ts';
import { type Claim, claimsOf } from './claims.ts';
import { boardsOf, joulesOf } from './joules.ts';

/** The protocols whose results the claims are held against, and the scenario whose robots' boards they are told for. */
const PROTOCOL = 'distillation';
const AGAIN = 'distillation-again';
const ROBOTS = 'quickstart';

/** The claims of the source with what became of each, from the results that come with looptwin alone. */
export function settledClaims(cwd: string): Claim[] {
  const protocol = protocolOf(loadProtocol(PROTOCOL, [], cwd), false);
  const { data, primary } = protocol;
  return claimsOf({
    document: keptDocument(PROTOCOL, cwd),
    second: keptDocument(AGAIN, cwd),
    earlier: earlierRuns(PROTOCOL),
    joules: joulesOf(data.materials, data.imagePx, boardsOf(loadScenario(ROBOTS, [], cwd))),
    primary: primary.labelledPerMaterial,
    most: Math.max(...[primary, ...protocol.regimes].map(({ labelledPerMaterial }) => labelledPerMaterial)),
  });
}

/** The same as a page in Markdown. */
export function claimsPage(claims: readonly Claim[]): string {
  const parts = claims.map(
    ({ claim, verdict, measured, rule, command }) =>
      `## ${claim}\n\n**${verdict}**. Measured: ${measured === '' ? 'nothing yet' : measured}.\n\nThe verdict: ${rule}. Made by: \`${command}\`.\n`,
  );
  return `# The claims of the source\n\nMade by \`npx looptwin claims --markdown\` from the kept results alone; "open" means that results are missing.\n\n${parts.join('\n')}`;
}
