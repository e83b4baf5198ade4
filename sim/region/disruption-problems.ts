import type { SpecProblem } from '../world.ts';
import { type ChainSpec, isBuyer } from './spec/chain.ts';
import { CLOSABLE, type DisruptionSpec } from './spec/disruption.ts';

/** Disruptions of places and lanes that are not there, or that nothing of the kind can happen to. */
export function disruptionProblems({ disruptions = [], places, lanes }: ChainSpec): SpecProblem[] {
  const kindOf = new Map(places.map(({ id, kind }) => [id, kind]));
  const buyers = places.filter(isBuyer).map(({ id }) => id);
  const closable = places.filter(({ kind }) => CLOSABLE.some((one) => one === kind)).map(({ id }) => id);
  const oneOf = (
    path: SpecProblem['path'],
    got: string,
    known: readonly string[],
    what: string,
  ): SpecProblem[] =>
    known.includes(got)
      ? []
      : [
          {
            ...{ path, got, known },
            message: kindOf.has(got)
              ? `is a place of kind ${kindOf.get(got)}, ${what}`
              : 'is not a place of this chain',
            cure: `Use one of ${known.join(', ')}`,
          },
        ];
  return disruptions.flatMap((one: DisruptionSpec, index): SpecProblem[] => {
    const path = ['disruptions', index];
    if (one.kind === 'closure')
      return oneOf([...path, 'place'], one.place, closable, 'which works no capacity that could be closed');
    if (one.kind === 'price-floor') return oneOf([...path, 'place'], one.place, buyers, 'which buys nothing');
    return roadProblems(one, path, lanes, kindOf);
  });
}

/** Kinds of places that choose the lane that a lot leaves by. */
const CHOOSING = ['collection', 'sorting', 'workshop', 'reprocessor'];

function roadProblems(
  { from, to }: { readonly from: string; readonly to: string },
  path: SpecProblem['path'],
  lanes: ChainSpec['lanes'],
  kindOf: ReadonlyMap<string, string>,
): SpecProblem[] {
  const kind = kindOf.get(from);
  const ends = lanes.filter((lane) => lane.from === from).map((lane) => lane.to);
  const known = [...new Set(ends)];
  if (kind === undefined)
    return [
      {
        ...{ path: [...path, 'from'], message: 'is not a place of this chain', got: from },
        ...{ known: [...kindOf.keys()], cure: `Use one of ${[...kindOf.keys()].join(', ')}` },
      },
    ];
  const intoHomes = ['use', 'maker'].includes(kindOf.get(to) ?? '');
  if (!CHOOSING.includes(kind) || intoHomes)
    return [
      {
        ...{
          path: [...path, 'from'],
          message: `no lot waits at ${from} for this road`,
          got: `${from} to ${to}`,
        },
        cure: `Block a lane that leaves a ${CHOOSING.join(', ')} place for a buyer or a sorting site`,
      },
    ];
  if (known.includes(to)) return [];
  return [
    {
      ...{ path: [...path, 'to'], message: `no lane leads there from ${from}`, got: to, known },
      cure: `Use one of ${known.join(', ')}`,
    },
  ];
}
