import { materials } from '../materials/catalogue.ts';
import { environments } from '../materials/stay.ts';
import { unknownMaterials, unknownNames } from '../problems.ts';
import type { SpecProblem } from '../world.ts';
import { disruptionProblems } from './disruption-problems.ts';
import { reachProblems } from './reach-problems.ts';
import { siteProblems } from './site-problems.ts';
import {
  type ChainSpec,
  CONDITIONS,
  FEED,
  isBuyer,
  type LaneSpec,
  type PlaceSpec,
  type SortingSpec,
} from './spec/chain.ts';
import { inputsOf } from './spec/transfer-matrix.ts';
import { outputsOf, usersOf, waysOut } from './stock/state.ts';

/** Everything that makes a chain unplayable, all at once; an empty list means it can run. Places last: a wrong material is a problem of each. */
export function chainProblems(spec: ChainSpec): SpecProblem[] {
  return [
    ...unknownMaterials(['materials'], spec.materials),
    ...laneProblems(spec),
    ...outletProblems(spec),
    ...lossProblems(spec),
    ...priceProblems(spec),
    ...reachProblems(spec),
    ...disruptionProblems(spec),
    ...placeProblems(spec),
  ];
}

function placeProblems(spec: ChainSpec): SpecProblem[] {
  const ids = spec.materials.map((material) => material.materialId);
  const seen = new Set<string>();
  const told = new Set<string>();
  return spec.places.flatMap((place, index): SpecProblem[] => {
    const path = ['places', index];
    const found: SpecProblem[] = [];
    if (seen.has(place.id))
      found.push({
        path: [...path, 'id'],
        message: 'is used twice',
        got: place.id,
        cure: 'Give each place its own id',
      });
    seen.add(place.id);
    if (place.kind === 'maker')
      place.makes.forEach(({ materialId }, k) => {
        if (!ids.includes(materialId))
          found.push({
            path: [...path, 'makes', k, 'materialId'],
            message: 'is not among the materials of this chain',
            got: materialId,
            known: ids,
            cure: `Add it to materials, or use one of ${ids.join(', ')}`,
          });
      });
    if (place.kind === 'sorting')
      found.push(
        ...siteProblems(place, ids)
          .filter((problem) => isNews(place, problem, told))
          .map((problem) => ({ ...problem, path: [...path, ...problem.path] })),
      );
    if (place.kind === 'use' && place.climate !== null && !(place.climate in environments))
      found.push({
        path: [...path, 'climate'],
        message: 'is not a place where items live',
        got: place.climate,
        known: Object.keys(environments),
        cure: `Use null or one of ${Object.keys(environments).join(', ')}`,
      });
    if (isBuyer(place)) found.push(...unknownNames([...path, 'accepts'], place.accepts));
    if (isBuyer(place) && place.tiers.length === 0)
      found.push({
        path: [...path, 'tiers'],
        message: 'has no price',
        cure: 'Add at least { minPurity: 0, priceEurPerKg: ... } (negative = a gate fee)',
      });
    return found;
  });
}

/** What is wrong with the tables of one measured site is told once and not for each place that stands on it. */
function isNews({ measured }: SortingSpec, { path, message, got }: SpecProblem, told: Set<string>): boolean {
  if (measured === undefined || path[0] !== 'matrices') return true;
  const words = JSON.stringify([path, message, got]);
  return !told.has(words) && told.add(words).size > 0;
}

function laneProblems(spec: ChainSpec): SpecProblem[] {
  const byId = new Map(spec.places.map((place) => [place.id, place]));
  const known = [...byId.keys()].join(', ');
  return spec.lanes.flatMap((lane, index): SpecProblem[] => {
    const found: SpecProblem[] = [];
    for (const end of ['from', 'to'] as const)
      if (!byId.has(lane[end]))
        found.push({
          path: ['lanes', index, end],
          message: 'is not a place of this chain',
          got: lane[end],
          cure: `Use one of ${known}`,
          known: [...byId.keys()],
        });
    const from = byId.get(lane.from);
    if (from && lane.output !== undefined && !outputsOf(from).includes(lane.output))
      found.push({
        path: ['lanes', index, 'output'],
        message: `is not an output of ${lane.from}`,
        got: lane.output,
        known: outputsOf(from),
        cure: `Use one of ${outputsOf(from).join(', ') || '(it has none)'}`,
      });
    return found;
  });
}

/** What each kind of place must be able to hand on, and to whom. */
const ONWARD: Readonly<Partial<Record<PlaceSpec['kind'], readonly PlaceSpec['kind'][]>>> = {
  maker: ['use'],
  use: ['collection', 'market', 'recovery', 'landfill'],
  collection: ['sorting'],
  workshop: ['use'],
};

