import { must } from '../../../sim/record/must.ts';
import { gradesMatter, type Lift, liftedWorld, lifts } from '../../../sim/score/regret.ts';
import { coalition, coalitions, shapley } from '../../../sim/score/shapley.ts';
import { InputError } from '../../errors.ts';
import { perfect } from '../../schema/day/networks.ts';
import type { Known, Variant } from '../../steps/steps.ts';
import type { Execution } from '../day/execute.ts';
import { planRun, type RunPlan } from '../day/plan.ts';
import { readManifest, readRun } from '../day/read.ts';
import { type RunOptions, withExecution } from '../day/with-execution.ts';
import { refuseOwn } from '../verify.ts';

/** Regret of one perception by cause, EUR; the causes add up to the regret. */
export interface RegretRow {
  readonly name: string;
  readonly valueEur: number;
  /** Bound without the limits of energy and robots minus value. */
  readonly regretEur: number;
  readonly causes: Readonly<Record<Lift | 'planning', number>>;
}

export interface RegretDocument {
  readonly scenario: string;
  readonly fingerprint: string;
  readonly freeBoundEur: number;
  readonly rows: readonly RegretRow[];
  readonly answer: string;
}

/** What the robots know where these limits are gone. */
function knownWithout({ outputs }: RunPlan['world'], gone: readonly Lift[]): Known[] {
  return [
    ...(gone.includes('perception') ? (['material'] as const) : []),
    ...(gone.includes('grade') && gradesMatter({ outputs }) ? (['condition'] as const) : []),
  ];
}

/** The day of a variant without these limits. */
function without(plan: RunPlan, variant: Variant, gone: readonly Lift[]): RunPlan {
  const knows = knownWithout(plan.world, gone);
  const seeing = knows.length > 0 ? { ...variant, knows } : variant;
  const one: Variant = gone.includes('capacity') ? { ...seeing, instant: true } : seeing;
  return { ...plan, world: liftedWorld(plan.world, gone), variants: [one], main: one };
}

/** What a variant is worth without each set of limits, by the name of the set. */
async function worths(plan: RunPlan, variant: Variant, execution: Execution): Promise<Map<string, number>> {
  const played = coalitions(lifts).map(async (gone) => {
    const [day] = await execution.days(without(plan, variant, gone));
    return [coalition(lifts, gone), must(day, 'day').summary.valueEur] as const;
  });
  return new Map(await Promise.all(played));
}

function rowOf(name: string, worth: ReadonlyMap<string, number>, freeBoundEur: number): RegretRow {
  const of = (set: string) => must(worth.get(set), `day without ${set}`);
  const valueEur = of('');
  const planning = freeBoundEur - of(coalition(lifts, lifts));
  return {
    ...{ name, valueEur, regretEur: freeBoundEur - valueEur },
    causes: { ...shapley(lifts, of), planning },
  };
}

function answerOf(rows: readonly RegretRow[]): string {
  const told = must(rows.find(({ name }) => name !== perfect) ?? rows[0], 'perception');
  if (told.regretEur < 0.005) return `${told.name} loses nothing: it earns the bound, to the cent.`;
  const [most, ...others] = Object.entries(told.causes).sort((a, b) => b[1] - a[1]);
  const [cause, eur] = must(most, 'cause');
  const rest = others.map(([name, x]) => `${name} ${x.toFixed(2).replace(/^-(?=0\.00$)/, '')}`).join(', ');
  return `Most of what ${told.name} loses, EUR ${eur.toFixed(2)} of ${told.regretEur.toFixed(2)}, is due to ${cause}; ${rest}.`;
}

/**
 * Splits the regret of a run by cause: its day is played again without each set of limits, and each limit gets what it costs on
 * average over all orders of taking them away (Shapley values). Throws InputError for a folder that is no run of a day, or whose
 * day is not the one that this code plays.
 */
export async function regretOf(folder: string, options: RunOptions = {}): Promise<RegretDocument> {
  const { scenario, seed, replication, backend, own } = readManifest(folder);
  if (own !== undefined) refuseOwn(folder, own);
  const { document } = await readRun(folder);
  return withExecution({ ...options, backend }, async (execution) => {
    const plan = planRun(scenario.values, { seed, replication }, backend);
    const variants = plan.variants.filter(
      ({ maintenance, instead }) => maintenance === plan.main.maintenance && instead === undefined,
    );
    const played = variants.map((variant) => worths(plan, variant, execution));
    const rows = (await Promise.all(played)).map((worth, index) => {
      const { perception } = must(variants[index], 'variant');
      return rowOf(perception, worth, document.freeBoundEur);
    });
    for (const { name, valueEur } of rows) {
      const recorded = document.perceptions.find((one) => one.name === name)?.valueEur;
      if (recorded !== valueEur)
        throw new InputError({
          what: `the day of ${name} is worth EUR ${valueEur.toFixed(2)} with this code, and was worth ${recorded?.toFixed(2)} in the run`,
          ...{ where: folder, cure: 'Run it again with this version, and ask for the new folder' },
        });
    }
    const { freeBoundEur, fingerprint } = document;
    return { scenario: scenario.name, fingerprint, freeBoundEur, rows, answer: answerOf(rows) };
  });
}
