import { expect, it } from 'vitest';
import { bestRows, contentFigure } from '../../../../scenarios/studies/region/figures.ts';
import type { RegionData } from '../../../../scenarios/studies/region/read.ts';

const years = [365, 730];

/** A region that was played with networks of `trainings`, in two price histories; `null` = of none, as typed sites are. */
function played(trainings: readonly (number | null)[]): RegionData {
  const rows = trainings.flatMap((training) =>
    [4, 5].flatMap((replication) =>
      years.map((toDay) => ({
        ...{ routing: 'distilled', replication, toDay, recycledKg: 10, virginKg: 90 },
        ...(training === null ? {} : { training }),
      })),
    ),
  );
  return {
    document: { routing: [{ name: 'distilled', routingEur: { mean: 1 }, recycledContent: { mean: 0.1 } }] },
    manifest: { plays: [{ replication: 4 }] },
    table: () => rows,
  } as unknown as RegionData;
}

it.each([[[1, 2, 3]], [[null]]])(
  'figures of years take one price history and one training of %j',
  (trainings) => {
    const data = played(trainings);
    expect(bestRows(data, 'flows').map(({ toDay, training }) => [toDay, training ?? null])).toEqual(
      years.map((day) => [day, trainings[0]]),
    );
    // Two marks of the line, one for each year.
    expect(contentFigure(data).svg.match(/<path fill=/g)).toHaveLength(years.length);
  },
);
