import { idOf, type WorldEvent } from '../../sim/record/event.ts';
import { say } from '../language.ts';
import type { Tally } from './state.ts';

export type MomentKind = 'fault' | 'wrong sort' | 'brown-out' | 'visit';

export const momentKinds: readonly MomentKind[] = ['fault', 'wrong sort', 'brown-out', 'visit'];

/** An instant worth jumping to. */
export interface Moment {
  readonly timeUs: number;
  readonly kind: MomentKind;
  readonly subject: string;
  /** What it is in words, in the language of the page. */
  readonly text: () => string;
  readonly itemId: number | null;
}

/** What the judgement of an event compares: tallies, and the state of a robot, from before it. */
export interface Before {
  readonly tally: Tally;
  readonly robotState: string;
}

/** The moment that an event is, judged with what was before it and the tally after; null when it is an ordinary one. */
export function momentOf(
  event: WorldEvent,
  { tally: before, robotState }: Before,
  after: Tally,
): Moment | null {
  const base = { timeUs: event.timeUs, subject: event.subject, itemId: null };
  if (event.type === 'robot.state') {
    const { state } = event.data;
    const name = idOf(event.subject);
    if (state === robotState) return null;
    if (state === 'OFF')
      return { ...base, kind: 'brown-out', text: () => say('moment.said.brown-out', { name }) };
    return null;
  }
  if (after.faults > before.faults)
    return { ...base, kind: 'fault', text: () => say('moment.said.fault', { name: idOf(event.subject) }) };
  if (event.type === 'maintenance.start') {
    const { asset } = event.data;
    return { ...base, kind: 'visit', text: () => say('moment.said.visit', { name: asset }) };
  }
  if (event.type === 'item.binned' && after.wrong > before.wrong) {
    const { itemId, bin } = event.data;
    return {
      ...base,
      kind: 'wrong sort',
      itemId,
      text: () => say('moment.said.wrong', { item: itemId, bin }),
    };
  }
  return null;
}

/** The next (step 1) or previous (step -1) moment of a kind, seen from `timeUs`; null when there is none. */
export function seekMoment(
  moments: readonly Moment[],
  kind: MomentKind,
  timeUs: number,
  step: 1 | -1,
): Moment | null {
  const isNext = (m: Moment): boolean => m.kind === kind && (m.timeUs - timeUs) * step > 0;
  return (step === 1 ? moments.find(isNext) : moments.findLast(isNext)) ?? null;
}

/** How many moments of a kind there are. */
export function countMoments(moments: readonly Moment[], kind: MomentKind): number {
  return moments.reduce((sum, moment) => (moment.kind === kind ? sum + 1 : sum), 0);
}
