import { allOf } from '../../sim/decisions/bound.ts';
import { type InformationBound, informationBoundOf } from '../../sim/decisions/information-bound.ts';
import type { SaidDay } from '../../sim/decisions/lots/recalibrated.ts';
import { saidOn, soldAsOneLot } from '../../sim/decisions/pooled-day.ts';
import type { RunKey } from '../../sim/run.ts';
import { openPolicies } from '../own/parts.ts';
import type { ContentStore } from '../store/store.ts';
import type { ArrivalBook } from './arrivals.ts';
import { type OpenEyes, openEyes, withBeliefs } from './perception.ts';
import { openSolver } from './solver.ts';
import type { InformationStep } from './steps.ts';

/** Days after the one that is bounded on which beliefs are calibrated. */
const calibratingDays = 12;

/** Bounds what robots can earn that know no more than the eyes of a variant tell; keeps what the eyes said. */
export async function boundInformation(
  step: InformationStep,
  store: ContentStore,
  arrivals: ArrivalBook,
): Promise<InformationBound> {
  const { world, key, variant } = step;
  const solver = await openSolver('off');
  const { maintenance } = openPolicies(variant, world);
  const calibrating = await calibratingOf(step, store, arrivals);
  return seenBy(step, key, store, (open) => {
    const eyes = (robotId: string) => ladderOf(open, robotId);
    return informationBoundOf(world, key, solver, eyes, arrivals.of(world, key), maintenance, calibrating);
  });
}

/** What the eyes of the first robot say on the days after the one that is bounded; nothing where they know the truth, or lots are not bounded. */
async function calibratingOf(
  step: InformationStep,
  store: ContentStore,
  arrivals: ArrivalBook,
): Promise<SaidDay[]> {
  const { world, key, variant } = step;
  const [robot] = world.robots;
  const truthful = variant.robots.every(({ looks }) => looks.every(({ model }) => model === null));
  if (robot === undefined || truthful || !soldAsOneLot(world)) return [];
  const days: SaidDay[] = [];
  for (let day = 1; day <= calibratingDays; day++) {
    const other = { ...key, replication: key.replication + day };
    const said = await seenBy(step, other, store, (open) =>
      saidOn(ladderOf(open, robot.id), robot, allOf(arrivals.of(world, other))),
    );
    days.push(said);
  }
  return days;
}

/** Works with the eyes of a variant on one day, and keeps what they said. */
function seenBy<T>(
  { world, variant }: InformationStep,
  key: RunKey,
  store: ContentStore,
  work: (open: OpenEyes) => T,
): Promise<T> {
  return withBeliefs(
    (live) => openEyes(variant, world, key, store, live),
    async (open) => {
      const found = work(open);
      open.keep();
      return found;
    },
  );
}

function ladderOf(open: OpenEyes, robotId: string) {
  const { perception, escalation } = open.eyes(robotId);
  return [perception, ...escalation];
}
