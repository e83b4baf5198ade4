import FlatQueue from 'flatqueue';
import type { MaintenancePolicy } from '../../ports.ts';
import { Day, openSeconds, openSecondsBetween } from '../../site/day.ts';
import { type Asset, wearStepS } from '../../site/upkeep/asset.ts';
import { arrivalTimeUs } from '../../site/upkeep/calendar.ts';
import { assetsOf } from '../../site/upkeep/long-run.ts';
import type { AssetSpec, WorldSpec } from '../../world.ts';
import { type Done, longestWorkS, Standstill } from './standstill.ts';

/** What looking after a site costs at least over a run. */
export interface LeastUpkeep {
  /** Whether a run can go by without a visit. */
  readonly unvisited: boolean;
  /** Visits and parts where somebody comes, EUR. */
  readonly visitedEur: number;
}

/** Whether a part stops something when it is worn: a lens or a lamp only sees worse. */
const stops = ({ kind }: AssetSpec): boolean => kind !== 'lens' && kind !== 'lamp';

/** False where nothing can fail: then a site needs nobody. */
export const canFail = ({ assets }: Pick<WorldSpec, 'assets'>): boolean => assets.some(stops);

/** Which day it is. */
type DayKey = Pick<Day, 'seed' | 'replication'>;

/** A day of which nobody hears. */
export const silentDay = (world: WorldSpec, key: DayKey): Day => new Day(world, key, { event() {} });

/** What a day asks for that one of several policies has looked after before: the least of what they leave to be paid. Without any, nothing fails. */
export function upkeepOf(world: WorldSpec, key: DayKey, policies: readonly MaintenancePolicy[]): LeastUpkeep {
  const each = canFail(world) ? policies.map((policy) => leastUpkeep(silentDay(world, key), policy)) : [];
  return {
    unvisited: each.length === 0 || each.some(({ unvisited }) => unvisited),
    visitedEur: Math.min(...each.map(({ visitedEur }) => visitedEur)),
  };
}

/** A bound on the value of a day, and what of it visits and parts take, EUR. */
export interface KeptUp {
  readonly boundEur: number;
  readonly upkeepEur: number;
}

/**
 * The larger of the bounds of a day that nobody visits and of one on which somebody is paid to come. The latter is worth at most
 * `mostEur` before that, and worked out where this does not settle it.
 */
export function withUpkeep(
  { unvisited, visitedEur: upkeepEur }: LeastUpkeep,
  unvisitedEur: number,
  mostEur: number,
  visitedEur: () => number,
): KeptUp {
  const without: KeptUp = { boundEur: unvisited ? unvisitedEur : -Infinity, upkeepEur: 0 };
  if (mostEur - upkeepEur <= without.boundEur) return without;
  const boundEur = visitedEur() - upkeepEur;
  return boundEur > without.boundEur ? { boundEur, upkeepEur } : without;
}

/** So many states are looked at; what the cheapest of the rest has paid so far is then the bound. */
const mostLooks = 50_000;

/**
 * What any policy pays at least for looking after a site, from the state in which a policy has left it before.
 *
 * Why it holds. A part that fails calls for a technician by itself, so policies choose when somebody comes and what is renewed, but not
 * that nobody does. Life n of a part takes as many running seconds under every policy, and one step more until its end is noticed. Take
 * away all time in which a technician is there, or a failed part waits for one: in what is left everything runs whenever the site is
 * open, visits take no time, and each part lives at most as long as its lives. What was taken away is at most one longest wait for each
 * visit and one at the end, the work, and the waits for parts. Both together fill the open hours.
 *
 * Put each visit off until a part fails that it renews. One that has been made is always left for that: what fails then has failed
 * earlier as it was, and was renewed. So no renewal comes earlier than it did, nothing fails earlier, and the same visits reach at least
 * as far; those that are never asked for only add their waits and their work. Nor is anything lost where a part is not renewed that
 * lasts longer as it is, or is renewed on to the longest of its next lives: the services that this saves add only work.
 *
 * So runs are searched, the cheapest first, in which each visit comes when a part fails, and renews that and any of the rest, any number of
 * times. Visits and services that are not asked for fill what is missing, at the price of the visit or of the cheapest part. That
 * standing still sells nothing is left out, which only lowers the cost.
 */
export function leastUpkeep(day: Day, policy: MaintenancePolicy): LeastUpkeep {
  const { world } = day;
  const openS = openSeconds(world.site);
  const parts = assetsOf(day, policy)
    .filter(({ spec }) => stops(spec))
    .map((asset) => new Lives(asset, openS, wearStepS(world)));
  const start: Course = {
    ...{ dues: parts.map((part) => part.of(0)), lives: parts.map(() => 0), nowS: 0, part: parts.length },
    ...{ visits: 0, services: 0, workS: 0, costEur: 0 },
  };
  const unvisited = reachS(start) >= openS || nobodyComes(world, reachS(start));
  const serviceEur = Math.min(...world.assets.map(partEur));
  const { visitEur } = world.maintenance;
  const terms: Terms = { openS, visitEur, serviceEur, standstill: new Standstill(world) };
  return { unvisited, visitedEur: cheapestEur(start, parts, terms) };
}

/** Whether whoever is called, at the latest when a part has failed after so many open seconds, would come after the end. */
function nobodyComes({ maintenance, site }: WorldSpec, failsS: number): boolean {
  const { travelS, spareParts, spareLeadS } = maintenance;
  const awayS = Math.max(travelS, spareParts > 0 ? 0 : spareLeadS);
  const thereUs = arrivalTimeUs(maintenance, site, whenOpenUs(site, failsS) + awayS * 1e6);
  // A second is left for rounding.
  return thereUs > (site.durationS - 1) * 1e6;
}

