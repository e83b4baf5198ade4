import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { useSubject } from '../hooks.ts';
import type { Pair } from '../recording/difference.ts';
import type { Timeline } from '../recording/timeline.ts';
import type { Reading } from '../session.ts';
import { Arms } from './arms.ts';
import type { Chosen } from './compare-bar.tsx';

/** The two perceptions that an address names; null = the main one, nobody beside it. */
export interface Wanted {
  readonly arm: string | null;
  readonly beside: string | null;
}

/** What is shown: the day of one perception, and that of another beside it as soon as both are read. */
export interface Compared {
  readonly timeline: Timeline;
  readonly pair: Pair | null;
  /** Perception whose day is shown, where it is not the main one. */
  readonly further: string | null;
  readonly chosen: Chosen;
  readonly wanted: Wanted;
}

/** The days of a run that are chosen, read when they are asked for; null until the main one is there. */
export function useCompared({ timeline: main, complete }: Reading, start: Wanted): Compared | null {
  const arms = useMemo(() => new Arms(), []);
  const now = useSubject(arms.changes);
  const [wanted, setWanted] = useState(start);
  useEffect(() => {
    if (main !== null && complete) void arms.open(main);
  }, [arms, main, complete]);
  const known = now.arms;
  const isArm = (name: string | null) => known?.some(({ perception }) => perception === name) === true;
  const shown = isArm(wanted.arm) ? wanted.arm : (main?.started.data.perception ?? '');
  const beside = isArm(wanted.beside) && wanted.beside !== shown ? wanted.beside : null;
  useEffect(() => {
    const missing = [shown, beside].find(
      (name) => name !== null && !now.days.has(name) && !now.said.has(name),
    );
    if (known !== null && missing) void arms.want(missing);
  }, [arms, known, now, shown, beside]);
  const choose = useCallback((arm: string, next: string | null) => setWanted({ arm, beside: next }), []);
  const day = now.days.get(shown ?? '') ?? main;
  const other = now.days.get(beside ?? '');
  const pair = useMemo(
    () => (day === null || other === undefined || day === other ? null : { shown: day, beside: other }),
    [day, other],
  );
  if (day === null) return null;
  const { reading, unshown } = now;
  const said = [shown, beside].flatMap((name) => now.said.get(name ?? '') ?? []);
  const chosen = { arms: known, unshown, shown: shown ?? '', beside, reading, said, choose };
  return { timeline: day, pair, further: day === main ? null : shown, chosen, wanted };
}
