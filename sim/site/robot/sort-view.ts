import type { OutputView, Perception, SortView } from '../../ports.ts';
import type { Belief } from '../../record/belief.ts';
import { acceptsOf, type RobotSpec } from '../../world.ts';
import { type Day, openLeftUs } from '../day.ts';
import type { BeltItem } from '../flow/belt.ts';
import type { Bin } from '../flow/bin.ts';
import type { Power } from './power.ts';

/** The outputs of a robot over one label order; calling it again refreshes the prices that the site believes in. */
export function viewOutputs(bins: readonly Bin[], labels: readonly string[]): () => readonly OutputView[] {
  const views = bins.map((bin) => ({
    id: bin.spec.id,
    accepts: acceptsOf(bin.spec.accepts, labels),
    maxState: bin.spec.maxState,
    priceEurPerKg: bin.topPriceEurPerKg,
    topPriceEurPerKg: bin.topPriceEurPerKg,
    topMinPurity: bin.topMinPurity,
    contaminantEurPerKg: bin.spec.contaminantEurPerKg,
    tiers: bin.spec.tiers,
    lotKg: 0,
    believedKg: 0,
  }));
  return () => {
    for (let i = 0; i < bins.length; i++) {
      const [view, bin] = [views[i]!, bins[i]!];
      view.priceEurPerKg = bin.believedPriceEurPerKg();
      view.lotKg = bin.lotKg;
      view.believedKg = bin.lotBelievedKg;
    }
    return views;
  };
}

export interface Sight {
  readonly day: Day;
  readonly robot: {
    readonly spec: RobotSpec;
    readonly power: Power;
    /** Factor on the pick success. */
    readonly grip: number;
  };
  readonly item: BeltItem;
  readonly belief: Belief;
  readonly labels: readonly string[];
  readonly outputs: readonly OutputView[];
  readonly looks: number;
  readonly next: Perception | null;
  readonly forecastJ: number;
  readonly waiting: number;
}

/** What a policy is shown: nothing of the hidden state but the weight on the belt scale. */
export function sortView(sight: Sight): SortView {
  const { day, robot, next } = sight;
  const { spec, power } = robot;
  const dayLeftUs = Math.min(openLeftUs(day.world.site, day.sim.now), day.endUs - day.sim.now);
  return {
    timeUs: day.sim.now,
    robotId: spec.id,
    belief: sight.belief,
    labels: sight.labels,
    massKg: sight.item.item.massKg,
    outputs: sight.outputs,
    residueEurPerKg: day.world.residue.costEurPerKg,
    looks: sight.looks,
    nextLook:
      next === null
        ? null
        : {
            energyJ: next.cost.sense.energyJ + next.cost.infer.energyJ * spec.computeEnergyFactor,
            timeUs: next.cost.sense.timeUs + Math.round(next.cost.infer.timeUs * spec.computeTimeFactor),
          },
    pick: {
      energyJ: spec.moveJ + spec.idleW * spec.moveS,
      timeUs: spec.moveS * 1e6,
      success: spec.pickSuccess * robot.grip,
    },
    chargeJ: power.battery.chargeJ,
    capacityJ: power.battery.spec.capacityJ,
    stopJ: power.stopJ,
    forecastJ: sight.forecastJ,
    standbyJ: (spec.idleW * dayLeftUs) / 1e6 / spec.dischargeEfficiency,
    dayLeftUs,
    waiting: sight.waiting,
  };
}

/** Probability that the material is one that an output accepts. */
export function acceptedShare(material: Float32Array, accepts: Uint8Array): number {
  let p = 0;
  for (let k = 0; k < material.length; k++) if (accepts[k] === 1) p += material[k]!;
  return Math.min(1, p);
}
