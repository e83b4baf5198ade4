import type { JsonValue } from '../../sim/record/json.ts';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { ask } from '../ask.ts';
import { fetchFile, jsonIn } from '../reading/info.ts';

/** What one perception was worth on the day of a run, EUR; `lost` = its regret, nothing for an arm in which no robot works. */
export interface PerceptionResult {
  readonly name: string;
  readonly valueEur: number;
  readonly co2eKg: number;
  readonly lost: readonly { readonly cause: string; readonly eur: number }[];
  /** Where its regret has been split by cause: what could be earned without any limit, EUR. */
  readonly freeBoundEur?: number;
}

/** What a finished run says of itself in summary.json: all that the page needs of it. */
export interface RunResult {
  /** Its conclusion, in plain sentences. */
  readonly finding: string;
  readonly boundEur: number;
  /** What the folder keeps of the regret by cause. */
  readonly regret: RunInfo['regret'];
  readonly perceptions: readonly PerceptionResult[];
}

/** What sums of rounded doubles may be off, EUR. */
const SUM_EUR = 1e-6;

type Loose = Readonly<Record<string, JsonValue>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function perceptionOf(value: JsonValue): PerceptionResult | null {
  if (!isRecord(value)) return null;
  const { name, valueEur, co2eKg, regretEur } = value;
  if (typeof name !== 'string' || typeof valueEur !== 'number' || typeof co2eKg !== 'number') return null;
  const lost = typeof regretEur === 'number' ? [{ cause: 'regret', eur: regretEur }] : [];
  return { name, valueEur, co2eKg, lost };
}

/** Reads the document of a run; null where it is another one, or half-written. */
export function resultOf(value: unknown): RunResult | null {
  if (!isRecord(value)) return null;
  const { finding, boundEur, perceptions } = value;
  if (typeof finding !== 'string' || typeof boundEur !== 'number') return null;
  if (!Array.isArray(perceptions)) return null;
  const known = (perceptions as JsonValue[]).map(perceptionOf).filter((p) => p !== null);
  return { finding, boundEur, regret: 'none', perceptions: known };
}

/** What is lost to each cause in a row of regret.json; null where it is no such row. */
function lostIn(value: JsonValue | undefined): PerceptionResult['lost'] | null {
  if (!isRecord(value) || !isRecord(value.causes)) return null;
  const lost = Object.entries(value.causes).map(([cause, eur]) => ({ cause, eur: Number(eur) }));
  return lost.every(({ eur }) => Number.isFinite(eur)) ? lost : null;
}

/** A result with its regret split by the causes that `looptwin regret` found; as it is where the document does not fit it. */
export function withCauses(result: RunResult, value: unknown): RunResult {
  if (!isRecord(value)) return result;
  const { freeBoundEur, rows } = value;
  if (typeof freeBoundEur !== 'number' || !Array.isArray(rows)) return result;
  const split = (row: PerceptionResult): PerceptionResult => {
    const own = (rows as JsonValue[]).find((one) => isRecord(one) && one.name === row.name);
    const lost = lostIn(own) ?? [];
    const sum = lost.reduce((total, { eur }) => total + eur, 0);
    return Math.abs(freeBoundEur - sum - row.valueEur) < SUM_EUR ? { ...row, lost, freeBoundEur } : row;
  };
  return { ...result, perceptions: result.perceptions.map(split) };
}

async function jsonAt(address: string): Promise<unknown> {
  const response = await ask(address);
  return response.ok ? response.json() : null;
}

/** The result of a run, null as long as there is none, and what there is to say of the file that it stands in. */
export interface FetchedResult {
  readonly result: RunResult | null;
  readonly warning: string | null;
}

/** The result of the run served under `base`, with its regret by cause where that is kept. */
export async function fetchResult(
  base: string,
  info: Pick<RunInfo, 'regret' | 'hashes'>,
): Promise<FetchedResult> {
  const file = await fetchFile(base, 'summary.json', info).catch(() => null);
  if (file === null) return { result: null, warning: null };
  const { regret } = info;
  const { warning } = file;
  const result = resultOf(jsonIn(file.bytes));
  if (result === null) return { result, warning };
  const causes = regret === 'kept' ? await jsonAt(`${base}run/regret.json`).catch(() => null) : null;
  return { result: withCauses({ ...result, regret }, causes), warning };
}
