import { materials } from '../../../sim/materials/catalogue.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { PerceptionRow } from './summary.ts';

type Output = PerceptionRow['outputs'][number];

/** Ids of the outputs that accept nothing of what the feed brings: for them there is no recovery. */
export function unfedOutputs({ feed, outputs }: Pick<Scenario, 'feed' | 'outputs'>): ReadonlySet<string> {
  const fed = new Set(feed.materials.filter(({ share }) => share > 0).map(({ materialId }) => materialId));
  const names = new Set(
    materials
      .filter(({ id }) => fed.has(id))
      .flatMap((material) => [material.id, material.class, material.family]),
  );
  const unfed = outputs.filter(({ accepts }) => !accepts.some((name) => names.has(name)));
  return new Set([...unfed.map(({ id }) => id), 'residue']);
}

/** What a table says of an output: shares, and `-` for what has no meaning where nothing came or nothing lies. */
export function outputShares(
  output: Output,
  unfed: ReadonlySet<string>,
  worded: (share: number) => string,
): { readonly purity: string; readonly recovery: string } {
  const sold = output.id !== 'residue' && output.massKg > 0;
  return {
    purity: sold ? worded(output.purity) : '-',
    recovery: unfed.has(output.id) ? '-' : worded(output.recovery),
  };
}
