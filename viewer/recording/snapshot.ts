import type { Lives } from './lives.ts';
import type { DayState } from './state.ts';

/** A state that is kept for long: its items are told by the rows of their lives. */
export interface Snapshot {
  readonly rest: Omit<DayState, 'items'>;
  readonly rows: Int32Array;
}

export function snapshotOf({ items, ...state }: DayState, lives: Lives): Snapshot {
  const { robots, bins, assets } = state;
  const copies = { robots: new Map(robots), bins: new Map(bins), assets: new Map(assets) };
  return {
    rest: { ...state, ...copies },
    rows: Int32Array.from(items.keys(), (id) => lives.rowOf(id) ?? -1),
  };
}

/** The state as it was, independent of the snapshot. */
export function stateOf({ rest, rows }: Snapshot, lives: Lives): DayState {
  const { robots, bins, assets } = rest;
  const items: DayState['items'] = new Map();
  for (const row of rows)
    items.set(lives.at(row, 'itemId'), {
      originM: lives.at(row, 'originM'),
      massKg: lives.at(row, 'massKg'),
    });
  return { ...rest, items, robots: new Map(robots), bins: new Map(bins), assets: new Map(assets) };
}
