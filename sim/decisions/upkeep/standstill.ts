import { longestWaitS } from '../../site/upkeep/calendar.ts';
import type { AssetSpec, WorldSpec } from '../../world.ts';

/** What has been done at a site. */
export interface Done {
  readonly visits: number;
  readonly services: number;
  /** Seconds of all services together. */
  readonly workS: number;
}

/** Seconds of one service of a part at most. */
export const longestWorkS = ({ plannedS, repairS }: AssetSpec): number => Math.max(plannedS, repairS);

/** What of the open hours is taken away at most, s. */
export class Standstill {
  readonly #waitS: number;
  readonly #longestWorkS: number;
  readonly #leadS: number;
  readonly #spareParts: number;

  constructor({ maintenance, site, assets }: WorldSpec) {
    this.#waitS = longestWaitS(maintenance, site);
    this.#longestWorkS = Math.max(0, ...assets.map(longestWorkS));
    this.#leadS = mostOpenS(site, maintenance.spareLeadS);
    this.#spareParts = maintenance.spareParts;
  }

  /** With so many services and visits more, which only fill time; one more service is under way at the end. */
  longestS({ visits, services, workS }: Done, moreServices = 0, moreVisits = 0): number {
    const more = moreServices + moreVisits + 1;
    return (
      (visits + moreVisits + 1) * this.#waitS +
      workS +
      more * this.#longestWorkS +
      this.#partsS(services + more)
    );
  }

  /** The fewest services that only fill time and take so many seconds, with so many visits that do too; Infinity where none do. */
  fillers(course: Done, neededS: number, moreVisits: number): number {
    const isEnough = (services: number) => this.longestS(course, services, moreVisits) >= neededS;
    if (isEnough(0)) return 0;
    let [few, enough] = [0, 1];
    while (!isEnough(enough)) {
      if (enough > 1e9) return Number.POSITIVE_INFINITY;
      [few, enough] = [enough, 2 * enough];
    }
    while (enough - few > 1) {
      const middle = Math.floor((few + enough) / 2);
      if (isEnough(middle)) enough = middle;
      else few = middle;
    }
    return enough;
  }

  /**
   * Waits for parts. One is ordered whenever one is taken, so as many services as there are spare parts wait for one lead time together.
   * Without any, a visit waits for its first part, which is ordered once more when work begins.
   */
  #partsS(services: number): number {
    if (this.#spareParts === 0) return 2 * this.#leadS * services;
    return this.#leadS * Math.max(0, Math.ceil(services / this.#spareParts) - 1);
  }
}

/** Open seconds within so many seconds at most. */
function mostOpenS({ openHour, closeHour }: WorldSpec['site'], seconds: number): number {
  const openS = (closeHour - openHour) * 3600;
  const days = Math.floor(seconds / 86_400);
  return days * openS + Math.min(openS, seconds - days * 86_400);
}
