import { type RegionMessage, regionVersion } from '../../../sim/record/region.ts';
import { chartOf, type Month } from '../../../sim/region/months.ts';
import type { ChainSpec } from '../../../sim/region/spec/chain.ts';
import { writeMonths } from '../../record/months-writer.ts';
import type { ArmOutcome } from './arms.ts';
import { boundariesOf, type RegionDocument } from './document.ts';

const usPerDay = 86_400e6;

/** Kilograms and euros to a tenth, prices to a tenth of a cent: what a picture shows, in a tenth of the bytes. */
const tenth = (value: number): number => Math.round(value * 10) / 10;
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** Writes what every policy did in the first price history, month by month, as an MCAP file of JSON messages. */
export async function recordMonths(
  path: string,
  document: RegionDocument,
  outcomes: readonly ArmOutcome[],
  chain: ChainSpec,
): Promise<void> {
  await writeMonths(path, messagesOf(document, outcomes, chain));
}

/** The messages in the order of time; at one instant, in the order of the policies. */
function messagesOf(
  document: RegionDocument,
  outcomes: readonly ArmOutcome[],
  chain: ChainSpec,
): RegionMessage[] {
  const played = outcomes.filter(({ replication }) => replication === document.replication);
  // Of an arm that was trained several times, the first.
  const first = played.filter(
    ({ routing }, index) => played.findIndex((other) => other.routing === routing) === index,
  );
  const boundaries = boundariesOf(document);
  const months = first.flatMap(({ routing, months: reached }) =>
    reached.map((month, index) => monthOf(routing, month, reached[index - 1], boundaries)),
  );
  return [
    startedOf(document, chain, boundaries),
    ...months.sort((a, b) => a.timeUs - b.timeUs),
    endedOf(document, first),
  ];
}

function startedOf(
  { title, seed, replication, days, routing }: RegionDocument,
  chain: ChainSpec,
  boundaries: readonly string[],
): RegionMessage {
  const { groups, places, routes, buyers } = chartOf(chain);
  return {
    type: 'region.started',
    timeUs: 0,
    data: {
      ...{ version: regionVersion, title, seed, replication, days, groups, boundaries, routes, buyers },
      policies: routing.map(({ name }) => name),
      places: places.map(({ id, kind, spotKm }) => ({ id, kind, spot: (spotKm ?? []).map(tenth) })),
      payloadKg: chain.transport.payloadKg,
    },
  };
}

function monthOf(
  policy: string,
  now: Month,
  before: Month | undefined,
  boundaries: readonly string[],
): RegionMessage {
  const grew = (total: (month: Month) => number): number => tenth(total(now) - (before ? total(before) : 0));
  return {
    type: 'region.month',
    timeUs: now.day * usPerDay,
    data: {
      ...{ policy, day: now.day },
      stockKg: now.lyingKg.map((groups) => groups.map(tenth)),
      transitKg: tenth(now.transitKg),
      routeKg: now.routes.map((_, i) => grew(({ routes }) => routes[i]?.kg ?? 0)),
      routeTrips: now.routes.map((_, i) => grew(({ routes }) => routes[i]?.trips ?? 0)),
      priceEurPerKg: now.priceEurPerKg.map(thousandth),
      virginKg: grew((m) => m.virginKg),
      recycledKg: grew((m) => m.feedUsedKg),
      reusedKg: grew((m) => m.reusedKg),
      givenUpKg: grew((m) => m.givenUpKg),
      routingEur: grew((m) => m.routingEur),
      regionEur: grew((m) => m.regionEur),
      co2eKg: boundaries.map((boundary) => grew(({ co2eKg }) => co2eKg[boundary] ?? 0)),
    },
  };
}

function endedOf({ answer, days }: RegionDocument, outcomes: readonly ArmOutcome[]): RegionMessage {
  const results = outcomes.map(({ routing, boundEur, summary }) => ({
    policy: routing,
    routingEur: tenth(summary.routingEur),
    boundEur: tenth(boundEur),
    regionEur: tenth(summary.regionEur),
    recycledContent: Math.round(summary.recycledContent * 1e6) / 1e6,
  }));
  return { type: 'region.ended', timeUs: days * usPerDay, data: { answer, results } };
}