/** When a site has been open for so many seconds of a run, to a microsecond. */
function whenOpenUs(site: WorldSpec['site'], seconds: number): number {
  let [early, late] = [0, site.durationS * 1e6];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (openSecondsBetween(site, 0, middle) < seconds) early = middle;
    else late = middle;
  }
  return late;
}

/** A run up to a time. Times are open seconds without those that are taken away. */
interface Course extends Done {
  /** When each part fails at the latest, and which of its lives that ends. */
  readonly dues: readonly number[];
  readonly lives: readonly number[];
  /** When the last visit came, and which part it may renew next. */
  readonly nowS: number;
  readonly part: number;
  readonly costEur: number;
}

/** When the next part fails; without parts that fail there is no end. */
const reachS = ({ dues }: Course): number => Math.min(...dues);

const partEur = ({ plannedEur, failureEur }: AssetSpec): number => Math.min(plannedEur, failureEur);

/** The lives of a part as they are drawn, open seconds; none longer than the run. */
class Lives {
  readonly spec: AssetSpec;
  readonly #asset: Asset;
  /** Of the run. */
  readonly #openS: number;
  readonly #noticedS: number;
  readonly #drawn: number[];

  constructor(asset: Asset, openS: number, noticedS: number) {
    this.spec = asset.spec;
    this.#asset = asset;
    this.#openS = openS;
    this.#noticedS = noticedS;
    this.#drawn = [this.#drawS()];
  }

  /** Seconds that life n takes at most. */
  of(n: number): number {
    while (this.#drawn.length <= n) {
      this.#asset.renew();
      this.#drawn.push(this.#drawS());
    }
    return this.#drawn[n]!;
  }

  #drawS(): number {
    return Math.min(this.#openS, this.#asset.dueInS(this.#openS) + this.#noticedS);
  }
}

/** So many visits may only fill time; more are taken to fill all of it. */
const mostFillingVisits = 50;

/** What the search asks of a site. */
interface Terms {
  readonly openS: number;
  readonly visitEur: number;
  /** Of the cheapest part. */
  readonly serviceEur: number;
  readonly standstill: Standstill;
}

/** What a course costs whose open hours are filled up, EUR; not told exactly from `mostEur` on. */
function filledEur(
  course: Course,
  { openS, visitEur, serviceEur, standstill }: Terms,
  mostEur: number,
): number {
  const neededS = openS - reachS(course);
  let bestEur = Math.min(mostEur, course.costEur + mostFillingVisits * visitEur);
  for (let visits = 0; visits < mostFillingVisits; visits++) {
    const costEur = course.costEur + visits * visitEur;
    if (costEur >= bestEur) break;
    const services = standstill.fillers(course, neededS, visits);
    if (services < Number.POSITIVE_INFINITY)
      bestEur = Math.min(bestEur, costEur + (services > 0 ? services * serviceEur : 0));
  }
  return bestEur;
}

/** Searches for the course with one visit or more that fills the open hours at the least cost. */
function cheapestEur(start: Course, parts: readonly Lives[], terms: Terms): number {
  const { openS, visitEur } = terms;
  let bestEur = Number.POSITIVE_INFINITY;
  const queue = new FlatQueue<Course>();
  const add = (course: Course) => {
    const isThere = course.part < parts.length;
    if (course.visits > 0 && (course.part === 0 || !isThere)) bestEur = filledEur(course, terms, bestEur);
    const leastEur = course.costEur + (isThere ? 0 : visitEur);
    if (leastEur < bestEur && (isThere || reachS(course) < openS || course.visits === 0))
      queue.push(course, leastEur);
  };
  add(start);
  for (let looks = 0; queue.length > 0; looks++) {
    const leastEur = queue.peekValue()!;
    if (leastEur >= bestEur) break;
    if (looks === mostLooks) return leastEur;
    const course = queue.pop()!;
    if (course.part < parts.length) renewed(course, parts, openS, bestEur).forEach(add);
    else add(called(course, visitEur));
  }
  return bestEur;
}

/** The technician comes as the next part fails. */
function called(course: Course, visitEur: number): Course {
  const { visits, costEur } = course;
  return { ...course, nowS: reachS(course), part: 0, visits: visits + 1, costEur: costEur + visitEur };
}

/** So often may a part be renewed on one visit; after the last time it is taken to last for good. */
const mostTimes = 200;

/** The next part is left as it is, unless it has failed, or renewed on to any life that lasts longer than those before. */
function renewed(course: Course, parts: readonly Lives[], openS: number, mostEur: number): Course[] {
  const { part, nowS, dues, lives } = course;
  const dueS = dues[part]!;
  const drawn = parts[part]!;
  const eur = partEur(drawn.spec);
  const courses: Course[] = dueS > nowS ? [{ ...course, part: part + 1 }] : [];
  let longestS = dueS;
  for (let times = 1; course.costEur + times * eur < mostEur && longestS < openS; times++) {
    const untilS = nowS + (times === mostTimes ? openS : drawn.of(lives[part]! + times));
    if (untilS <= longestS) continue;
    longestS = untilS;
    courses.push({
      ...course,
      part: part + 1,
      dues: dues.with(part, untilS),
      lives: lives.with(part, lives[part]! + times),
      services: course.services + times,
      workS: course.workS + times * longestWorkS(drawn.spec),
      costEur: course.costEur + times * eur,
    });
  }
  return courses;
}