function lanesBySource({ lanes }: ChainSpec): ReadonlyMap<string, LaneSpec[]> {
  const found = new Map<string, LaneSpec[]>();
  for (const lane of lanes) {
    const known = found.get(lane.from);
    if (known) known.push(lane);
    else found.set(lane.from, [lane]);
  }
  return found;
}

function outletProblems(spec: ChainSpec): SpecProblem[] {
  const byId = new Map(spec.places.map((place) => [place.id, place]));
  const users = usersOf(spec);
  const lanesFrom = lanesBySource(spec);
  return spec.places.flatMap((place, index): SpecProblem[] => {
    const lanes = lanesFrom.get(place.id) ?? [];
    const found: SpecProblem[] = [];
    const wanted = ONWARD[place.kind];
    if (wanted && !lanes.some((lane) => wanted.includes(byId.get(lane.to)?.kind ?? 'maker')))
      found.push({
        path: ['places', index],
        message: `${place.id} is a dead end: a ${place.kind} place needs a lane to ${wanted.join(' or ')}`,
        cure: 'Add the lane',
      });
    for (const output of outputsOf(place))
      if (waysOut(output, lanes, users).length === 0)
        found.push({
          path: ['places', index],
          message: `${place.id} has no outlet for its output "${output}"`,
          cure: `Add a lane { from: ${place.id}, to: ..., output: ${output} }`,
        });
    return found;
  });
}

/** True when a place may pass on everything that it gets. */
function isLossless(place: PlaceSpec, ids: readonly string[]): boolean {
  switch (place.kind) {
    case 'use':
      return place.participation >= 1;
    case 'workshop':
    case 'reprocessor':
      return place.yield >= 1;
    case 'sorting':
      return place.matrices.every(({ cells }) =>
        inputsOf(ids, CONDITIONS.slice(0, FEED), cells).every(
          (input) => Object.values(cells).reduce((sum, row) => sum + (row[input] ?? 0), 0) >= 1,
        ),
      );
    case 'maker':
    case 'collection':
      return true;
    default:
      return false;
  }
}

/** A cycle in which nothing is ever lost fills up without end. */
function lossProblems(spec: ChainSpec): SpecProblem[] {
  const ids = spec.materials.map((material) => material.materialId);
  const lossless = new Set(spec.places.filter((place) => isLossless(place, ids)).map((place) => place.id));
  const lanesFrom = lanesBySource(spec);
  const onward = (id: string) =>
    (lanesFrom.get(id) ?? []).map((lane) => lane.to).filter((to) => lossless.has(to));
  const cycle = cycleIn(lossless, onward);
  if (cycle === null) return [];
  return [
    {
      path: ['lanes'],
      message: `cycle without loss: ${cycle.join(' -> ')}`,
      cure: 'Give one of its places a yield or participation below 1',
    },
  ];
}

/** The first cycle of a graph, its first node again at the end; null if there is none. Depth first, without recursion. */
function cycleIn(nodes: Iterable<string>, onward: (id: string) => string[]): readonly string[] | null {
  const done = new Set<string>();
  for (const start of nodes) {
    const trail = new Map([[start, onward(start)]]);
    const path = [start];
    while (path.length > 0) {
      const here = path[path.length - 1]!;
      const next = trail.get(here)!.shift();
      if (next === undefined) {
        trail.delete(here);
        done.add(path.pop()!);
      } else if (trail.has(next)) {
        return [...path.slice(path.indexOf(next)), next];
      } else if (!done.has(next)) {
        trail.set(next, onward(next));
        path.push(next);
      }
    }
  }
  return null;
}

/** A material that nobody takes has no price anywhere. */
function priceProblems(spec: ChainSpec): SpecProblem[] {
  const buyers = spec.places.filter(isBuyer);
  const classOf = new Map(materials.map((material) => [material.id, material]));
  return spec.materials.flatMap((material, index): SpecProblem[] => {
    const entry = classOf.get(material.materialId);
    if (entry === undefined) return [];
    const names = [entry.id, entry.class, entry.family];
    const taken = buyers.some(
      (buyer) => buyer.accepts.length === 0 || buyer.accepts.some((n) => names.includes(n)),
    );
    return taken
      ? []
      : [
          {
            path: ['materials', index],
            message: `${entry.id} has no price: no place accepts it`,
            cure: `Let a place accept ${names.join(', ')}, or add an outlet that accepts everything (accepts: [])`,
          },
        ];
  });
}
