import { decimal, say } from '../language.ts';
import type { Player } from '../player.ts';
import type { Station } from '../tour/tour.tsx';
import {
  placeKg,
  type RegionMonth,
  type RegionTimeline,
  recycledShare,
  tripsOf,
  US_SHOWN_PER_DAY,
} from './region-timeline.ts';
import { amount, dateText, euros, mass, perKg, type Ways } from './region-words.ts';

/** What a station of a region shows: a day, a way of routing, a place, a tab. */
interface Shows {
  readonly day: number;
  readonly policy: string;
  readonly place: number | null;
  readonly tab: 'years' | 'place' | 'table';
}

type Told = Pick<Station, 'title' | 'text'> & Shows;

/** The timeline, the policy that earned most and what one calls it, its months and the last of them. */
interface Of {
  readonly timeline: RegionTimeline;
  readonly way: string;
  readonly policy: string;
  readonly months: readonly RegionMonth[];
  readonly last: RegionMonth;
}

const most = <T>(list: readonly T[], of: (one: T) => number): T | undefined =>
  [...list].sort((a, b) => of(b) - of(a))[0];

function earned({ timeline, way, policy, last }: Of): Told {
  const bound = timeline.boundEur(policy);
  const told = {
    ...{ way, years: decimal(last.day / 365, 1), value: euros(last.soFar.routingEur) },
    ...{ share: decimal(100 * recycledShare(last), 1), region: euros(last.soFar.regionEur) },
  };
  const text =
    bound === null
      ? say('region.tour.earned.open', told)
      : say('region.tour.earned.text', { ...told, bound: euros(bound) });
  return { title: 'region.tour.earned', text, day: last.day, policy, place: null, tab: 'years' };
}

function flows({ timeline, policy, last }: Of): Told {
  const { routes } = timeline.start;
  const widest = most(
    routes.map((route, i) => ({ ...route, kg: last.routeKg[i] ?? 0 })),
    ({ kg }) => kg,
  );
  const kg = last.routeKg.reduce((sum, each) => sum + each, 0);
  const told = { all: mass(kg), from: widest?.from ?? '', to: widest?.to ?? '', kg: mass(widest?.kg ?? 0) };
  const text = say('region.tour.flows.text', told);
  return { title: 'region.tour.flows', text, day: last.day, policy, place: null, tab: 'table' };
}

/** Where most lies on its way from use to use. */
function stocks({ timeline, policy, last }: Of): Told {
  const lying = placeKg(last);
  const waits = ['collection', 'sorting', 'workshop', 'reprocessor'];
  const fullest = most(
    timeline.start.places.map(({ id, kind }, i) => ({
      id,
      i,
      kg: waits.includes(kind) ? (lying[i] ?? 0) : 0,
    })),
    ({ kg }) => kg,
  );
  const text = say('region.tour.stocks.text', {
    ...{ date: dateText(last.day), place: fullest?.id ?? '', kg: mass(fullest?.kg ?? 0) },
    transit: mass(last.transitKg),
  });
  const place = fullest?.i ?? null;
  return { title: 'region.tour.stocks', text, day: last.day, policy, place, tab: 'place' };
}

function vehicles({ policy, months, last }: Of): Told {
  const busiest = most(months, tripsOf) ?? last;
  const trips = months.reduce((sum, month) => sum + tripsOf(month), 0);
  const text = say('region.tour.vehicles.text', {
    ...{ trips: amount(trips), most: amount(tripsOf(busiest)), date: dateText(busiest.day) },
    kg: mass(busiest.transitKg),
  });
  return { title: 'region.tour.vehicles', text, day: busiest.day, policy, place: null, tab: 'years' };
}

/** The buyer whose price fell most below its list. */
function prices({ timeline, policy, months, last }: Of): Told {
  const { buyers, places } = timeline.start;
  const title = 'region.tour.prices';
  const lows = buyers.flatMap(({ place, listEurPerKg }, i) => {
    const month = most(months, ({ priceEurPerKg }) => -(priceEurPerKg[i] ?? 0));
    const low = month?.priceEurPerKg[i] ?? listEurPerKg;
    return [{ place, listEurPerKg, low, day: month?.day ?? last.day }];
  });
  const fallen = most(lows, ({ listEurPerKg, low }) => listEurPerKg - low);
  if (fallen === undefined)
    return { title, text: say('region.tour.prices.none'), day: last.day, policy, place: null, tab: 'years' };
  const told = { place: fallen.place, list: perKg(fallen.listEurPerKg), low: perKg(fallen.low) };
  const text = say('region.tour.prices.text', { ...told, date: dateText(fallen.day) });
  const place = places.findIndex(({ id }) => id === fallen.place);
  return { title, text, day: fallen.day, policy, place: place < 0 ? null : place, tab: 'place' };
}

function ways({ timeline, policy, last }: Of): Told {
  const others = timeline.results.filter((result) => result.policy !== policy);
  const worst = most(others, ({ routingEur }) => -routingEur);
  const text =
    worst === undefined
      ? say('region.tour.ways.alone', { policy })
      : say('region.tour.ways.text', {
          ...{ policy, value: euros(last.soFar.routingEur) },
          ...{ other: worst.policy, otherValue: euros(worst.routingEur) },
        });
  const shown = worst?.policy ?? policy;
  return { title: 'region.tour.ways', text, day: last.day, policy: shown, place: null, tab: 'years' };
}

/** The six stations of a region, in order; none where nothing is recorded. */
export function regionStations(
  timeline: RegionTimeline,
  by: Ways,
  player: Player,
  setTab: (tab: Shows['tab']) => void,
  setPolicy: (policy: string) => void,
): Station[] {
  const policy = timeline.best;
  const months = timeline.of(policy);
  const last = months.at(-1);
  if (last === undefined) return [];
  const way = say(`region.tour.${by}`, { policy });
  return [earned, flows, stocks, vehicles, prices, ways].map((tell): Station => {
    const { title, text, day, place, tab, policy: routing } = tell({ timeline, way, policy, months, last });
    const show = (): void => {
      player.pause();
      player.seek(day * US_SHOWN_PER_DAY);
      player.select(place);
      setPolicy(routing);
      setTab(tab);
    };
    return { title, text, show };
  });
}
