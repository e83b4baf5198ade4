import { decimal, say } from '../language.ts';
import { retold } from '../retold.ts';
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
      name: say('region.sites'),
      field: 'routingEur',
      value: euros(soFar.routingEur),
      note: bound === null ? '' : say('region.sites.note', { bound: euros(bound) }),
    },
    {
      name: say('region.money'),
      field: 'regionEur',
      value: euros(soFar.regionEur),
      note: say('region.money.note'),
    },
    {
      name: say('region.recycled'),
      field: 'recycled',
      value: `${decimal(100 * recycledShare(month), 1)} %`,
      note: say('region.recycled.note', { mass: mass(month.recycledKg + month.virginKg) }),
    },
    {
      name: say('region.stock'),
      field: 'stock',
      value: mass(kindKg(start, month, between) + transitKg),
      note: say('region.stock.note', { mass: mass(kindKg(start, month, ['use'])) }),
    },
    {
      name: say('region.vehicles'),
      field: 'trips',
      value: amount(trips),
      note: say('region.vehicles.note', { mass: mass(transitKg) }),
    },
    ...start.boundaries.map((boundary, i) => ({
      name: say('region.carbon'),
      field: `co2e-${i}`,
      value: `${roughly((soFar.co2eKg[i] ?? 0) / 1000)} t CO2e`,
      note: retold('boundary', boundary),
    })),
  ];
  return (
    <dl class="kpis region-kpis" aria-label={say('region.figures')}>
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
