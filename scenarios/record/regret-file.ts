import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lifts } from '../../sim/score/regret.ts';
import { manifestName, readRecord } from './ownership.ts';

/** Where `looptwin regret` keeps its answer, in the folder of the run that it is about. */
export const regretName = 'regret.json';
export const regretSchema = 'looptwin.regret/1';

/** What regret is split into: the limits that can be taken away, and what no lifted limit explains. */
export const regretCauses = [...lifts, 'planning'] as const;

const eur = z.number();
const rowShape = z.object({
  name: z.string(),
  valueEur: eur,
  /** Bound without the limits of energy and robots minus value. */
  regretEur: eur,
  causes: z.record(z.enum(regretCauses), eur),
});

const leftOutShape = z.object({
  what: z.string(),
  /** How much less is lost against the certain bound where this costs nothing, EUR. */
  eur,
  /** True where the information bound counts it. */
  informed: z.boolean(),
});

/** What the best way of seeing loses against the certain bound, and by what of it that this bound leaves out. */
const certainShape = z.object({
  name: z.string(),
  boundEur: eur,
  regretEur: eur,
  leftOut: z.array(leftOutShape),
  /** What it pays for visits and parts, and what the bound does, EUR; null where nothing can fail. */
  upkeep: z.object({ paidEur: eur, leastEur: eur }).nullable(),
});

const documentShape = z.object({
  schema: z.literal(regretSchema),
  scenario: z.string(),
  /** Of the run that it is about. */
  fingerprint: z.string(),
  /** The code that played the days without limits. */
  codeHash: z.string(),
  freeBoundEur: eur,
  rows: z.array(rowShape),
  /** Answers from before 30 November 2026 do not say this. */
  certain: certainShape.optional(),
  answer: z.string(),
});

/** Regret of one perception by cause, EUR; the causes add up to the regret. */
export type RegretRow = Readonly<z.infer<typeof rowShape>>;

/** Something that the certain bound leaves out. */
export type LeftOut = Readonly<z.infer<typeof leftOutShape>>;

/** What the best of the played ways of seeing loses against the certain bound. */
export type Certain = Readonly<z.infer<typeof certainShape>>;

export type RegretDocument = Readonly<z.infer<typeof documentShape>>;

/**
 * What a run folder holds of its regret. `kept` = the answer; `altered` = changed since looptwin wrote it; `foreign` = looptwin did not
 * write it; `broken` = no such document, one of another run, or one whose causes do not add up.
 */
export type KeptRegret =
  | { readonly state: 'none' }
  | { readonly state: 'kept'; readonly document: RegretDocument }
  | { readonly state: 'altered' | 'foreign' | 'broken' };

const reasons = {
  altered: 'has been changed since looptwin wrote it',
  foreign: 'was not written by looptwin',
  broken: 'is no split of the regret of this run',
} as const;

/** Why an answer that lies in the folder is not used; null where it is used, or there is none. */
export function wordRefused({ state }: KeptRegret): string | null {
  return state === 'none' || state === 'kept' ? null : `${regretName} ${reasons[state]}`;
}

const none: KeptRegret = { state: 'none' };

/** Largest answer that is read, bytes: one of ours takes some kilobytes. */
const MOST_BYTES = 1e6;
/** What sums of rounded doubles may be off, EUR. */
const SUM_EUR = 1e-6;

const addsUp = ({ causes, regretEur }: RegretRow) =>
  Math.abs(regretCauses.reduce((sum, cause) => sum + causes[cause], 0) - regretEur) < SUM_EUR;

function documentIn(text: string, fingerprint: unknown): RegretDocument | undefined {
  try {
    const { data } = documentShape.safeParse(JSON.parse(text));
    return data?.fingerprint === fingerprint && data?.rows.every(addsUp) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The regret by cause that a run folder keeps. Nothing that lies there makes it throw. */
export function keptRegret(folder: string): KeptRegret {
  const path = join(folder, regretName);
  if (!existsSync(path)) return none;
  const { added, fingerprint } = readRecord(join(folder, manifestName));
  const listed = (Array.isArray(added) ? added : []).find((file) => Object(file).path === regretName);
  const there = lstatSync(path);
  if (listed === undefined || !there.isFile()) return { state: 'foreign' };
  if (there.size > MOST_BYTES) return { state: 'altered' };
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex') !== Object(listed).sha256) return { state: 'altered' };
  const document = documentIn(bytes.toString('utf8'), fingerprint);
  return document === undefined ? { state: 'broken' } : { state: 'kept', document };
}
