import type { LoadedRegion } from '../../schema/region/scenario.ts';
import { named } from '../../schema/region/sites.ts';
import type { Warning } from './stale.ts';

/** What a region may say, and its writer hardly meant. */
export const oddities = (scenario: LoadedRegion): Warning[] => [
  ...lateDisruptions(scenario),
  ...otherHours(scenario),
];

/** Disruptions that begin when the region is over: a shorter run of a region is allowed to have them. */
function lateDisruptions({ region: { days, disruptions } }: LoadedRegion): Warning[] {
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

/** Lines that work more or fewer hours than they were measured: their batteries and their sun are those of the measured hours. */
function otherHours({ region: { places = [] }, sites }: LoadedRegion): Warning[] {
  return places.flatMap((place, index) => {
    if (place.kind !== 'sorting' || Array.isArray(place.matrices)) return [];
    const { file } = named(place.matrices);
    const hours = sites?.get(file)?.hours;
    if (hours === undefined || hours === place.hoursPerDay) return [];
    return [
      {
        path: ['region', 'places', index, 'hoursPerDay'],
        text: `${place.id} works ${place.hoursPerDay} h a day, and its lines were measured over ${hours} h (${file}): an hour brings what it brought there, with the charge and the sun of those hours. Write hoursPerDay: ${hours}, or measure shifts of ${place.hoursPerDay} h`,
      },
    ];
  });
}
