import { expect, it } from 'vitest';
import { Player } from '../../../viewer/player.ts';
import type { LayoutName } from '../../../viewer/region/layout.ts';
import { regionCommands, regionKeys } from '../../../viewer/region/region-keys.ts';
import { type RegionTimeline, US_SHOWN_PER_DAY } from '../../../viewer/region/region-timeline.ts';

const policies = ['nearest', 'greedy', 'planned'];
// Commands look at nothing else of a region.
const timeline = { start: { policies, places: ['a', 'b', 'c'] } } as unknown as RegionTimeline;
const days = (count: number) => count * US_SHOWN_PER_DAY;

/** What stands after a key was pressed in the second policy, at day 1000, with place 1 selected. */
function pressed(key: string) {
  const told = { policy: 'greedy', layout: 'none' as LayoutName | 'none', tour: false };
  const player = new Player(() => days(3650), { timeUs: days(1000), selected: 1, speed: 20 });
  const commands = regionCommands(
    timeline,
    player,
    (layout) => {
      told.layout = layout;
    },
    (next) => {
      told.policy = next(told.policy);
    },
    () => {
      told.tour = true;
    },
  );
  regionKeys.find((one) => one.key === key)!.run(commands);
  const { timeUs, playing, speed, selected } = player.now;
  return { ...told, day: timeUs / US_SHOWN_PER_DAY, playing, speed, selected };
}

const effects: Readonly<Record<string, object>> = {
  ' ': { playing: true },
  ArrowRight: { day: 1030 },
  ArrowLeft: { day: 970 },
  PageDown: { day: 1365 },
  PageUp: { day: 635 },
  ']': { speed: 50 },
  '[': { speed: 10 },
  r: { policy: 'planned' },
  R: { policy: 'nearest' },
  p: { selected: 2 },
  P: { selected: 0 },
  '1': { layout: 'chain' },
  '2': { layout: 'map' },
  t: { tour: true },
  Escape: { selected: null },
};

it('every key of a region does what the list says, and nothing else', () => {
  const before = { policy: 'greedy', layout: 'none', tour: false, day: 1000, playing: false, speed: 20 };
  expect(Object.keys(effects).sort()).toEqual(regionKeys.map(({ key }) => key).sort());
  for (const [key, effect] of Object.entries(effects)) {
    const now = pressed(key);
    expect({ key, ...now, day: Math.round(now.day) }).toEqual({ key, ...before, selected: 1, ...effect });
  }
});
