import { DataTable } from '../panels/data-table.tsx';
import type { Shown } from '../panels/shown.ts';
import type { Pair } from '../recording/difference.ts';

type Props = Pick<Shown, 'timeline' | 'player' | 'timeUs' | 'selected'> & { readonly pair: Pair | null };

/** The table of the day that is shown, or one below the other those of two days. */
export function Tables({ pair, timeline, timeUs, ...shared }: Props) {
  if (pair === null) return <DataTable state={timeline.stateAt(timeUs)} {...{ ...shared, timeline }} />;
  return (
    <>
      {[pair.shown, pair.beside].map((day) => {
        const { perception } = day.started.data;
        return (
          <section key={perception} class="arm-table" data-arm-table={perception}>
            <h2>{perception}</h2>
            <DataTable state={day.stateAt(timeUs)} {...{ ...shared, timeline: day }} />
          </section>
        );
      })}
    </>
  );
}
