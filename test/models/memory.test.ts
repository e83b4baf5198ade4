import { expect, test } from 'vitest';
import { networkCost } from '../../models/device/layer-cost.ts';
import { MEASURED_DEVICES, TINY_NETS, tinyNet } from '../../models/device/mlperf-tiny.ts';

test.each(MEASURED_DEVICES)('$id holds every network that was measured on it', (device) => {
  for (const net of TINY_NETS) {
    if (device.energyUj[net] === undefined) continue;
    const { weightBytes, peakRamBytes } = networkCost(tinyNet(net));
    expect(device.flashBytes, net).toBeGreaterThan(weightBytes);
    expect(device.ramBytes, net).toBeGreaterThan(peakRamBytes);
  }
  // Microcontrollers and the like: no megabytes of RAM beyond reason.
  expect(device.flashBytes).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(device.ramBytes).toBeLessThanOrEqual(16 * 1024 * 1024);
});
