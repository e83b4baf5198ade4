import { must } from '../../../sim/record/must.ts';
import type { RobotSummary } from '../../../sim/record/summary.ts';
import { sensesOf } from '../../../sim/senses/sensors.ts';
import { workingDays } from '../../../sim/site/day.ts';
import type { PartsEur } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { DayOutcome } from '../../steps/steps.ts';
import { robotEur, robotEurPerYear } from '../worth/economics.ts';
import { partsEurOf } from '../worth/parts.ts';
import type { Execution } from './execute.ts';
import { type RunPlan, withoutEach } from './plan.ts';

/** One row of the table of robots: with what each looked, what a look cost it, and what the parts of its sensors cost. */
export type RobotRow = Readonly<ReturnType<typeof robotRow>>;

/** The words of a list, each once. */
const each = (words: readonly string[]) => [...new Set(words)];

/** Share of the day in which a robot looks, thinks or moves. */
export function busyShareOf({ timeSByState }: RobotSummary): number {
  const wholeS = Object.values(timeSByState).reduce((sum, s) => sum + s, 0);
  const { SENSE, INFER, MOVE } = timeSByState;
  return wholeS === 0 ? 0 : (SENSE + INFER + MOVE) / wholeS;
}

/** What a day is worth without one of its robots, EUR, by the robot that is missing; empty where that was not asked. */
export type WithoutEur = ReadonlyMap<string, number>;

/** A run asks what each of so many robots adds on one day; of larger fleets and of months `pays` tells it. */
const MOST_ASKED = 3;

/** What the main day of a small fleet is worth without each of its robots. */
export async function withoutEurOf(
  plan: RunPlan,
  execution: Pick<Execution, 'days' | 'keeps'>,
): Promise<WithoutEur> {
  const { robots, site } = plan.world;
  if (!execution.keeps || robots.length > MOST_ASKED || workingDays(site) > 1) return new Map();
  const worths = [...withoutEach(plan)].map(async ([id, less]) => {
    const [day] = await execution.days(less);
    return [id, must(day, 'day').summary.valueEur] as const;
  });
  return new Map(await Promise.all(worths));
}

/** A played day with what it is worth without each robot. */
type Fleet = Pick<DayOutcome, 'variant' | 'summary'> & { readonly withoutEur: WithoutEur };

function robotRow(scenario: Scenario, fleet: Fleet, summary: RobotSummary, own: PartsEur) {
  const { robots, investment } = scenario;
  const { variant, withoutEur } = fleet;
  const { id, looks: count, energyJByState } = summary;
  const { sensors } = must(
    robots.find((robot) => robot.id === id),
    'robot of the scenario',
  );
  const seeing = must(
    variant.robots.find(({ robot }) => robot === id),
    'robot of the variant',
  );
  const { looks } = seeing;
  const lessEur = withoutEur.get(id);
  const perLook = (joules: number) => (count === 0 ? 0 : joules / count);
  return {
    id,
    networks: each(looks.map(({ network }) => network)),
    senses: each(looks.flatMap(({ senses }) => senses)),
    boards: each(looks.flatMap(({ device }) => (device === '' ? [] : [device]))),
    looks: count,
    /** The robot's idle power in that time is in it. */
    senseJPerLook: perLook(energyJByState.SENSE),
    inferJPerLook: perLook(energyJByState.INFER),
    busyShare: busyShareOf(summary),
    partsEur: partsEurOf(scenario, sensors, [...sensesOf(sensors), ...Object.keys(own)], own),
    /** What the day earns with it and not without it; null where that was not asked, or nobody else is there. */
    addsEur: lessEur === undefined ? null : fleet.summary.valueEur - lessEur,
    /** What it costs a working day of its life. */
    costsEur: robotEurPerYear(scenario, robotEur(scenario, seeing, own)) / investment.daysPerYear,
  };
}

/** The robots of a played day, in their order. */
export function robotRows(scenario: Scenario, fleet: Fleet, own: PartsEur = {}): RobotRow[] {
  return fleet.summary.robots.map((summary) => robotRow(scenario, fleet, summary, own));
}

/** Words in a cell: `labels-only, teacher`, or a dash for none. */
export const listed = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : '-');
