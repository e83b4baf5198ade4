import { SPEEDS } from './player.ts';

/** The tabs of the side panel by name, with their titles; the first is shown at first. */
export const tabs = { item: 'Item', table: 'Table', log: 'Log', keys: 'Keys' } as const;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as [TabName, ...TabName[]];
export const viewNames = ['overview', 'robots', 'top'] as const;
export type ViewName = (typeof viewNames)[number];

/** What a link carries, so that it shows the same to another person. */
export type Place = Readonly<ReturnType<typeof readPlace>>;

function oneOf<T extends string>(names: readonly [T, ...T[]], value: string | null): T {
  return names.find((name) => name === value) ?? names[0];
}

/** Reads `?t=<s>&speed=&item=&tab=&view=&arm=&beside=`; what makes no sense counts as missing. */
export function readPlace(search: string) {
  const query = new URLSearchParams(search);
  const seconds = Number.parseFloat(query.get('t') ?? '');
  const item = query.get('item') ?? '';
  const speed = Number(query.get('speed'));
  return {
    timeUs: seconds >= 0 ? Math.round(seconds * 1e6) : null,
    speed: (SPEEDS.find((s) => s === speed) ?? 20) as number,
    selected: /^\d{1,9}$/.test(item) ? Number(item) : null,
    tab: oneOf(tabNames, query.get('tab')),
    view: oneOf(viewNames, query.get('view')),
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
  if (place.tab !== 'item') query.set('tab', place.tab);
  if (place.view !== 'overview') query.set('view', place.view);
  if (place.arm !== null) query.set('arm', place.arm);
  if (place.beside !== null) query.set('beside', place.beside);
  return `?${query.toString()}`;
}
