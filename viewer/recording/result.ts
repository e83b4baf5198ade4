import type { JsonValue } from '../../sim/record/json.ts';
import { ask } from '../ask.ts';

/** What one perception was worth on the day of a run, EUR; `lost` = its regret, nothing for an arm in which no robot works. */
export interface PerceptionResult {
  readonly name: string;
  readonly valueEur: number;
  readonly co2eKg: number;
  readonly lost: readonly { readonly cause: string; readonly eur: number }[];
}

/** What a finished run says of itself in summary.json: all that the page needs of it. */
export interface RunResult {
  /** Its conclusion, in plain sentences. */
  readonly finding: string;
  readonly boundEur: number;
  readonly perceptions: readonly PerceptionResult[];
}

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
  return { finding, boundEur, perceptions: known };
}

/** The result of the run served under `base`; null as long as there is none. */
export async function fetchResult(base: string): Promise<RunResult | null> {
  try {
    const response = await ask(`${base}run/summary.json`);
    return response.ok ? resultOf(await response.json()) : null;
  } catch {
    return null;
  }
}
