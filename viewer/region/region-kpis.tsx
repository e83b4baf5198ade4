import { kindKg, type RegionMonth, type RegionTimeline, recycledShare, tripsOf } from './region-timeline.ts';
import { amount, euros, mass, roughly } from './region-words.ts';

interface Props {
  readonly timeline: RegionTimeline;
  readonly policy: string;
  readonly month: RegionMonth;
}

const between = ['maker', 'collection', 'sorting', 'workshop', 'reprocessor'];

/** The region in figures: money first, what was recycled, what lies and moves. */
export function RegionKpis({ timeline, policy, month }: Props) {
  const { start } = timeline;
  const bound = timeline.boundEur(policy);
  const trips = tripsOf(month);
  const { soFar, transitKg } = month;
  const figures = [
    {
      name: 'Sorting sites so far',
      field: 'routingEur',
      value: euros(soFar.routingEur),
      note: bound === null ? '' : `at most ${euros(bound)} over all days`,
    },
    {
      name: 'Region so far',
      field: 'regionEur',
      value: euros(soFar.regionEur),
      note: 'all money in less all out',
    },
    {
      name: 'Recycled content',
      field: 'recycled',
      value: `${(100 * recycledShare(month)).toFixed(1)} %`,
      note: `of ${mass(month.recycledKg + month.virginKg)} that makers used this month`,
    },
    {
      name: 'Between use and use',
      field: 'stock',
      value: mass(kindKg(start, month, between) + transitKg),
      note: `${mass(kindKg(start, month, ['use']))} in use`,
    },
    {
      name: 'Vehicles this month',
      field: 'trips',
      value: amount(trips),
      note: `${mass(transitKg)} on the road`,
    },
    ...start.boundaries.map((boundary, i) => ({
      name: 'Emitted so far',
      field: `co2e-${i}`,
      value: `${roughly((soFar.co2eKg[i] ?? 0) / 1000)} t CO2e`,
      note: boundary,
    })),
  ];
  return (
    <dl class="kpis region-kpis" aria-label="Figures of the region">
      {figures.map(({ name, field, value, note }) => (
        <div key={field} class="kpi">
          <dt>{name}</dt>
          <dd>
            <strong data-figure={field}>{value}</strong>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
