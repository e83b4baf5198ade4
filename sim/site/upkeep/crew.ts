import type { Entity } from '../../kernel/core/event.ts';
import { CAPACITY } from '../../kernel/core/phase.ts';
import type { AssetView, MaintenancePolicy } from '../../ports.ts';
import type { WorldSpec } from '../../world.ts';
import { type Day, openSecondsBetween } from '../day.ts';
import type { Till } from '../till.ts';
import { type Asset, wearStepS } from './asset.ts';
import { arrivalTimeUs } from './calendar.ts';

/** Who is told when an asset stops or runs again. */
export interface AssetUser {
  stopped(asset: Asset): void;
  restored(asset: Asset): void;
  /** Seconds of running time since the last call. */
  runningS(): number;
  worn(asset: Asset): void;
}

const STEP = 0;
const ARRIVE = 1;
const DONE = 2;

/** A lens is cleaned, everything else is exchanged. */
const needsPart = ({ spec }: Asset) => spec.kind !== 'lens';

/** Seconds from the beginning of a run to its first inspection: a whole number of steps of wear. */
export function firstInspectionS(world: WorldSpec): number {
  const stepS = wearStepS(world);
  return Math.ceil(world.maintenance.inspectEveryS / stepS) * stepS;
}

interface Trip {
  readonly assets: Asset[];
  arrived: boolean;
}

/**
 * Wear, inspections and the technician of a site: steps wear, asks the policy at each inspection, sends for the technician
 * (travel, calendar, spare part), works through the assets of one trip in turn. A failure sends for the technician by itself.
 */
export class Crew implements Entity {
  readonly name = 'crew';
  readonly #day: Day;
  readonly #assets: readonly Asset[];
  readonly #policy: MaintenancePolicy;
  readonly #till: Till;
  readonly #user: AssetUser;
  readonly #stepS: number;
  #sinceInspectionS = 0;
  #trip: Trip | null = null;
  #spares: number;
  /** When ordered parts come, oldest first. */
  #ordersUs: number[] = [];
  #work: { asset: Asset; failed: boolean; startUs: number; costEur: number } | null = null;

  constructor(day: Day, assets: readonly Asset[], policy: MaintenancePolicy, till: Till, user: AssetUser) {
    this.#day = day;
    this.#assets = assets;
    this.#policy = policy;
    this.#till = till;
    this.#user = user;
    this.#spares = day.world.maintenance.spareParts;
    this.#stepS = wearStepS(day.world);
  }

  begin(): void {
    if (this.#assets.length > 0) this.#later(this.#stepS * 1e6, STEP);
  }

  handle(action: number): void {
    if (action === STEP) this.#step();
    else if (action === ARRIVE) this.#arrive();
    else this.#done();
  }

  #step(): void {
    const ranS = this.#user.runningS();
    for (const asset of this.#assets) {
      const before = Math.floor(asset.share * 20);
      if (asset.run(ranS)) this.#fail(asset);
      else if (Math.floor(asset.share * 20) !== before) this.#report(asset);
    }
    this.#sinceInspectionS += this.#stepS;
    if (this.#sinceInspectionS >= this.#day.world.maintenance.inspectEveryS) {
      this.#sinceInspectionS = 0;
      for (const asset of this.#assets) if (asset.running) this.#inspect(asset);
    }
    this.#later(this.#stepS * 1e6, STEP);
  }

  #fail(asset: Asset): void {
    if (asset.spec.kind === 'lens' || asset.spec.kind === 'lamp') {
      asset.wear = asset.spec.limit;
      return;
    }
    asset.up = false;
    asset.down();
    asset.failures += 1;
    this.#report(asset);
    this.#user.stopped(asset);
    this.#send(asset);
  }

