import { decimal, say } from '../language.ts';
import { kindKg, type RegionMonth, type RegionTimeline, recycledShare, tripsOf } from './region-timeline.ts';
import { amount, kinds, kindWord, mass, perKg, roughly } from './region-words.ts';
import { dashes, type Series, TimeChart } from './time-chart.tsx';

interface Props {
  readonly timeline: RegionTimeline;
  readonly policy: string;
  readonly month: RegionMonth;
  readonly day: number;
  readonly seek: (day: number) => void;
}

const hues = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b07d00', '#56b4e9'];
/** Buyers whose prices are drawn: the dearest ones. */
const PRICES_SHOWN = 5;

const line = (index: number, name: string, values: readonly number[], strong = true): Series => {
  const dash = dashes[index % dashes.length];
  return { name, values, colour: hues[index % hues.length] ?? '#0072b2', strong, ...(dash ? { dash } : {}) };
};

/** Stocks between use and use, one line for each kind of place. */
function stockSeries({ start }: RegionTimeline, months: readonly RegionMonth[]): Series[] {
  return (['collection', 'sorting', 'workshop', 'reprocessor'] as const).map((kind, i) => ({
    ...line(
      i,
      kindWord(kind),
      months.map((month) => kindKg(start, month, [kind])),
    ),
    colour: kinds[kind],
  }));
}

/** Prices of the buyers that list most. */
function priceSeries({ start }: RegionTimeline, months: readonly RegionMonth[]): Series[] {
  return start.buyers
    .map(({ place, listEurPerKg }, i) => ({ place, listEurPerKg, i }))
    .sort((a, b) => b.listEurPerKg - a.listEurPerKg)
    .slice(0, PRICES_SHOWN)
    .map(({ place, i }, at) =>
      line(
        at,
        place,
        months.map(({ priceEurPerKg }) => priceEurPerKg[i] ?? 0),
      ),
    );
}

/** What changes over the years: recycled content, money, stocks, vehicles, prices. */
export function RegionCharts({ timeline, policy, month, day, seek }: Props) {
  const { start } = timeline;
  const months = timeline.of(policy);
  const shared = { days: months.map((each) => each.day), day, index: month.index, seek };
  const byPolicy = (value: (each: RegionMonth) => number): Series[] =>
    start.policies.map((name, i) => line(i, name, timeline.of(name).map(value), name === policy));
  return (
    <section class="region-charts" aria-label={say('region.over')}>
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
          {
            ...line(
              0,
              kindWord('use'),
              months.map((each) => kindKg(start, each, ['use'])),
            ),
            colour: kinds.use,
          },
        ]}
        shown={mass}
        {...shared}
      />
      <TimeChart
        title={say('region.chart.vehicles')}
        series={[line(0, say('region.chart.trips'), months.map(tripsOf))]}
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
