import { type Language, languages } from './language.ts';
import { type CameraPlace, type Loop, SPEEDS } from './player.ts';

/** The tabs of the side panel; the first is shown at first, an item of which an address speaks comes before it. */
export const tabNames = ['day', 'item', 'table', 'plant', 'flows', 'errors', 'log', 'keys'] as const;
export type TabName = (typeof tabNames)[number];
export const viewNames = ['overview', 'robots', 'top'] as const;
export type ViewName = (typeof viewNames)[number];

/** What a link carries, so that it shows the same to another person. */
export type Place = Readonly<ReturnType<typeof readPlace>>;

function oneOf<T extends string>(names: readonly T[], value: string | null, usual: T): T {
  return names.find((name) => name === value) ?? usual;
}

const usualTab = (selected: number | null): TabName => (selected === null ? 'day' : 'item');

/** `loop=<s>~<s>`; without an end it goes on to the end of the day. */
function readLoop(text: string): Loop | null {
  const match = /^(\d+(?:\.\d+)?)~(\d+(?:\.\d+)?)?$/.exec(text);
  if (match === null) return null;
  const fromUs = Number(match[1]) * 1e6;
  const toUs = match[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]) * 1e6;
  return toUs > fromUs ? { fromUs, toUs } : null;
}

/** `camera=x~y~z~x~y~z`, metres; six finite numbers within sight of the site. */
function readCamera(text: string): CameraPlace | null {
  const parts = text.split('~');
  const numbers = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  return numbers.length === 6 && numbers.every((n) => Math.abs(n) < 200) ? numbers : null;
}

const secondsOf = (us: number): string => (us / 1e6).toFixed(6).replace(/\.?0+$/, '');

/** The language that an address names, for that which takes its place; null where it names none. */
export function langOf(search: string): Language | null {
  const asked = new URLSearchParams(search).get('lang');
  return languages.find((language) => language === asked) ?? null;
}

/** The query of a link to another page of the run, which then speaks the language that this address names. */
export function linkQuery(search: string): string {
  const lang = langOf(search);
  return lang === null ? '' : `?lang=${lang}`;
}

/** Reads `?t=<s>&speed=&item=&tab=&view=&loop=&camera=&arm=&beside=&lang=`; what makes no sense counts as missing. */
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
    loop: readLoop(query.get('loop') ?? ''),
    camera: readCamera(query.get('camera') ?? ''),
    view: oneOf(viewNames, query.get('view'), 'overview'),
    /** Perceptions of the run: whose day is shown, and whose beside it; null = the main one, nobody. */
    arm: query.get('arm'),
    beside: query.get('beside'),
    lang: langOf(search),
  };
}

/** The query of a place, `?t=120.5&...`; parts that have their default are left out. */
export function writePlace(place: Place): string {
  const query = new URLSearchParams();
  if (place.timeUs !== null) query.set('t', secondsOf(place.timeUs));
  if (place.speed !== 20) query.set('speed', String(place.speed));
  if (place.selected !== null) query.set('item', String(place.selected));
  if (place.tab !== usualTab(place.selected)) query.set('tab', place.tab);
  if (place.view !== 'overview') query.set('view', place.view);
  const { loop, camera, arm, beside, lang } = place;
  if (loop !== null)
    query.set('loop', `${secondsOf(loop.fromUs)}~${Number.isFinite(loop.toUs) ? secondsOf(loop.toUs) : ''}`);
  if (camera !== null) query.set('camera', camera.map((n) => n.toFixed(2)).join('~'));
  if (arm !== null) query.set('arm', arm);
  if (beside !== null) query.set('beside', beside);
  if (lang !== null) query.set('lang', lang);
  return `?${query.toString()}`;
}
