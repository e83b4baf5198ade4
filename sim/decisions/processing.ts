import type { LotView, ProcessChoice, ProcessPolicy, ProcessView } from '../ports.ts';
import type { Option } from '../record/decision.ts';

/** A lot is worth baling when it is full. */
const isFull = (lot: LotView): boolean => lot.capacityKg > 0 && lot.lotKg >= lot.capacityKg;

/** Believed EUR of selling each lot now, and of keeping it for the best price its material could get. */
function baleOptions(lots: readonly LotView[]): Option[] {
  return lots.flatMap((lot) => [
    {
      action: `bale:${lot.id}`,
      expectedEur: lot.priceEurPerKg * lot.believedPurity * lot.lotKg - lot.emptyEur,
    },
    { action: `hold:${lot.id}`, expectedEur: 0 },
  ]);
}

function choice(view: ProcessView, part: Partial<ProcessChoice>): ProcessChoice {
  const options = baleOptions(view.lots);
  return {
    speedFactor: 1,
    thresholds: view.machines.map(() => 0),
    resortOpen: true,
    bale: view.lots.filter(isFull).map((lot) => lot.id),
    options: options.length > 0 ? options : [{ action: 'keep', expectedEur: 0 }],
    ...part,
  };
}

/** Nominal speed and thresholds, loop open, bale what is full. */
export function steady(): ProcessPolicy {
  return { name: 'steady', decide: (view) => choice(view, {}) };
}

/**
 * Follows the load: more than `itemsPerM` on the belt runs it faster (thinner layer, purer ejections) and shuts the re-sort
 * loop; a thin belt is slowed, which gives robots more time.
 */
export function loadFollowing(itemsPerM = 2): ProcessPolicy {
  return {
    name: 'load-following',
    decide(view) {
      const wanted = (view.itemsPerM * view.speedFactor) / itemsPerM;
      const speedFactor = Math.min(2, Math.max(0.5, wanted));
      return choice(view, { speedFactor, resortOpen: view.itemsPerM <= itemsPerM });
    },
  };
}

/**
 * Meets the bale specification: a full lot below its purity is held, so that purer material is blended in, and machine
 * thresholds are raised by half a standard deviation while any lot lies below its specification.
 */
export function baleToSpecification(): ProcessPolicy {
  return {
    name: 'bale-to-specification',
    decide(view) {
      const meets = (lot: LotView) => lot.believedPurity >= lot.topMinPurity;
      const below = view.lots.some((lot) => lot.lotKg > 0 && !meets(lot));
      return choice(view, {
        thresholds: view.machines.map(() => (below ? 0.5 : 0)),
        bale: view.lots.filter((lot) => isFull(lot) && meets(lot)).map((lot) => lot.id),
      });
    },
  };
}
