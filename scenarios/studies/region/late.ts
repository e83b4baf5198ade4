import type { LoadedRegion } from '../../schema/region/scenario.ts';
import type { Warning } from './stale.ts';

/** Disruptions that begin when the region is over: a shorter run of a region is allowed to have them, and should know. */
export function lateDisruptions({ region: { days, disruptions } }: LoadedRegion): Warning[] {
  return disruptions.flatMap(({ kind, fromDay }, index) =>
    fromDay < days
      ? []
      : [
          {
            path: ['region', 'disruptions', index, 'fromDay'],
            text: `this ${kind} begins on day ${fromDay} and never happens: the last day of the region is ${days - 1}. Let it begin earlier, or play more days (region.days)`,
          },
        ],
  );
}
