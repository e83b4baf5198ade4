import { SPEEDS } from './player.ts';

/** The tabs of the side panel; the first is shown at first, an item of which an address speaks comes before it. */
export const tabNames = ['day', 'item', 'table', 'plant', 'flows', 'log', 'keys'] as const;
export type TabName = (typeof tabNames)[number];
export const viewNames = ['overview', 'robots', 'top'] as const;
export type ViewName = (typeof viewNames)[number];

/** What a link carries, so that it shows the same to another person. */
export type Place = Readonly<ReturnType<typeof readPlace>>;

function oneOf<T extends string>(names: readonly T[], value: string | null, usual: T): T {
  return names.find((name) => name === value) ?? usual;
}

const usualTab = (selected: number | null): TabName => (selected === null ? 'day' : 'item');

/** Reads `?t=<s>&speed=&item=&tab=&view=&arm=&beside=`; what makes no sense counts as missing. */
export function readPlace(search: string) {
  const query = new URLSearchParams(search);
  const seconds = Number.parseFloat(query.get('t') ?? '');
  const item = query.get('item') ?? '';
  const speed = Number(query.get('speed'));
  const selected = /^\d{1,9}$/.test(item) ? Number(item) : null;
  return {
    timeUs: seconds >= 0 ? Math.round(seconds * 1e6) : null,
    speed: (SPEEDS.find((s) => s === speed) ?? 20) as number,
    selected,
    tab: oneOf(tabNames, query.get('tab'), usualTab(selected)),
    view: oneOf(viewNames, query.get('view'), 'overview'),
    /** Perceptions of the run: whose day is shown, and whose beside it; null = the main one, nobody. */
    arm: query.get('arm'),
    beside: query.get('beside'),
  };
}

/** The query of a place, `?t=120.5&...`; parts that have their default are left out. */
export function writePlace(place: Place): string {
  const query = new URLSearchParams();
  if (place.timeUs !== null) query.set('t', (place.timeUs / 1e6).toFixed(6).replace(/\.?0+$/, ''));
  if (place.speed !== 20) query.set('speed', String(place.speed));
  if (place.selected !== null) query.set('item', String(place.selected));
  if (place.tab !== usualTab(place.selected)) query.set('tab', place.tab);
  if (place.view !== 'overview') query.set('view', place.view);
  if (place.arm !== null) query.set('arm', place.arm);
  if (place.beside !== null) query.set('beside', place.beside);
  return `?${query.toString()}`;
}
