import { z } from 'zod';
import { must } from '../../../sim/record/must.ts';
import { expectations, together, type Verdict, verdictBy } from './expectations.ts';
import { didYouMean } from './nearest.ts';
import type { SettingProblem } from './path.ts';

/** Limits in the unit of the quantity; a share is between 0 and 1. */
const limit = (doc: string) => z.number().min(-1e12).max(1e12).optional().describe(doc);

/** What was expected, as rules that a figure of the answer can hold or refute. */
export function rulesSchema<Name extends string>(quantities: readonly Name[]) {
  const rule = z.strictObject({
    says: z.string().min(1).describe('the sentence of the expectation that it stands for'),
    written: z
      .union([z.iso.date(), z.iso.datetime()])
      .describe(
        'when the rule was written: 2026-11-28, or 2026-11-28T09:30:00Z where its first result is of the same day',
      ),
    notBlind: z.string().min(1).optional().describe('what was known of the result when it was written'),
    of: z
      .string()
      .min(1)
      .optional()
      .describe(
        'a way to play: an arm, a perception, a routing policy; in a plan an effect: panel, panel 6 -> 12, battery x panel',
      ),
    minus: z.string().min(1).optional().describe('another one, subtracted on the same days'),
    order: z.array(z.string().min(1)).max(20).optional().describe('ways to play, the highest first'),
    quantity: z.enum(quantities).optional().describe('of which quantity; left out: what the answer is about'),
    atLeast: limit('held if the whole interval lies at or above it; 0 says which way a difference goes'),
    atMost: limit('held if the whole interval lies at or below it'),
  });
  return z
    .array(rule)
    .max(100)
    .default([])
    .describe('what was expected, as rules that are held against the answer: a sign, a range, an order');
}

/** One rule of an expectation. */
export interface Rule<Name extends string = string> {
  readonly says: string;
  readonly written: string;
  readonly notBlind?: string | undefined;
  readonly of?: string | undefined;
  readonly minus?: string | undefined;
  readonly order?: readonly string[] | undefined;
  readonly quantity?: Name | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** A figure that a rule is held against, with its words. */
export interface RuleFigure {
  readonly text: string;
  readonly lo: number;
  readonly hi: number;
}

/** What became of a rule. */
export interface JudgedRule extends Pick<Rule, 'says' | 'written'> {
  readonly verdict: Verdict;
  /** What was known when it was written; null for a prediction. */
  readonly notBlind: string | null;
  /** The figures that it was held against, in words; empty where one of its ways was not played. */
  readonly figure: string;
}

/** Judged rules as they are read back from a file. */
export const judgedRules = z
  .array(
    z.object({
      ...{ says: z.string(), written: z.string(), notBlind: z.string().nullable(), figure: z.string() },
      verdict: z.enum(['held', 'refuted', 'not settled', 'not run']),
    }),
  )
  .readonly();

const namesOf = ({ of, minus, order = [] }: Rule): string[] =>
  [of, minus, ...order].flatMap((name) => name ?? []);

/** What the schema cannot see of rules: what each lacks or says twice, and names of no way to play (`known` left out: not looked at). */
export function ruleProblems(rules: readonly Rule[], known?: readonly string[]): SettingProblem[] {
  return rules.flatMap((rule, index): SettingProblem[] => {
    const at = (key: keyof Rule) => ['rules', index, key];
    const { of, minus, order, atLeast, atMost } = rule;
    const limited = atLeast !== undefined || atMost !== undefined;
    const ordered = 'Write order: [best, second, third], or of: arm with atLeast or atMost';
    const found: SettingProblem[] = [];
    if ((of === undefined) === (order === undefined))
      found.push({ path: ['rules', index], message: 'needs of or order, one of the two', cure: ordered });
    else if (order !== undefined && (limited || minus !== undefined))
      found.push({ path: at('order'), message: 'an order has no limits and no minus', cure: ordered });
    else if (order !== undefined && new Set(order).size < Math.max(2, order.length))
      found.push({
        ...{ path: at('order'), message: 'needs at least two ways to play, each once' },
        ...{ got: order, cure: ordered },
      });
    else if (of !== undefined && !limited)
      found.push({
        ...{
          path: at('of'),
          message: 'needs atLeast or atMost: without a limit nothing refutes it',
          got: of,
        },
        cure: 'Write atLeast: 0 for a sign, atLeast: 2 and atMost: 8 for a range',
      });
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
      found.push({
        ...{ path: at('atLeast'), message: `must not be above atMost, which is ${atMost}`, got: atLeast },
        cure: 'Exchange the two',
      });
    const unknown = known === undefined ? [] : namesOf(rule).filter((name) => !known.includes(name));
    const key = order === undefined ? (unknown[0] === of ? 'of' : 'minus') : 'order';
    const named = unknown.map((name) => {
      const cure = didYouMean(name, known ?? []);
      return { path: at(key), message: 'names no way to play this', got: name, cure };
    });
    return [...found, ...named];
  });
}

/** Why a rule is no prediction: because it says so, or because the register knows a result from before; null for one. */
function notBlindOf(question: string, { notBlind, written }: Rule): string | null {
  if (notBlind !== undefined) return notBlind;
  const last = expectations().findLast((one) => one.question === question);
  const first = last?.firstResult?.on;
  return first !== undefined && isBefore(first, written)
    ? `its first result is of ${first.slice(0, 10)}`
    : null;
}

/** True where a result was there when a rule was written; of a rule that tells its day alone, also where it came on that day. */
export function isBefore(result: string, written: string): boolean {
  const isDay = written.length === 'YYYY-MM-DD'.length;
  return isDay ? result.slice(0, 10) <= written : Date.parse(result) <= Date.parse(written);
}

/** Holds rules against figures; `figureOf` gives that of a way to play, or of two, and nothing where one was not played. */
export function judgeRules<Name extends string>(
  question: string,
  rules: readonly Rule<Name>[],
  figureOf: (quantity: Name | undefined, of: string, minus?: string) => RuleFigure | undefined,
): JudgedRule[] {
  return rules.map((rule) => {
    const { says, written, quantity, of = '', minus, order, atLeast, atMost } = rule;
    const figures =
      order === undefined
        ? [figureOf(quantity, of, minus)]
        : order.slice(1).map((next, i) => figureOf(quantity, must(order[i], 'way'), next));
    const limits = order === undefined ? { atLeast, atMost } : { atLeast: 0 };
    const found = figures.flatMap((figure) => figure ?? []);
    const isWhole = found.length === figures.length;
    return {
      ...{ says, written, notBlind: notBlindOf(question, rule) },
      verdict: isWhole ? together(found.map((figure) => verdictBy(figure, limits))) : 'not run',
      figure: isWhole ? found.map(({ text }) => text).join('; ') : '',
    };
  });
}

/** Rules before their first run, each with what is known of its blindness. */
export function unheldRules(question: string, rules: readonly Rule[]): JudgedRule[] {
  return judgeRules(question, rules, () => undefined);
}

/** The verdict of a rule in words: `held; not blind`. */
export function ruleVerdictText({ verdict, notBlind }: JudgedRule): string {
  return notBlind === null ? verdict : `${verdict}; not blind`;
}
