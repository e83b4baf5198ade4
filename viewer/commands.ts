import type { Player } from './player.ts';
import { type MomentKind, seekMoment } from './recording/moments.ts';
import type { Timeline } from './recording/timeline.ts';
import type { TabName, ViewName } from './url.ts';

/** What keys and buttons ask for, done on one player and timeline. */
export function commandsOf(
  timeline: Timeline,
  player: Player,
  setView: (view: ViewName) => void,
  setTab: (tab: TabName) => void,
  tour: () => void,
) {
  const jump = (kind: MomentKind, step: 1 | -1): void => {
    const moment = seekMoment(timeline.moments, kind, player.now.timeUs, step);
    if (moment === null) return;
    player.pause();
    player.seek(moment.timeUs);
    if (moment.itemId !== null) player.select(moment.itemId);
  };
  const event = (step: 1 | -1): void => {
    const at = timeline.events.until(player.now.timeUs);
    let i = step === 1 ? at : at - 1;
    const isBefore = (place: number) => (timeline.events.timeUs(place) ?? 0) < player.now.timeUs;
    while (step === -1 && i > 0 && !isBefore(i)) i -= 1;
    player.pause();
    player.seek(timeline.events.timeUs(i) ?? player.now.timeUs);
  };
  const item = (step: 1 | -1): void => {
    const ids = [...timeline.stateAt(player.now.timeUs).items.keys()];
    const at = ids.indexOf(player.now.selected ?? -1);
    const next = at < 0 ? (step === 1 ? 0 : ids.length - 1) : (at + step + ids.length) % ids.length;
    player.select(ids[next] ?? null);
    setTab('item');
  };
  return {
    toggle: () => player.toggle(),
    step: (seconds: number) => player.step(seconds),
    shift: (direction: 1 | -1) => player.shift(direction),
    loop: () => player.markLoop(),
    deselect: () => player.select(null),
    view: setView,
    tour,
    jump,
    event,
    item,
  };
}
