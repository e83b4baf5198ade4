import { LuDecomposition, Matrix } from 'ml-matrix';
import { type NetworkCost, networkCost } from './layer-cost.ts';
import { MEASURED_DEVICES, type MeasuredDevice, TINY_NETS, type TinyNet, tinyNet } from './mlperf-tiny.ts';

/**
 * Energy of an int8 inference on a device: picojoules per MAC, per weight byte and (accelerators only) per activation
 * byte, fitted to measured MLPerf Tiny energies. A microcontroller's active power hardly depends on the network, so
 * time = energy / active power (energy times rate in `mlperf-tiny.json`: a U385 draws 5.3 mW with either network).
 */
export interface DeviceModel {
  readonly device: MeasuredDevice;
  /** pJ per MAC, per weight byte, per activation byte. */
  readonly coefficientsPj: readonly [number, number, number];
  readonly activeW: number;
}

type Features = readonly [number, number, number];

const PICO = 1e-12;
const MICRO = 1e-6;

function featuresOf({ macs, weightBytes, activationBytes }: NetworkCost): Features {
  return [macs, weightBytes, activationBytes];
}

const tinyFeatures = Object.fromEntries(
  TINY_NETS.map((net) => [net, featuresOf(networkCost(tinyNet(net)))]),
) as Record<TinyNet, Features>;

/** Fits a device on its measured networks but `without` (for leave-one-out). Coefficients are never negative. */
export function fitDevice(device: MeasuredDevice, without?: TinyNet): DeviceModel {
  const nets = TINY_NETS.filter((net) => device.energyUj[net] !== undefined && net !== without);
  const rows = nets.map((net) => tinyFeatures[net].map((x) => (x * PICO) / (device.energyUj[net]! * MICRO)));
  const usable = device.kind === 'accelerator' ? [0, 1, 2] : [0, 1];
  const powers = nets.filter((net) => device.ratePerS[net] !== undefined);
  const measured = powers.length > 0 ? powers : TINY_NETS.filter((net) => device.ratePerS[net] !== undefined);
  const watts = measured.map((net) => device.energyUj[net]! * MICRO * device.ratePerS[net]!);
  return {
    device,
    coefficientsPj: nonNegativeFit(rows, usable),
    activeW: watts.reduce((a, b) => a + b, 0) / watts.length,
  };
}

/** Energy of a network on a fitted device, in joules. */
export function energyJ({ coefficientsPj }: DeviceModel, cost: NetworkCost): number {
  return featuresOf(cost).reduce((sum, x, i) => sum + x * coefficientsPj[i]! * PICO, 0);
}

/** All devices, fitted on everything that was measured on them. */
export const DEVICES: readonly DeviceModel[] = MEASURED_DEVICES.map((device) => fitDevice(device));

/** A fitted device by id; throws with the ids that there are. */
export function deviceById(id: string): DeviceModel {
  const found = DEVICES.find(({ device }) => device.id === id);
  if (!found) {
    const known = MEASURED_DEVICES.map((device) => device.id).join(', ');
    throw new Error(`device: "${id}" is unknown. Cure: one of ${known}.`);
  }
  return found;
}

/**
 * Least squares of relative errors: coefficients k >= 0 with sum_i row_i k_i close to 1 for every network.
 * With three columns all subsets can be tried; the best one whose solution has no negative entry is the answer.
 */
function nonNegativeFit(
  rows: readonly (readonly number[])[],
  usable: readonly number[],
): [number, number, number] {
  let best: { error: number; k: [number, number, number] } | null = null;
  for (let subset = 1; subset < 1 << usable.length; subset++) {
    const columns = usable.filter((_, bit) => subset & (1 << bit));
    const solved = columns.length <= rows.length ? leastSquares(rows, columns) : null;
    if (!solved || solved.some((value) => value < 0)) continue;
    const k: [number, number, number] = [0, 0, 0];
    columns.forEach((column, i) => {
      k[column] = solved[i]!;
    });
    const error = rows.reduce((sum, row) => {
      const residual = row.reduce((total, x, i) => total + x * k[i]!, 0) - 1;
      return sum + residual * residual;
    }, 0);
    if (!best || error < best.error) best = { error, k };
  }
  if (!best) throw new Error('device: no non-negative fit exists for the measured energies');
  return best.k;
}

/** Solves the normal equations of A k = 1 over the given columns; null when singular. */
function leastSquares(rows: readonly (readonly number[])[], columns: readonly number[]): number[] | null {
  const a = new Matrix(rows.map((row) => columns.map((column) => row[column]!)));
  const solver = new LuDecomposition(a.transpose().mmul(a));
  if (solver.isSingular()) return null;
  return solver.solve(Matrix.columnVector(a.sum('column'))).to1DArray();
}
