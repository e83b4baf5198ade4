import type { ProcessMark } from '../record/item-state.ts';
import raw from './data/appearance.json' with { type: 'json' };

/** Marks that a process of making leaves on a good: see `traces` of the data file. */
export type Trace = keyof (typeof raw.traces)['none'];
export type Traces = Readonly<Record<Trace, number>>;

type Cell = readonly [value: number, unit: string, source: string, doubt: string];

// JSON has no pairs, only lists: appearance.test.ts reads each of them.
const data = raw.traces as unknown as Readonly<Record<ProcessMark, Readonly<Record<Trace, Cell>>>>;

const known: ReadonlyMap<ProcessMark, Traces> = new Map(
  (Object.keys(data) as ProcessMark[]).map((mark) => [mark, valuesOf(mark)]),
);

function valuesOf(mark: ProcessMark): Traces {
  return Object.fromEntries(Object.entries(data[mark]).map(([trace, cell]) => [trace, cell[0]])) as Traces;
}

/** What a process leaves. */
export function tracesOf(mark: ProcessMark): Traces {
  return known.get(mark)!;
}
