import type { AssetView, SortView } from '../../../sim/ports.ts';

export interface ViewOptions {
  /** Probability of the wanted label; the rest is on the other. */
  readonly p?: number;
  readonly priceEurPerKg?: number;
  readonly topMinPurity?: number;
  readonly contaminantEurPerKg?: number;
  readonly massKg?: number;
  readonly residueEurPerKg?: number;
  readonly success?: number;
  readonly chargeJ?: number;
  readonly timeUs?: number;
  readonly dayLeftUs?: number;
}

/** A view with two labels and one output that wants the first. */
export function sortViewOf(options: ViewOptions = {}): SortView {
  const { p = 0.8, priceEurPerKg = 0.4 } = options;
  const state = new Float32Array(10);
  state[2] = 1;
  return {
    timeUs: options.timeUs ?? 0,
    robotId: 'r1',
    belief: {
      modelId: 'm',
      material: Float32Array.of(p, 1 - p),
      state,
      quality: { mean: 0.7, sd: 0.1 },
    },
    labels: ['a', 'b'],
    massKg: options.massKg ?? 0.03,
    outputs: [
      {
        id: 'a-bin',
        accepts: Uint8Array.of(1, 0),
        maxState: 9,
        priceEurPerKg,
        topPriceEurPerKg: priceEurPerKg,
        topMinPurity: options.topMinPurity ?? 0,
        contaminantEurPerKg: options.contaminantEurPerKg ?? 0.2,
        tiers: [
          { minPurity: options.topMinPurity ?? 0, priceEurPerKg },
          { minPurity: 0, priceEurPerKg: Math.min(0, priceEurPerKg) },
        ],
        lotKg: 0,
        believedKg: 0,
      },
    ],
    residueEurPerKg: options.residueEurPerKg ?? 0.1,
    looks: 1,
    nextLook: null,
    pick: { energyJ: 150, timeUs: 6e6, success: options.success ?? 0.9 },
    chargeJ: options.chargeJ ?? 1e5,
    capacityJ: 1e9,
    stopJ: 0,
    forecastJ: 0,
    standbyJ: 0,
    dayLeftUs: options.dayLeftUs ?? 3600e6,
    waiting: 0,
  };
}

export function assetViewOf(options: Partial<AssetView> = {}): AssetView {
  return {
    timeUs: 3600e6,
    assetId: 'bearing',
    kind: 'belt',
    ageS: 3600,
    condition: 0.5,
    series: { timeS: [], currentA: [], vibrationMmPerS: [], hotSpotK: [] },
    plannedCostEur: 10,
    failureCostEur: 100,
    leadTimeS: 1800,
    leadRunS: 1800,
    nextLeadRunS: 2700,
    inspectionEveryS: 900,
    visitPlanned: false,
    runLeftS: 36_000,
    ...options,
  };
}
