/**
 * Energy of driving a mobile robot, after Open-RMF rmf_battery: rolling friction, device power and acceleration, where
 * braking also costs (no regeneration).
 */
export interface Vehicle {
  readonly massKg: number;
  readonly friction: number;
  readonly deviceW: number;
}

const gravityMPerS2 = 9.81;

/** Joules for a straight run at constant speed; acceleration is added by `accelerationEnergyJ`. */
export function cruiseEnergyJ(vehicle: Vehicle, distanceM: number, speedMPerS: number): number {
  const frictionJ = vehicle.friction * vehicle.massKg * gravityMPerS2 * distanceM;
  return frictionJ + vehicle.deviceW * (distanceM / speedMPerS);
}

/** Joules for reaching `speedMPerS` and braking to a stop again: |a| v integrated both ways = m v2. */
export function accelerationEnergyJ(vehicle: Vehicle, speedMPerS: number): number {
  return vehicle.massKg * speedMPerS * speedMPerS;
}

/**
 * State of charge after a run of `energyJ` from `soc` of a battery of V volts and Ah ampere hours. May be below 0 in the
 * formula; a twin must stop there, so callers clamp and log.
 */
export function socAfter(soc: number, energyJ: number, volts: number, ampereHours: number): number {
  return soc - energyJ / (volts * ampereHours * 3600);
}

export interface DutyCycle {
  readonly onS: number;
  readonly offS: number;
  readonly duty: number;
}

/**
 * Closed form of a node that runs on its battery between two thresholds under constant sun, ideal battery: the duty does not
 * depend on the thresholds, the number of starts does. Throws unless sleep < sun < load.
 */
export function dutyCycle(startJ: number, stopJ: number, loadW: number, sunW: number, sleepW = 0): DutyCycle {
  if (!(sleepW < sunW && sunW < loadW)) {
    throw new RangeError(
      `duty cycle: needs sleepW < sunW < loadW, got ${sleepW} < ${sunW} < ${loadW}; outside it the node always or never runs`,
    );
  }
  return {
    onS: (startJ - stopJ) / (loadW - sunW),
    offS: (startJ - stopJ) / (sunW - sleepW),
    duty: (sunW - sleepW) / (loadW - sleepW),
  };
}