  #inspect(asset: Asset): void {
    const view = this.#view(asset);
    const { action, options } = this.#policy.decide(view);
    const helpInS = view.leadTimeS + view.inspectionEveryS;
    // Nobody asks how long an asset lasts after help could have come, and looking ahead is dear.
    const horizonS = Math.min(helpInS, this.#day.world.site.durationS);
    const wouldFail = asset.dueInS(horizonS) < helpInS;
    this.#day.emit('asset.decided', `asset:${asset.spec.id}`, {
      by: 'maintenance',
      seen: { ageS: view.ageS, condition: view.condition, leadTimeS: view.leadTimeS },
      options,
      chosen: action,
      best: {
        action: wouldFail ? 'visit' : 'wait',
        valueEur: wouldFail ? -view.plannedCostEur : 0,
      },
    });
    if (action === 'visit') this.#send(asset);
  }

  #view(asset: Asset): AssetView {
    const { maintenance, site } = this.#day.world;
    const timeUs = this.#day.sim.now;
    const trip = this.#trip !== null;
    const { condition, series } = asset.inspect();
    this.#day.emit('asset.reading', `asset:${asset.spec.id}`, {
      condition,
      currentA: series.currentA.at(-1)!,
      vibrationMmPerS: series.vibrationMmPerS.at(-1)!,
      hotSpotK: series.hotSpotK.at(-1)!,
    });
    this.#user.worn(asset);
    const arrivalUs = this.#arrivalUs(asset);
    const nextArrivalUs = this.#arrivalUs(asset, maintenance.inspectEveryS);
    return {
      timeUs,
      assetId: asset.spec.id,
      kind: asset.spec.kind,
      ageS: asset.ageS,
      condition,
      series,
      plannedCostEur: asset.spec.plannedEur + (trip ? 0 : maintenance.visitEur),
      failureCostEur: asset.spec.failureEur + maintenance.visitEur,
      leadTimeS: (arrivalUs - timeUs) / 1e6,
      leadRunS: openSecondsBetween(site, timeUs, arrivalUs),
      nextLeadRunS: openSecondsBetween(site, timeUs, nextArrivalUs),
      inspectionEveryS: maintenance.inspectEveryS,
      visitPlanned: trip,
      runLeftS: site.durationS - timeUs / 1e6,
    };
  }

  /** Puts an asset on the trip under way, or starts one. */
  #send(asset: Asset): void {
    if (this.#trip !== null && !this.#trip.arrived) {
      if (!this.#trip.assets.includes(asset)) this.#trip.assets.push(asset);
      return;
    }
    if (this.#trip !== null) {
      if (this.#work?.asset !== asset && !this.#trip.assets.includes(asset)) this.#trip.assets.push(asset);
      return;
    }
    const arrivalUs = this.#arrivalUs(asset);
    this.#trip = { assets: [asset], arrived: false };
    this.#day.emit('maintenance.visit', `asset:${asset.spec.id}`, {
      asset: asset.spec.id,
      action: asset.up ? 'planned' : 'repair',
      costEur: this.#day.world.maintenance.visitEur,
      arrivesUs: arrivalUs,
    });
    this.#later(arrivalUs - this.#day.sim.now, ARRIVE);
  }

  /** When a technician sent for now, or in `inS` seconds, would be here, with a part: travel, spare part, calendar. */
  #arrivalUs(asset: Asset, inS = 0): number {
    const { maintenance, site } = this.#day.world;
    const now = this.#day.sim.now + inS * 1e6;
    const partUs =
      this.#spares > 0 || !needsPart(asset) ? now : (this.#ordersUs[0] ?? now + maintenance.spareLeadS * 1e6);
    return arrivalTimeUs(maintenance, site, Math.max(now + maintenance.travelS * 1e6, partUs));
  }

  #arrive(): void {
    this.#trip!.arrived = true;
    this.#till.pay(this.#day.world.maintenance.visitEur, 'maintenance travel');
    this.#begin();
  }

  #begin(): void {
    const asset = this.#trip!.assets.shift();
    if (asset === undefined) {
      this.#trip = null;
      return;
    }
    const { now } = this.#day.sim;
    const failed = !asset.up;
    if (!failed) {
      asset.visits += 1;
      if (asset.share < 0.5) asset.falseAlarms += 1;
      asset.leadS.push(asset.dueInS(this.#day.world.site.durationS));
      asset.down();
      this.#user.stopped(asset);
    }
    asset.serviced = true;
    const costEur = failed ? asset.spec.failureEur : asset.spec.plannedEur;
    this.#work = { asset, failed, startUs: now, costEur };
    this.#day.emit('maintenance.start', `asset:${asset.spec.id}`, {
      asset: asset.spec.id,
      action: failed ? 'repair' : 'planned',
      costEur,
    });
    this.#later(
      (needsPart(asset) ? this.#partWaitUs() : 0) + (failed ? asset.spec.repairS : asset.spec.plannedS) * 1e6,
      DONE,
    );
  }

  /** Takes a spare part and orders the next; returns how long this one is still waited for. */
  #partWaitUs(): number {
    const { now } = this.#day.sim;
    const leadUs = this.#day.world.maintenance.spareLeadS * 1e6;
    while (this.#ordersUs.length > 0 && this.#ordersUs[0]! <= now) {
      this.#ordersUs.shift();
      this.#spares += 1;
    }
    this.#ordersUs.push(now + leadUs);
    if (this.#spares > 0) {
      this.#spares -= 1;
      return 0;
    }
    return Math.max(0, this.#ordersUs.shift()! - now);
  }

  #done(): void {
    const { asset, failed, costEur } = this.#work!;
    this.#work = null;
    this.#till.pay(costEur, failed ? 'maintenance repair' : 'maintenance planned');
    asset.costEur += costEur;
    asset.serviced = false;
    asset.renew();
    this.#report(asset);
    this.#user.worn(asset);
    this.#day.emit('maintenance.end', `asset:${asset.spec.id}`, {
      asset: asset.spec.id,
      action: failed ? 'repair' : 'planned',
      costEur,
    });
    this.#user.restored(asset);
    this.#begin();
  }

  #report(asset: Asset): void {
    this.#day.emit('asset.state', `asset:${asset.spec.id}`, {
      wear: Math.min(1, asset.share),
      up: asset.running,
    });
  }

  #later(delayUs: number, action: number): void {
    this.#day.sim.scheduleEntity(Math.max(0, Math.round(delayUs)), this, action, 0, CAPACITY);
  }
}
