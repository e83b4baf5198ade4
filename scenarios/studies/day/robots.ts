import { must } from '../../../sim/record/must.ts';
import type { RobotSummary } from '../../../sim/record/summary.ts';
import { sensesOf } from '../../../sim/senses/sensors.ts';
import type { PartsEur } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { DayOutcome } from '../../steps/steps.ts';
import { partsEurOf } from '../worth/parts.ts';

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

function robotRow({ robots }: Scenario, { variant }: DayOutcome, summary: RobotSummary, own: PartsEur) {
  const { id, looks: count, energyJByState } = summary;
  const { sensors } = must(
    robots.find((robot) => robot.id === id),
    'robot of the scenario',
  );
  const { looks } = must(
    variant.robots.find(({ robot }) => robot === id),
    'robot of the variant',
  );
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
    partsEur: partsEurOf(sensors, [...sensesOf(sensors), ...Object.keys(own)], own),
  };
}

/** The robots of a played day, in their order. */
export function robotRows(scenario: Scenario, day: DayOutcome, own: PartsEur = {}): RobotRow[] {
  return day.summary.robots.map((summary) => robotRow(scenario, day, summary, own));
}

/** Words in a cell: `labels-only, teacher`, or a dash for none. */
export const listed = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : '-');
