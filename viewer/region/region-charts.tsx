import { type Hue, hueOf, huesOf, varOf } from '../../sim/record/palette.ts';
import { decimal, say } from '../language.ts';
import { kindKg, type RegionMonth, type RegionTimeline, recycledShare, tripsOf } from './region-timeline.ts';
import { amount, kindWord, mass, perKg, roughly, type Ways } from './region-words.ts';
import { type Series, TimeChart } from './time-chart.tsx';

interface Props {
  readonly timeline: RegionTimeline;
  /** What the plays differ by. */
  readonly ways: Ways;
  readonly policy: string;
  readonly month: RegionMonth;
  readonly day: number;
  readonly seek: (day: number) => void;
}

/** Buyers whose prices are drawn: the dearest ones. */
const PRICES_SHOWN = 5;

const line = (name: string, hue: Hue | undefined, values: readonly number[], strong = true): Series => ({
  name,
  values,
  colour: hue === undefined ? 'currentColor' : varOf(hue),
  dash: hue?.dash ?? '',
  strong,
});

/** Stocks between use and use, one line for each kind of place. */
function stockSeries({ start }: RegionTimeline, months: readonly RegionMonth[]): Series[] {
  return (['collection', 'sorting', 'workshop', 'reprocessor'] as const).map((kind) =>
    line(
      kindWord(kind),
      hueOf('place', kind),
      months.map((month) => kindKg(start, month, [kind])),
    ),
  );
}

/** Prices of the buyers that list most. */
function priceSeries({ start }: RegionTimeline, months: readonly RegionMonth[]): Series[] {
  const shown = start.buyers
    .map(({ place, listEurPerKg }, i) => ({ place, listEurPerKg, i }))
    .sort((a, b) => b.listEurPerKg - a.listEurPerKg)
    .slice(0, PRICES_SHOWN);
  // In the order of names: a buyer keeps its colour when others list more.
  const names = shown.map(({ place }) => place).sort();
  const hues = huesOf(null, names);
  return shown.map(({ place, i }) =>
    line(
      place,
      hues[names.indexOf(place)],
      months.map(({ priceEurPerKg }) => priceEurPerKg[i] ?? 0),
    ),
  );
}

/** What changes over the years: recycled content, money, stocks, vehicles, prices. */
export function RegionCharts({ timeline, ways, policy, month, day, seek }: Props) {
  const { start } = timeline;
  const months = timeline.of(policy);
  const shared = { days: months.map((each) => each.day), day, index: month.index, seek };
  const policyHues = huesOf(ways, start.policies);
  const byPolicy = (value: (each: RegionMonth) => number): Series[] =>
    start.policies.map((name, i) => line(name, policyHues[i], timeline.of(name).map(value), name === policy));
  return (
    <section class="region-charts" aria-label={say('region.over')}>
      {timeline.answer === '' ? null : (
        <section class="finding">
          <h2>{say('day.finding')}</h2>
          <p lang="en">{timeline.answer}</p>
        </section>
      )}
      <TimeChart
        title={say('region.chart.recycled')}
        series={byPolicy((each) => 100 * recycledShare(each))}
        shown={(percent) => `${decimal(percent, 1)} %`}
        {...shared}
      />
      <TimeChart
        title={say('region.chart.money')}
        series={byPolicy(({ soFar }) => soFar.routingEur)}
        shown={roughly}
        {...shared}
      />
      <TimeChart
        title={say('region.chart.stocks')}
        series={stockSeries(timeline, months)}
        shown={mass}
        {...shared}
      />
      <TimeChart
        title={kindWord('use')}
        series={[
          line(
            kindWord('use'),
            hueOf('place', 'use'),
            months.map((each) => kindKg(start, each, ['use'])),
          ),
        ]}
        shown={mass}
        {...shared}
      />
      <TimeChart
        title={say('region.chart.vehicles')}
        series={[line(say('region.chart.trips'), hueOf('mark', 'earned'), months.map(tripsOf))]}
        shown={amount}
        {...shared}
      />
      <TimeChart
        title={say('region.chart.prices')}
        series={priceSeries(timeline, months)}
        shown={perKg}
        {...shared}
      />
    </section>
  );
}
