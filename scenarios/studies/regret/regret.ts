import { must } from '../../../sim/record/must.ts';
import { gradesMatter, type Lift, liftedWorld, lifts } from '../../../sim/score/regret.ts';
import { coalition, coalitions, shapley } from '../../../sim/score/shapley.ts';
import { InputError } from '../../errors.ts';
import { addToRun } from '../../record/added.ts';
import {
  keptRegret,
  type RegretDocument,
  type RegretRow,
  regretName,
  regretSchema,
  wordRefused,
} from '../../record/regret-file.ts';
import { perfect } from '../../schema/day/networks.ts';
import type { Known, Variant } from '../../steps/steps.ts';
import type { Execution } from '../day/execute.ts';
import { engineFacts } from '../day/manifest.ts';
import { planRun, type RunPlan } from '../day/plan.ts';
import { readManifest, readRun } from '../day/read.ts';
import type { RunDocument } from '../day/summary.ts';
import { type RunOptions, withExecution } from '../day/with-execution.ts';
import { refuseOwn } from '../verify.ts';
import { cents, certainOf } from './left-out.ts';

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
  const one: Variant = gone.includes('capacity') ? { ...seeing, looksTake: 'no-time' } : seeing;
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

/** The way of seeing that the sentence is about, and its causes, the largest first. */
function toldOf(rows: readonly RegretRow[]) {
  const told = must(rows.find(({ name }) => name !== perfect) ?? rows[0], 'perception');
  const [most, ...others] = Object.entries(told.causes).sort((a, b) => b[1] - a[1]);
  const [cause, eur] = must(most, 'cause');
  return { ...told, cause, eur, others };
}

function answerOf(rows: readonly RegretRow[]): string {
  const { name, regretEur, cause, eur, others } = toldOf(rows);
  if (regretEur < 0.005) return `${name} loses nothing: it earns the bound, to the cent.`;
  const rest = others.map(([other, x]) => `${other} ${cents(x)}`).join(', ');
  return `Most of what ${name} loses, EUR ${eur.toFixed(2)} of ${regretEur.toFixed(2)}, is due to ${cause}; ${rest}.`;
}

/** What a listing says of it. */
function lostOf(rows: readonly RegretRow[]): string {
  const { name, regretEur, cause, eur } = toldOf(rows);
  return `${cause} ${eur.toFixed(2)} of ${regretEur.toFixed(2)} (${name})`;
}

/** Whose days these are must be what the run says that they were worth. */
function checkWorths(folder: string, rows: readonly RegretRow[], recorded: RunDocument): void {
  for (const { name, valueEur } of rows) {
    const then = recorded.perceptions.find((one) => one.name === name)?.valueEur;
    if (then !== valueEur)
      throw new InputError({
        what: `the day of ${name} is worth EUR ${valueEur.toFixed(2)} with this code, and was worth ${then?.toFixed(2)} in the run`,
        ...{ where: folder, cure: 'Run it again with this version, and ask for the new folder' },
      });
  }
}

function played(folder: string, options: RunOptions, recorded: RunDocument): Promise<RegretDocument> {
  const { scenario, seed, replication, backend } = readManifest(folder);
  return withExecution({ ...options, backend }, async (execution) => {
    const plan = planRun(scenario.values, { seed, replication }, backend);
    const variants = plan.variants.filter(
      ({ maintenance, instead }) => maintenance === plan.main.maintenance && instead === undefined,
    );
    const { freeBoundEur, fingerprint } = recorded;
    const all = await Promise.all(variants.map((variant) => worths(plan, variant, execution)));
    const rows = all.map((worth, index) =>
      rowOf(must(variants[index], 'variant').perception, worth, freeBoundEur),
    );
    checkWorths(folder, rows, recorded);
    const { codeHash } = engineFacts();
    const both = rows.map((row, index) => ({ row, variant: must(variants[index], 'variant') }));
    const certain = await certainOf(plan, both, execution);
    const found = { scenario: scenario.name, fingerprint, codeHash, freeBoundEur, rows, certain };
    return { schema: regretSchema, ...found, answer: answerOf(rows) };
  });
}

/** Leaves the answer in the folder of its run; where nothing can be written, the answer is told all the same. */
async function keep(folder: string, document: RegretDocument, note: (text: string) => void): Promise<void> {
  const content = `${JSON.stringify(document, null, 2)}\n`;
  const redraw = async () => (await import('../day/report.ts')).reportHtml(await readRun(folder));
  try {
    await addToRun(folder, { name: regretName, content, facts: { lost: lostOf(document.rows) }, redraw });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    note(`the answer is not kept: ${error.message}`);
  }
}

/**
 * Splits the regret of a run by cause: its day is played again without each set of limits, and each limit gets what it costs on
 * average over all orders of taking them away (Shapley values). The answer is kept in the folder of the run, where viewer and report
 * find it, and is taken from there the next time. Throws InputError for a folder that is no run of a day, or whose day is not the one
 * that this code plays.
 */
export async function regretOf(folder: string, options: RunOptions = {}): Promise<RegretDocument> {
  const { own } = readManifest(folder);
  if (own !== undefined) refuseOwn(folder, own);
  const { document: recorded } = await readRun(folder);
  const { note = () => {}, cache } = options;
  const earlier = keptRegret(folder);
  const { codeHash } = engineFacts();
  if (earlier.state === 'kept' && earlier.document.codeHash === codeHash && cache !== false)
    return earlier.document;
  if (earlier.state === 'foreign')
    throw new InputError({
      what: `holds a ${regretName} that looptwin did not write`,
      ...{ where: folder, cure: 'Move it away, and ask again' },
    });
  const refused = wordRefused(earlier);
  if (refused !== null) note(`${refused}: it is made again`);
  const document = await played(folder, options, recorded);
  await keep(folder, document, note);
  return document;
}
