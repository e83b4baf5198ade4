import type { z } from 'zod';
import { asks } from '../../../sim/decisions/policies.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { isAblation } from '../../../sim/site/robot/condition.ts';
import { asksInDoubt, findNetwork, inOrder, type Networks } from './networks.ts';
import type { policiesSchema } from './policies.ts';
import type { RobotSettings } from './robots.ts';

/** What is asked of a scenario about what its robots see with. */
export interface Seeing extends Networks {
  readonly policies: Pick<z.infer<typeof policiesSchema>, 'perceptions' | 'sorting' | 'furtherLooks'>;
  readonly robots: readonly RobotSettings[];
}

/** One look of a robot before anything is trained. */
export interface PlannedLook {
  readonly network: string;
  readonly senses: readonly Sense[];
  /** Senses that this look pays for. */
  readonly pays: readonly Sense[];
}

/** True if a robot that sees with `network` may look further: with another network, under the policy that asks for it. */
function escalates({ policies }: Seeing, network: string): boolean {
  return asks(policies.sorting) && !isAblation(network) && network !== policies.furtherLooks.network;
}

/** The better looks after a first one with `seen`; a look that would add nothing is left out. */
function furtherLooks(scenario: Seeing, seen: readonly Sense[]): PlannedLook[] {
  const { network, adds } = scenario.policies.furtherLooks;
  const known = findNetwork(scenario, network)?.senses ?? [];
  const looks: PlannedLook[] = [];
  let paid = seen;
  for (const add of adds) {
    const before = paid;
    const pays = inOrder(add).filter((sense) => !before.includes(sense));
    if (pays.length === 0) continue;
    const all = [...before, ...pays];
    looks.push({ network, senses: known.filter((sense) => all.includes(sense)), pays });
    paid = all;
  }
  return looks;
}

/** The network of the first look of a way of seeing. */
export function firstNetwork({ policies }: Pick<Seeing, 'policies'>, name: string): string {
  return name === asksInDoubt ? policies.furtherLooks.first : name;
}

/** The looks of a robot with a network: the first one, then those that asking adds. Empty for ablations, and for an unknown name. */
export function looksWith(scenario: Seeing, name: string): PlannedLook[] {
  const network = firstNetwork(scenario, name);
  const found = findNetwork(scenario, network);
  if (found === undefined) return [];
  const { senses } = found;
  const first = { network, senses, pays: senses };
  return [
    first,
    ...(name === asksInDoubt || escalates(scenario, network) ? furtherLooks(scenario, senses) : []),
  ];
}

/** Networks that a robot sees with in one of the days of its scenario, each once. */
export function networksOf({ policies }: Seeing, { perception }: RobotSettings): string[] {
  return perception === null ? [...new Set(policies.perceptions)] : [perception];
}
