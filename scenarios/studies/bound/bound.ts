import { must } from '../../../sim/record/must.ts';
import { loadScenario } from '../../schema/load.ts';
import { shortName } from '../../schema/reading/source.ts';
import { type Interval, meanInterval, ratioInterval } from '../../stats/interval.ts';
import type { Execution } from '../day/execute.ts';
import { onDay, planRun, type RunPlan } from '../day/plan.ts';
import { type RunOptions, withExecution } from '../day/with-execution.ts';

export interface BoundOptions extends Omit<RunOptions, 'out' | 'force' | 'replication' | 'own'> {
  /** Days that are played, at least 2, from day 1 on: day 0 is the one that `run` shows. */
  readonly replications?: number;
}

/** One way of seeing against what could have been earned; EUR a run. */
export interface BoundRow {
  readonly name: string;
  readonly valueEur: Interval;
  /** What no policy can exceed on any of the days. */
  readonly boundEur: Interval;
  /** What no policy can exceed on average that knows no more than these eyes tell. */
  readonly informationEur: Interval;
  /** What a plan that foresees the day is expected to bring with these eyes, an estimate; null where a day has none. */
  readonly foresightEur: Interval | null;
  /** Share of what is in reach, information bound minus no robot, that is not earned. */
  readonly gap: Interval;
  /** What the best picks by the beliefs gain in truth, as a share of what they are believed to gain: 1 where beliefs are calibrated. */
  readonly calibration: number;
}

export interface BoundDocument {
  readonly scenario: string;
  readonly title: string;
  readonly days: number;
  readonly noRobotEur: Interval;
  readonly rows: readonly BoundRow[];
}

const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);

/** One day: what was earned under each variant, and what could have been. */
async function dayOf(plan: RunPlan, execution: Execution) {
  const [days, { boundEur }, informed] = await Promise.all([
    execution.days(plan),
    execution.bound(plan),
    Promise.all(
      plan.variants.map((variant) =>
        variant.instead === undefined ? execution.information(plan, variant) : null,
      ),
    ),
  ]);
  return { values: days.map(({ summary }) => summary.valueEur), boundEur, informed };
}

type PlayedDay = Awaited<ReturnType<typeof dayOf>>;

function rowOf(name: string, index: number, nothing: number, days: readonly PlayedDay[]): BoundRow {
  const values = days.map((day) => must(day.values[index], 'day'));
  const idle = days.map((day) => must(day.values[nothing], 'day'));
  const informed = days.map((day) => must(day.informed[index] ?? undefined, 'information bound'));
  const known = informed.map(({ boundEur }) => boundEur);
  const foreseen = informed.flatMap(({ foresightEur }) => foresightEur ?? []);
  return {
    name,
    valueEur: meanInterval(values),
    boundEur: meanInterval(days.map(({ boundEur }) => boundEur)),
    informationEur: meanInterval(known),
    foresightEur: foreseen.length < days.length ? null : meanInterval(foreseen),
    gap: ratioInterval(
      known.map((eur, day) => eur - must(values[day], 'day')),
      known.map((eur, day) => eur - must(idle[day], 'day')),
    ),
    calibration:
      sum(informed.map(({ trueEur }) => trueEur)) / sum(informed.map(({ believedEur }) => believedEur)),
  };
}

/**
 * Plays days and says how far each way of seeing stays below what could have been earned: whatever is known, and with what its
 * eyes tell. Throws InputError for input that cannot be used.
 */
export async function bounds(nameOrPath: string, options: BoundOptions = {}): Promise<BoundDocument> {
  const loaded = loadScenario(nameOrPath, options.set, options.cwd, options.cacheDir);
  const seed = options.seed ?? loaded.seed;
  const { replications = 10 } = options;
  return withExecution(options, async (execution, { backend }) => {
    const whole = planRun(loaded, { seed, replication: 0 }, backend);
    const variants = whole.variants.filter(({ maintenance }) => maintenance === whole.main.maintenance);
    const plan = { ...whole, variants };
    const days: PlayedDay[] = [];
    for (let day = 1; day <= replications; day++)
      days.push(await dayOf(onDay(plan, { seed, replication: day }), execution));
    const nothing = variants.findIndex(({ instead }) => instead === 'nobody');
    const rows = variants.flatMap(({ perception, instead }, index) =>
      instead === undefined ? [rowOf(perception, index, nothing, days)] : [],
    );
    return {
      ...{ scenario: shortName(nameOrPath), title: loaded.title, days: replications, rows },
      noRobotEur: meanInterval(days.map((day) => must(day.values[nothing], 'day'))),
    };
  });
}
