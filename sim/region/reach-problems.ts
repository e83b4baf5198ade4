import type { SpecProblem } from '../world.ts';
import type { ChainSpec, LaneSpec } from './spec/chain.ts';

/** Places that nothing can come to do nothing: a slip in a lane, most likely. */
export function reachProblems(spec: ChainSpec): SpecProblem[] {
  const { places, lanes } = spec;
  const ends = new Set(lanes.map(({ to }) => to));
  const alone = places.flatMap(({ kind, id }, index): SpecProblem[] =>
    kind === 'maker' || ends.has(id)
      ? []
      : [
          {
            path: ['places', index],
            message: `no lane leads to ${id}`,
            cure: `Add a lane { from: ..., to: ${id}, km: ... }, or take the place out`,
          },
        ],
  );
  return [...alone, ...islandProblems(spec, ends)];
}

/** Places that lanes lead to, but from each other alone; what lies behind a place without a lane is told with that place. */
function islandProblems({ places, lanes }: ChainSpec, ends: ReadonlySet<string>): SpecProblem[] {
  const sources = places.filter(({ kind, id }) => kind === 'maker' || !ends.has(id)).map(({ id }) => id);
  const reached = reachedFrom(sources, lanes);
  const rest = places.map(({ id }) => id).filter((id) => !reached.has(id));
  const known = new Set<string>();
  return rest.flatMap((id): SpecProblem[] => {
    if (known.has(id)) return [];
    const island = islandOf(id, rest, lanes);
    for (const one of island) known.add(one);
    return [
      {
        path: ['places', places.findIndex((place) => place.id === id)],
        message: `no way leads from a maker to ${fewOf(island)}`,
        cure: `Add a lane from a place that goods come to, to one of them, or take ${island.length > 1 ? 'them' : 'it'} out`,
      },
    ];
  });
}

/** Names that are listed; of more, the number is told. */
const LISTED = 8;

function fewOf(ids: readonly string[]): string {
  const more = ids.length - LISTED;
  return more <= 0 ? ids.join(', ') : `${ids.slice(0, LISTED).join(', ')} and ${more} more`;
}

/** Places that lanes lead to from these, and these. */
function reachedFrom(sources: readonly string[], lanes: readonly LaneSpec[]): ReadonlySet<string> {
  const onward = new Map<string, string[]>();
  for (const { from, to } of lanes) {
    const known = onward.get(from);
    if (known === undefined) onward.set(from, [to]);
    else known.push(to);
  }
  const reached = new Set(sources);
  // A set hands out what is added to it while it is read.
  for (const id of reached) for (const to of onward.get(id) ?? []) reached.add(to);
  return reached;
}

/** Those of `ids` that lanes among them join with `id`, whichever way they lead, in the order of the region. */
function islandOf(id: string, ids: readonly string[], lanes: readonly LaneSpec[]): string[] {
  const inside = new Set(ids);
  const within = lanes.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const joined = reachedFrom(
    [id],
    [...within, ...within.map(({ from, to, km }) => ({ from: to, to: from, km }))],
  );
  return ids.filter((one) => joined.has(one));
}
