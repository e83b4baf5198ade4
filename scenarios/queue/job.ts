import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { BackendName } from '../../models/engine/found.ts';
import { InputError } from '../errors.ts';
import { codeHash, queueCode } from '../store/code.ts';
import type { CellOutcome } from '../studies/day/execute.ts';
import type { RunPlan } from '../studies/day/plan.ts';

/** What stands before every key of ours in Redis. */
export const prefix = 'looptwin';

/** A cell to play. Its name in the queue is its address in the store, so that it can be there only once. */
export interface CellJob {
  /** The plan of its day, packed: whoever plays it needs no files of the master. */
  readonly plan: string;
}

/** What a worker gives back. */
export interface CellResult {
  /** A `CellOutcome`, packed. */
  readonly outcome: string;
  /** Hash over address and outcome, by which an edited or damaged one is known. */
  readonly sha256: string;
}

/**
 * The queue of one state of the code, computing networks in one way: workers on other code have another one, and never see
 * these cells.
 */
export function queueName(backend: BackendName): string {
  return `${codeHash(queueCode)}-${backend}`;
}

/** Names of what lies in the store: whatever else stood there could lead a worker out of it. */
function checkAddress(key: string, value: unknown): unknown {
  if ((key === 'address' || key === 'model') && typeof value === 'string' && !/^[0-9a-f]{64}$/.test(value))
    throw new InputError({ what: 'a cell of the queue names no address of the store', got: value });
  return value;
}

const pack = (value: object) => deflateSync(JSON.stringify(value)).toString('base64');
const unpack = (text: string): unknown =>
  JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString('utf8'), checkAddress);

export const cellJob = (plan: RunPlan): CellJob => ({ plan: pack(plan) });

/** The plan in a job, as its master wrote it; throws where it is none. */
export const planOf = ({ plan }: CellJob) => unpack(plan) as RunPlan;

const seal = (address: string, outcome: string) =>
  createHash('sha256').update(`${address}\0${outcome}`).digest('hex');

export function cellResult(address: string, cell: CellOutcome): CellResult {
  const outcome = pack(cell);
  return { outcome, sha256: seal(address, outcome) };
}

/** The outcome in a result; undefined where it is not as a worker wrote it for this cell. */
export function outcomeOf(address: string, result: unknown): CellOutcome | undefined {
  const { outcome, sha256 } = (result ?? {}) as Partial<CellResult>;
  if (typeof outcome !== 'string' || seal(address, outcome) !== sha256) return undefined;
  return unpack(outcome) as CellOutcome;
}
