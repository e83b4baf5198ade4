import { minuteText } from '../clock.ts';
import { type Phrase, say } from '../language.ts';
import type { Player } from '../player.ts';
import type { RunResult } from '../recording/result.ts';
import type { Timeline } from '../recording/timeline.ts';
import type { TabName } from '../url.ts';
import { euros, percent } from '../words.ts';
import type { Station } from './tour.tsx';

/** One station of a day's tour, and what is shown meanwhile. */
interface TourStep {
  readonly title: Phrase;
  readonly text: string;
  readonly tab: TabName;
  readonly timeUs: number;
  readonly itemId: number | null;
}

export interface TourOf {
  readonly timeline: Timeline;
  readonly player: Player;
  readonly endUs: number;
  readonly result: RunResult | null;
}

/** Share of the day at which the robots are shown at work. */
const AT_WORK = 0.4;

const clockOf = ({ timeline }: TourOf, timeUs: number): string =>
  minuteText(timeline.site.scene.startHour, timeUs);

function dayStep({ timeline, endUs, result }: TourOf): TourStep {
  const value = timeline.stateAt(endUs).accounts.valueEur;
  const text =
    result === null
      ? say('tour.day.open', { value: euros(value, 2) })
      : say('tour.day.text', {
          value: euros(value, 2),
          bound: euros(result.boundEur, 2),
          lost: euros(result.boundEur - value, 2),
        });
  return { title: 'tour.day', text, tab: 'day', timeUs: endUs, itemId: null };
}

function workStep(of: TourOf): TourStep {
  const timeUs = Math.round(of.endUs * AT_WORK);
  const { arrived, picked, wrong } = of.timeline.stateAt(timeUs).tally;
  const robots = of.timeline.site.robots.length;
  const told = { clock: clockOf(of, timeUs), arrived, sorted: picked, wrong, robots };
  return { title: 'tour.work', text: say('tour.work.text', told), tab: 'plant', timeUs, itemId: null };
}

/** The decision that lost most against the best one, and what was seen at it. */
function worstSteps(of: TourOf): TourStep[] {
  const { timeline, endUs } = of;
  const { worst } = timeline.judgements.until(endUs);
  const shown = { tab: 'item', timeUs: worst?.timeUs ?? endUs, itemId: worst?.itemId ?? null } as const;
  const none = say('tour.worst.none');
  if (worst === undefined)
    return [
      { ...shown, title: 'tour.worst', text: none },
      { ...shown, title: 'tour.seen', text: none },
    ];
  const { itemId, robot, label, eur, timeUs } = worst;
  const life = timeline.items.get(itemId);
  const decision = life?.decisions.find((each) => each.timeUs === timeUs);
  const told = {
    ...{ clock: clockOf(of, timeUs), robot, label, item: itemId },
    material: life?.material ?? '',
    lost: euros(-eur),
    confidence: percent(decision?.confidence ?? 0),
  };
  return [
    { ...shown, title: 'tour.worst', text: say('tour.worst.text', told) },
    { ...shown, title: 'tour.seen', text: say('tour.seen.text', told) },
  ];
}

function energyStep(of: TourOf): TourStep {
  const { timeline, endUs } = of;
  const { lowest } = timeline;
  const outs = timeline.moments.filter(({ kind }) => kind === 'brown-out').length;
  const charge = percent(Math.min(1, lowest.soc));
  const told = { charge, robot: lowest.robot, clock: clockOf(of, lowest.timeUs), outs };
  const timeUs = Math.min(lowest.timeUs, endUs);
  return { title: 'tour.energy', text: say('tour.energy.text', told), tab: 'day', timeUs, itemId: null };
}

function othersStep({ timeline, endUs, result }: TourOf): TourStep {
  const own = timeline.started.data.perception;
  const others = (result?.perceptions ?? []).filter(({ name }) => name !== own);
  const [best] = [...others].sort((a, b) => b.valueEur - a.valueEur);
  const text =
    best === undefined
      ? say('tour.others.alone')
      : say('tour.others.text', {
          best: best.name,
          value: euros(best.valueEur, 2),
          own: euros(timeline.stateAt(endUs).accounts.valueEur, 2),
        });
  return { title: 'tour.others', text, tab: 'day', timeUs: endUs, itemId: null };
}

/** The six stations of a day, in order. */
export function dayStations(of: TourOf, setTab: (tab: TabName) => void): Station[] {
  const { player } = of;
  const steps = [dayStep(of), workStep(of), ...worstSteps(of), energyStep(of), othersStep(of)];
  return steps.map(({ title, text, tab, timeUs, itemId }) => ({
    title,
    text,
    show: () => {
      player.pause();
      player.seek(timeUs);
      player.select(itemId);
      setTab(tab);
    },
  }));
}
