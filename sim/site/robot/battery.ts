import type { Ledger } from '../../accounts/ledger.ts';

/** What a battery is made of. Efficiencies 0..1; charge in joules. */
export interface BatterySpec {
  readonly capacityJ: number;
  readonly startJ: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  /** Constant leakage while there is charge. */
  readonly leakW: number;
}

/**
 * Usable share of the nominal capacity in the cold: -0.6 %/K below 25 C, not below 0.5 (typical Li-ion data sheets; from
 * memory). 1 above 25 C.
 */
export function coldFactor(tempC: number): number {
  return Math.min(1, Math.max(0.5, 1 - 0.006 * (25 - tempC)));
}

/**
 * Event-driven integrator: between events harvest and load are constant, so the charge is piecewise linear and every
 * crossing can be scheduled. E' = chargeEfficiency * harvest - load / dischargeEfficiency - leak. A full battery spills, an
 * empty one leaves load unserved; both are entries in the ledger, not silent clamps.
 */
export class Battery {
  readonly spec: BatterySpec;
  chargeJ: number;
  harvestW = 0;
  loadW = 0;
  minChargeJ: number;
  harvestedJ = 0;
  spilledJ = 0;
  unservedJ = 0;
  servedJ = 0;
  readonly #ledger: Ledger;
  readonly #flows: BatteryFlows;
  #lastUs: number;

  /** Books on accounts of `name`; `timeUs` is the start of its life. */
  constructor(spec: BatterySpec, name: string, ledger: Ledger, timeUs: number) {
    this.spec = spec;
    this.chargeJ = spec.startJ;
    this.minChargeJ = spec.startJ;
    this.#ledger = ledger;
    this.#flows = flowsOf(name, ledger);
    this.#lastUs = timeUs;
  }

  /** Brings the charge up to `timeUs` under the powers set before, booking the load under `workFlow`. */
  integrate(timeUs: number, workFlow: number): void {
    const seconds = (timeUs - this.#lastUs) / 1e6;
    this.#lastUs = timeUs;
    if (seconds <= 0) return;
    const { chargeEfficiency, dischargeEfficiency, capacityJ, leakW } = this.spec;
    let harvestJ = this.harvestW * seconds;
    let loadJ = this.loadW * seconds;
    let leakJ = leakW * seconds;
    const raw = this.chargeJ + harvestJ * chargeEfficiency - loadJ / dischargeEfficiency - leakJ;
    let next = raw;
    if (raw > capacityJ) {
      const spillJ = Math.min(harvestJ, (raw - capacityJ) / chargeEfficiency);
      harvestJ -= spillJ;
      this.spilledJ += spillJ;
      this.#ledger.post(this.#flows.spill, spillJ);
      next = capacityJ;
    } else if (raw < 0) {
      const lessLeakJ = Math.min(leakJ, -raw);
      leakJ -= lessLeakJ;
      const unservedJ = Math.min(loadJ, (-raw - lessLeakJ) * dischargeEfficiency);
      loadJ -= unservedJ;
      this.unservedJ += unservedJ;
      this.#ledger.post(this.#flows.unserved, unservedJ);
      next = 0;
    }
    this.#book(harvestJ, loadJ, leakJ, workFlow);
    this.chargeJ = next;
    if (next < this.minChargeJ) this.minChargeJ = next;
  }

  /**
   * Seconds until the charge reaches `targetJ` under the present powers; 0 when it is there, Infinity when it moves away.
   */
  secondsTo(targetJ: number): number {
    const gap = targetJ - this.chargeJ;
    if (gap === 0) return 0;
    const rate = this.netW();
    return rate !== 0 && gap > 0 === rate > 0 ? gap / rate : Infinity;
  }

  /** Rate of change of the charge in watts, limits left out. */
  netW(): number {
    const { chargeEfficiency, dischargeEfficiency, leakW } = this.spec;
    return this.harvestW * chargeEfficiency - this.loadW / dischargeEfficiency - leakW;
  }

  soc(): number {
    return this.spec.capacityJ > 0 ? this.chargeJ / this.spec.capacityJ : 0;
  }

  /** Takes `energyJ` at once (a wake-up burst, a flash); what is not there is unserved. */
  draw(energyJ: number, workFlow: number): void {
    const { dischargeEfficiency } = this.spec;
    const servedJ = Math.min(energyJ, this.chargeJ * dischargeEfficiency);
    this.#ledger.post(workFlow, servedJ);
    this.#ledger.post(this.#flows.dischargeLoss, servedJ * (1 / dischargeEfficiency - 1));
    this.chargeJ = Math.max(0, this.chargeJ - servedJ / dischargeEfficiency);
    this.servedJ += servedJ;
    if (servedJ < energyJ) {
      this.unservedJ += energyJ - servedJ;
      this.#ledger.post(this.#flows.unserved, energyJ - servedJ);
    }
    if (this.chargeJ < this.minChargeJ) this.minChargeJ = this.chargeJ;
  }

  #book(harvestJ: number, loadJ: number, leakJ: number, workFlow: number): void {
    const { chargeEfficiency, dischargeEfficiency } = this.spec;
    const { harvest, chargeLoss, dischargeLoss, leak } = this.#flows;
    const ledger = this.#ledger;
    this.harvestedJ += harvestJ;
    this.servedJ += loadJ;
    if (harvestJ > 0) {
      ledger.post(harvest, harvestJ);
      ledger.post(chargeLoss, harvestJ * (1 - chargeEfficiency));
    }
    if (loadJ > 0) {
      ledger.post(workFlow, loadJ);
      ledger.post(dischargeLoss, loadJ * (1 / dischargeEfficiency - 1));
    }
    if (leakJ > 0) ledger.post(leak, leakJ);
  }
}

interface BatteryFlows {
  readonly harvest: number;
  readonly spill: number;
  readonly chargeLoss: number;
  readonly dischargeLoss: number;
  readonly leak: number;
  readonly unserved: number;
}

function flowsOf(name: string, ledger: Ledger): BatteryFlows {
  return {
    harvest: ledger.flow('J', 'sun', name, 'harvest'),
    spill: ledger.flow('J', 'sun', 'spilled', `${name} full`),
    chargeLoss: ledger.flow('J', name, 'heat', 'charging loss'),
    dischargeLoss: ledger.flow('J', name, 'heat', 'discharging loss'),
    leak: ledger.flow('J', name, 'heat', 'self-discharge'),
    unserved: ledger.flow('J', 'shortage', 'unserved', `${name} empty`),
  };
}
