import type { Cost } from '../../sim/record/frames.ts';
import { type DeviceModel, deviceById, energyJ } from './device.ts';
import { layersOf, networkCost } from './layer-cost.ts';

/** One row of the table that a model card prints. */
export interface DeviceRow {
  readonly device: string;
  readonly fits: boolean;
  /** Why it does not fit, or an empty text. */
  readonly reason: string;
  readonly energyJ: number;
  readonly timeS: number;
}

/** What the cost of a network follows from, without its weights. */
export type NetworkShape = Parameters<typeof layersOf>[0];

/** Energy and time of one int8 inference of a model on a device, as the Classifier port wants it. */
export function inferenceCost(model: NetworkShape, deviceId: string): Cost {
  const { energyJ: joules, timeS } = deviceRow(model, deviceById(deviceId));
  return { energyJ: joules, timeUs: Math.round(timeS * 1e6) };
}

/** As `inferenceCost`, with the answer whether weights and activations fit the device. */
export function deviceRow(model: NetworkShape, fitted: DeviceModel): DeviceRow {
  const cost = networkCost(layersOf(model));
  const { device, activeW } = fitted;
  const joules = energyJ(fitted, cost);
  const tooMuchFlash = cost.weightBytes > device.flashBytes;
  const tooMuchRam = cost.peakRamBytes > device.ramBytes;
  const reason = tooMuchFlash
    ? `does not fit: ${cost.weightBytes} bytes of weights, ${device.flashBytes} of flash`
    : tooMuchRam
      ? `does not fit: ${cost.peakRamBytes} bytes of activations, ${device.ramBytes} of RAM`
      : '';
  return { device: device.id, fits: reason === '', reason, energyJ: joules, timeS: joules / activeW };
}

/** Total of a model's MACs and bytes. */
export function sizeOf(model: NetworkShape) {
  return networkCost(layersOf(model));
}
