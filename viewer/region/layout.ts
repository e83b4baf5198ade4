import type { RegionStart } from './region-timeline.ts';
import { type KindName, kindNames } from './region-words.ts';

/** Where a place is drawn, in the units of the picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const WIDTH = 1000;
export const HEIGHT = 560;
const MARGIN = 56;

export const layoutNames = ['chain', 'map'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Columns of the chain, from makers to what leaves it. */
const columns: readonly (readonly KindName[])[] = [
  ['maker'],
  ['use'],
  ['collection'],
  ['sorting'],
  ['workshop', 'reprocessor'],
  ['market', 'recovery', 'landfill'],
];

/** True where every place has a spot on a map. */
export function hasMap({ places }: RegionStart): boolean {
  return places.length > 0 && places.every(({ spot }) => spot.length === 2);
}

/** Spots of all places, in their order. */
export function spotsOf(start: RegionStart, layout: LayoutName): Spot[] {
  return layout === 'map' && hasMap(start) ? mapSpots(start) : chainSpots(start);
}

/** South is below; the map fills the picture without being stretched. */
function mapSpots({ places }: RegionStart): Spot[] {
  const xs = places.map(({ spot }) => spot[0] ?? 0);
  const ys = places.map(({ spot }) => spot[1] ?? 0);
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const span = Math.max(1, Math.max(...xs) - west);
  const high = Math.max(1, Math.max(...ys) - south);
  const scale = Math.min((WIDTH - 2 * MARGIN) / span, (HEIGHT - 2 * MARGIN) / high);
  const left = (WIDTH - span * scale) / 2;
  const top = (HEIGHT - high * scale) / 2;
  return places.map((_, i) => ({
    x: left + ((xs[i] ?? 0) - west) * scale,
    y: top + (high - ((ys[i] ?? 0) - south)) * scale,
  }));
}

/** Places left free between two kinds in one column: the name of the second stands there. */
const BETWEEN = 0.7;

/** One column for each step of the life of material; places of a column evenly from top to bottom. */
function chainSpots({ places }: RegionStart): Spot[] {
  const used = columns.filter((column) => places.some(({ kind }) => column.some((name) => name === kind)));
  const columnOf = (kind: string): number =>
    Math.max(
      0,
      used.findIndex((column) => column.some((name) => name === kind)),
    );
  const rank = (kind: string): number => kindNames.findIndex((name) => `${name}` === kind);
  const spots = new Map<string, Spot>();
  used.forEach((_, at) => {
    const own = places
      .filter(({ kind }) => columnOf(kind) === at)
      .sort((a, b) => rank(a.kind) - rank(b.kind));
    const kinds = [...new Set(own.map(({ kind }) => kind))];
    const gap = (HEIGHT - 2 * MARGIN) / (own.length + BETWEEN * (kinds.length - 1));
    const x =
      used.length < 2 ? WIDTH / 2 : MARGIN + 20 + (at * (WIDTH - 2 * MARGIN - 40)) / (used.length - 1);
    own.forEach(({ id, kind }, i) => {
      const place = i + 0.5 + BETWEEN * kinds.indexOf(kind);
      spots.set(id, { x, y: MARGIN + 14 + gap * place });
    });
  });
  return places.map(({ id }) => spots.get(id) ?? { x: 0, y: 0 });
}
