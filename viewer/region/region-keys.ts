import type { Key } from '../keys.ts';
import type { Player } from '../player.ts';
import type { LayoutName } from './layout.ts';
import type { RegionTimeline } from './region-timeline.ts';
import { US_SHOWN_PER_DAY } from './region-timeline.ts';

/** What keys and buttons of a region ask for. */
export type RegionCommands = ReturnType<typeof regionCommands>;

const DAYS_PER_MONTH = 30;

/** Commands on one player and region; `selected` of the player is the number of a place. */
export function regionCommands(
  timeline: RegionTimeline,
  player: Player,
  setLayout: (layout: LayoutName) => void,
  setPolicy: (next: (policy: string) => string) => void,
  tour: () => void,
) {
  const { policies, places } = timeline.start;
  const turn = <T>(list: readonly T[], at: number, step: 1 | -1): T | undefined =>
    list[(at + step + list.length) % list.length];
  return {
    toggle: () => player.toggle(),
    months: (count: number) => player.step((count * DAYS_PER_MONTH * US_SHOWN_PER_DAY) / 1e6),
    shift: (direction: 1 | -1) => player.shift(direction),
    policy: (step: 1 | -1) => setPolicy((now) => turn(policies, policies.indexOf(now), step) ?? now),
    place: (step: 1 | -1) => {
      const at = player.now.selected ?? (step === 1 ? -1 : places.length);
      player.select((at + step + places.length) % places.length);
    },
    layout: setLayout,
    tour,
    deselect: () => player.select(null),
  };
}

/** The keys of a region as data: the handler and the help read the same list. */
export const regionKeys: readonly Key<RegionCommands>[] = [
  { key: ' ', shown: 'Space', does: 'key.play-or-pause', run: (c) => c.toggle() },
  { key: 'ArrowRight', shown: 'Right', does: 'region.key.month', run: (c) => c.months(1) },
  { key: 'ArrowLeft', shown: 'Left', does: 'region.key.month-back', run: (c) => c.months(-1) },
  { key: 'PageDown', shown: 'Page Down', does: 'region.key.year', run: (c) => c.months(365 / 30) },
  { key: 'PageUp', shown: 'Page Up', does: 'region.key.year-back', run: (c) => c.months(-365 / 30) },
  { key: ']', shown: ']', does: 'key.faster', run: (c) => c.shift(1) },
  { key: '[', shown: '[', does: 'key.slower', run: (c) => c.shift(-1) },
  { key: 'r', shown: 'R', does: 'region.key.policy', run: (c) => c.policy(1) },
  { key: 'R', shown: '', does: null, run: (c) => c.policy(-1) },
  { key: 'p', shown: 'P', does: 'region.key.place', run: (c) => c.place(1) },
  { key: 'P', shown: '', does: null, run: (c) => c.place(-1) },
  { key: '1', shown: '1', does: 'region.key.chain', run: (c) => c.layout('chain') },
  { key: '2', shown: '2', does: 'region.key.map', run: (c) => c.layout('map') },
  { key: 't', shown: 'T', does: 'key.tour', run: (c) => c.tour() },
  { key: 'Escape', shown: 'Esc', does: 'key.clear-the-selection', run: (c) => c.deselect() },
];
