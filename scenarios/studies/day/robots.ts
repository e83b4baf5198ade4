import { must } from '../../../sim/record/must.ts';
import type { RobotSummary } from '../../../sim/record/summary.ts';
import { SENSES } from '../../../sim/senses/registry.ts';
import { sensesOf, stateOfSense } from '../../../sim/senses/sensors.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { DayOutcome } from '../../steps/steps.ts';

/** One row of the table of robots: with what each looked, what a look cost it, and what the parts of its sensors cost. */
export type RobotRow = Readonly<ReturnType<typeof robotRow>>;

/** The words of a list, each once. */
const each = (words: readonly string[]) => [...new Set(words)];

function robotRow({ robots }: Scenario, { variant }: DayOutcome, summary: RobotSummary) {
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
  const price = (sense: string) => SENSES.need(sense).partsEur(stateOfSense(sensors, sense));
  return {
    id,
    networks: each(looks.map(({ network }) => network)),
    senses: each(looks.flatMap(({ senses }) => senses)),
    boards: each(looks.flatMap(({ device }) => (device === '' ? [] : [device]))),
    looks: count,
    /** The robot's idle power in that time is in it. */
    senseJPerLook: perLook(energyJByState.SENSE),
    inferJPerLook: perLook(energyJByState.INFER),
    partsEur: sensesOf(sensors).reduce((sum, sense) => sum + price(sense), 0),
  };
}

/** The robots of a played day, in their order. */
export function robotRows(scenario: Scenario, day: DayOutcome): RobotRow[] {
  return day.summary.robots.map((summary) => robotRow(scenario, day, summary));
}

/** Words in a cell: `labels-only, teacher`, or a dash for none. */
export const listed = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : '-');
