import type { RegionData, RegionMessage } from '../../sim/record/region.ts';

export type RegionStart = RegionData<'region.started'>;
export type RegionResult = RegionData<'region.ended'>['results'][number];

/** What has come together since the first day. */
export interface SoFar {
  readonly routingEur: number;
  readonly regionEur: number;
  /** By boundary, kgCO2e. */
  readonly co2eKg: readonly number[];
}

/** One month of a policy, with the day it begins on and what has come together by its end. */
export interface RegionMonth extends RegionData<'region.month'> {
  readonly index: number;
  readonly fromDay: number;
  readonly soFar: SoFar;
}

/** The player counts in seconds; a region is played at a day a second. */
export const US_SHOWN_PER_DAY = 1e6;

/** A recorded region: who is there, and month by month what each policy did. */
export class RegionTimeline {
  readonly start: RegionStart;
  readonly results: readonly RegionResult[];
  readonly answer: string;
  private readonly months: ReadonlyMap<string, readonly RegionMonth[]>;

  /** `messages` as the reader hands them out: the first is `region.started`. */
  constructor(messages: readonly RegionMessage[]) {
    const [first] = messages;
    if (first?.type !== 'region.started') throw new Error('a region begins with region.started');
    this.start = first.data;
    const told = messages.flatMap((m) => (m.type === 'region.month' ? [m.data] : []));
    this.months = new Map(
      first.data.policies.map((policy) => [policy, added(told.filter((month) => month.policy === policy))]),
    );
    const ended = messages.find((m) => m.type === 'region.ended');
    this.results = ended?.data.results ?? [];
    this.answer = ended?.data.answer ?? '';
  }

  /** Last day that is recorded of any policy. */
  get days(): number {
    return Math.max(0, ...[...this.months.values()].map((months) => months.at(-1)?.day ?? 0));
  }

  of(policy: string): readonly RegionMonth[] {
    return this.months.get(policy) ?? [];
  }

  /** The month in which a day lies: the last one after the end, the first one before all; null where nothing is recorded. */
  at(policy: string, day: number): RegionMonth | null {
    const months = this.of(policy);
    return months.find((month) => day <= month.day) ?? months.at(-1) ?? null;
  }

  /** The policy that earned the sorting sites most; the first one while nobody has come to the end. */
  get best(): string {
    const [best] = [...this.results].sort((a, b) => b.routingEur - a.routingEur);
    return best?.policy ?? this.start.policies[0] ?? '';
  }

  /** What no routing policy can exceed on the days of a policy, EUR; null while it has not come to the end. */
  boundEur(policy: string): number | null {
    return this.results.find((result) => result.policy === policy)?.boundEur ?? null;
  }
}

/** Adds up what each month brought. */
function added(months: readonly RegionData<'region.month'>[]): RegionMonth[] {
  const list: RegionMonth[] = [];
  for (const month of months) {
    const before = list.at(-1);
    const soFar = {
      routingEur: (before?.soFar.routingEur ?? 0) + month.routingEur,
      regionEur: (before?.soFar.regionEur ?? 0) + month.regionEur,
      co2eKg: month.co2eKg.map((kg, i) => (before?.soFar.co2eKg[i] ?? 0) + kg),
    };
    list.push({ ...month, index: list.length, fromDay: before?.day ?? 0, soFar });
  }
  return list;
}

/** Share of what makers used in a month that was recycled, 0..1. */
export function recycledShare({ recycledKg, virginKg }: RegionMonth): number {
  return recycledKg / Math.max(recycledKg + virginKg, Number.MIN_VALUE);
}

/** Kilograms in each place. */
export function placeKg({ stockKg }: RegionMonth): number[] {
  return stockKg.map((groups) => groups.reduce((sum, kg) => sum + kg, 0));
}

/** Vehicles that left in a month. */
export function tripsOf({ routeTrips }: RegionMonth): number {
  return routeTrips.reduce((sum, trips) => sum + trips, 0);
}

/** Kilograms at places of some kinds. */
export function kindKg(start: RegionStart, month: RegionMonth, kinds: readonly string[]): number {
  return placeKg(month).reduce(
    (sum, kg, i) => sum + (kinds.includes(start.places[i]?.kind ?? '') ? kg : 0),
    0,
  );
}
