import { describe, expect, test } from 'vitest';
import { indoorPowerW, panelPowerW, sandiaCellC, sandiaModuleC } from '../../../sim/weather/panel.ts';
import { cosZenith, haurwitzWPerM2, ineichenWPerM2 } from '../../../sim/weather/sun.ts';
import { faimanC, pvsystC, rossC } from '../../oracles/cell-temperature.ts';

const cosOfElevation = (deg: number) => Math.sin((deg * Math.PI) / 180);

describe('clear sky', () => {
  test.each([
    [-20, 0],
    [-0.05, 0],
    [-0.001, 0],
    [5, 48.6298687941956],
    [10, 135.741748091813],
    [30, 487.894132885425],
    [50, 778.766689344363],
    [90, 1035.0920325345],
  ])('Haurwitz at elevation %f is %f W/m2 (pvlib test vector)', (elevation, expected) => {
    expect(haurwitzWPerM2(cosOfElevation(elevation))).toBeCloseTo(expected, 8);
  });

  test.each([
    [0, [1093.4, 1051.9, 1012.0, 973.6]],
    [40, [818.1, 777.8, 739.5, 703.1]],
    [60, [506.2, 468.6, 433.8, 401.6]],
    [80, [133.1, 107.2, 86.4, 69.6]],
  ])('Ineichen-Perez at zenith %f, turbidity 2 to 5', (zenith, expected) => {
    for (const [i, value] of expected.entries()) {
      expect(ineichenWPerM2(zenith, i + 2, 0)).toBeCloseTo(value, 1);
    }
  });

  test('higher sites see a brighter sky', () => {
    expect(ineichenWPerM2(40, 3, 2000)).toBeGreaterThan(ineichenWPerM2(40, 3, 0));
  });

  test.each([
    [-23.45, 1.4326],
    [0, 4.9236],
    [23.45, 8.7316],
  ])('a clear day at latitude 48, declination %f, brings %f kWh/m2', (declination, expected) => {
    let kWh = 0;
    const stepS = 60;
    for (let s = stepS / 2; s < 86_400; s += stepS) {
      kWh += (haurwitzWPerM2(cosZenith(48, declination, s / 3600)) * stepS) / 3.6e6;
    }
    expect(kWh).toBeCloseTo(expected, 3);
  });
});

describe('panel', () => {
  test('cell temperatures at 900 W/m2, 20 C, 5 m/s (pvlib test values)', () => {
    expect(sandiaModuleC(900, 20, 5)).toBeCloseTo(40.809, 3);
    expect(sandiaCellC(900, 20, 5)).toBeCloseTo(43.509, 3);
    expect(faimanC(900, 20, 5)).toBeCloseTo(35.203, 3);
    expect(pvsystC(900, 20)).toBeCloseTo(45.137, 2);
    expect(rossC(800, 20)).toBeCloseTo(45, 12);
  });

  test('hot cells give less, no cell gives less than nothing', () => {
    expect(panelPowerW(10, 1000, 25, -0.004)).toBe(10);
    expect(panelPowerW(10, 1000, 50, -0.004)).toBeCloseTo(9, 12);
    expect(panelPowerW(10, 1000, 400, -0.004)).toBe(0);
  });

  test('100 cm2 at 250 lx give about a milliwatt', () => {
    expect(indoorPowerW(250, 0.01)).toBeCloseTo(1e-3, 12);
  });
});
