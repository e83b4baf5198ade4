import { describe, expect, test } from 'vitest';
import { deviceRow, inferenceCost } from '../../models/device/cost.ts';
import { DEVICES, deviceById, energyJ, fitDevice } from '../../models/device/device.ts';
import { layersOf, networkCost } from '../../models/device/layer-cost.ts';
import { MEASURED_DEVICES, TINY_NETS, tinyNet } from '../../models/device/mlperf-tiny.ts';
import { DEEP_CHANNELS } from '../../models/nets/widths.ts';
import { standardInputs } from './standard-inputs.ts';

const costOf = (net: (typeof TINY_NETS)[number]) => networkCost(tinyNet(net));

describe('reference networks', () => {
  test.each([
    ['IC', 12.5],
    ['VWW', 7.49],
    ['KWS', 2.66],
    ['AD', 0.264],
  ] as const)('%s has its published %d MMAC', (net, mmac) => {
    expect(costOf(net).macs / 1e6 / mmac).toBeCloseTo(1, 2);
  });
});

describe('measured energies', () => {
  test('are reproduced within 20 % on microcontrollers and 30 % on accelerators', () => {
    const lines: string[] = [];
    for (const device of MEASURED_DEVICES) {
      const fitted = fitDevice(device);
      for (const net of TINY_NETS) {
        const measured = device.energyUj[net];
        if (measured === undefined) continue;
        const error = energyJ(fitted, costOf(net)) / (measured * 1e-6) - 1;
        lines.push(`${device.id} ${net} ${(100 * error).toFixed(1)} %`);
        if (!device.reportedOnly) {
          expect(Math.abs(error), `${device.id} ${net}`).toBeLessThan(
            device.kind === 'accelerator' ? 0.3 : 0.2,
          );
        }
      }
    }
    console.log(`in sample: ${lines.join(', ')}`);
  });

  test('a network left out of the fit is predicted within 30 % on the three microcontrollers', () => {
    const lines: string[] = [];
    for (const device of MEASURED_DEVICES.filter(({ id }) => ['U385', 'U575', 'L4R5-P'].includes(id))) {
      for (const net of ['IC', 'VWW', 'KWS'] as const) {
        const error = energyJ(fitDevice(device, net), costOf(net)) / (device.energyUj[net]! * 1e-6) - 1;
        lines.push(`${device.id} ${net} ${(100 * error).toFixed(1)} %`);
        expect(Math.abs(error), `${device.id} without ${net}`).toBeLessThan(0.3);
      }
    }
    console.log(`left out: ${lines.join(', ')}`);
  });
});

describe('the coefficients of every device', () => {
  /** pJ per MAC, weight byte and activation byte, as they came out before a library solved the equations. */
  const kept: Readonly<Record<string, readonly number[]>> = {
    U385: [76.8673190584271, 42.97908895529089, 0],
    U575: [204.90813458363067, 86.09820975735141, 0],
    'L4R5-P': [446.10920352370016, 159.01938016206458, 0],
    H7A3: [401.35479623847687, 0, 0],
    xG24: [82.79289666902544, 81.70848564873498, 1133.9569562323686],
    NDP9120: [7.784993411168975, 0, 41.477559232119496],
    GAP9: [1.0978860433383915, 17.63124096346022, 72.73995600930668],
  };
  test.each(DEVICES.map((fitted) => [fitted.device.id, fitted.coefficientsPj] as const))('%s', (id, fitted) =>
    kept[id]!.forEach((coefficient, i) => {
      expect(Math.abs(fitted[i]! - coefficient)).toBeLessThanOrEqual(1e-12 * coefficient);
    }),
  );
});

describe('the student on a device', () => {
  const student = {
    kind: 'student',
    labels: Array.from({ length: 50 }, (_, i) => `m${i}`),
    heads: ['material', 'state', 'quality'],
    senses: ['visual'],
    inputs: standardInputs(64, 128),
  } as const;

  test('has the MACs and weights of the specification: 19.8 MMAC and 51.3 k weights at 64 px', () => {
    const cost = networkCost(layersOf(student));
    expect(cost.macs / 1e6).toBeCloseTo(19.8, 1);
    expect(cost.weightBytes / 1e3).toBeCloseTo(51.3, 0);
  });

  test('takes 1.5 mJ on a U385 at 64 px and 0.4 mJ at 32 px', () => {
    expect(inferenceCost(student, 'U385').energyJ * 1e3).toBeCloseTo(1.52, 1);
    expect(inferenceCost({ ...student, inputs: standardInputs(32, 128) }, 'U385').energyJ * 1e3).toBeCloseTo(
      0.38,
      1,
    );
  });

  test('the teacher has a row on every device and says where it does not fit', () => {
    const teacher = { ...student, kind: 'teacher', senses: ['visual', 'thermal', 'spectral'] } as const;
    for (const device of DEVICES) {
      const [small, large] = [deviceRow(student, device), deviceRow(teacher, device)];
      expect(large.energyJ).toBeGreaterThan(small.energyJ);
      expect(small.timeS).toBeGreaterThan(0);
      expect(large.fits).toBe(large.reason === '');
    }
    const tiny = { ...deviceById('U385'), device: { ...deviceById('U385').device, flashBytes: 1000 } };
    expect(deviceRow(teacher, tiny).reason).toMatch(/does not fit: \d+ bytes of weights/);
  });

  test('the deeper one fits every microcontroller at 64 px', () => {
    const deep = { ...student, channels: DEEP_CHANNELS };
    for (const fitted of DEVICES.filter(({ device }) => device.kind === 'microcontroller'))
      expect([fitted.device.id, deviceRow(deep, fitted).reason]).toEqual([fitted.device.id, '']);
  });

  test('an unknown device is named with those that exist', () => {
    expect(() => deviceById('ESP32')).toThrow(/"ESP32" is unknown. Cure: one of U385/);
  });
});
