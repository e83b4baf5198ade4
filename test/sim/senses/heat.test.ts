import { describe, expect, test } from 'vitest';
import { foamConductivity } from '../../../sim/senses/thermal/body.ts';
import {
  erfcx,
  flashLoss,
  flashSlab,
  semiInfinite,
  slabSurfaceFast,
} from '../../../sim/senses/thermal/heat.ts';
import { lumped, slabSurface } from '../../oracles/cooling.ts';

/** Surface of a slab by explicit finite differences, the independent judge: theta at the surface after time Fo. */
function numericalSlab(fourier: number, biot: number, nodes = 60): number {
  // Half-slab: x = 0 centre (symmetric), x = 1 surface (convective); cell-centred finite volumes.
  const dx = 1 / nodes;
  const dt = 0.2 * dx * dx;
  let theta = new Float64Array(nodes).fill(1);
  const steps = Math.round(fourier / dt);
  for (let s = 0; s < steps; s++) {
    const next = theta.slice();
    for (let i = 0; i < nodes; i++) {
      const left = i === 0 ? 0 : (theta[i - 1]! - theta[i]!) / dx;
      const surface = theta[i]! / (1 + (biot * dx) / 2);
      const right = i === nodes - 1 ? -biot * surface : (theta[i + 1]! - theta[i]!) / dx;
      next[i] = theta[i]! + (dt / dx) * (left + right);
    }
    theta = next;
  }
  return theta[nodes - 1]! / (1 + (biot * dx) / 2);
}

describe('closed forms of heat', () => {
  test('erfcx: known values, no overflow', () => {
    expect(erfcx(0)).toBeCloseTo(1, 12);
    expect(erfcx(0.5)).toBeCloseTo(0.6156903441929259, 9);
    expect(erfcx(1)).toBeCloseTo(0.427583576155807, 9);
    expect(erfcx(2.5)).toBeCloseTo(0.21080636886270837, 6);
    expect(erfcx(50)).toBeCloseTo(1 / (50 * Math.sqrt(Math.PI)), 5);
  });

  test('slab series meets the printed 60-term table', () => {
    // Bi, Fo, theta_s (60 terms of the series, computed independently).
    const printed = [
      [0.01, 0.5, 0.9917],
      [0.1, 1, 0.8781],
      [0.3, 0.2, 0.8648],
      [1, 0.5, 0.5045],
      [3, 0.2, 0.3488],
      [10, 1, 0.0232],
    ] as const;
    for (const [biot, fourier, theta] of printed)
      expect(Math.abs(slabSurface(fourier, biot) - theta)).toBeLessThan(1e-4);
  });

  test('slab series meets finite differences within 1 % where theta > 0.02', () => {
    for (const biot of [0.05, 0.5, 2, 8]) {
      for (const fourier of [0.1, 0.4, 1.2]) {
        const exact = numericalSlab(fourier, biot);
        if (exact > 0.02) expect(Math.abs(slabSurface(fourier, biot) / exact - 1)).toBeLessThan(0.01);
      }
    }
  });

  test('lumped is right at Bi <= 0.01 and wrong at Bi 0.3', () => {
    const gap = (biot: number) => Math.abs(lumped(1, 1 / biot) / slabSurface(1, biot) - 1);
    expect(gap(0.01)).toBeLessThan(0.01);
    expect(gap(0.3)).toBeGreaterThan(0.05);
  });

  test('a thick slab starts as a half-space', () => {
    for (const biot of [0.5, 3]) {
      const fourier = 0.02;
      expect(
        Math.abs(semiInfinite(biot * Math.sqrt(fourier)) / slabSurface(fourier, biot, 400) - 1),
      ).toBeLessThan(0.01);
    }
  });

  test('the table of slabs is within 1 % of the series where theta > 0.02', () => {
    let worst = 0;
    for (let i = 0; i < 200; i++) {
      const fourier = Math.exp(-3 + (i % 20) * 0.37);
      const biot = Math.exp(-8 + Math.floor(i / 20) * 1.1);
      const exact = slabSurface(fourier, biot);
      if (exact > 0.02) worst = Math.max(worst, Math.abs(slabSurfaceFast(fourier, biot) / exact - 1));
    }
    console.log(`slab table: worst relative error ${(100 * worst).toFixed(2)} %`);
    expect(worst).toBeLessThan(0.01);
  });

  test('flash response: two series agree where they meet, right limits', () => {
    const early = (fo: number) =>
      (1 + 2 * Math.exp(-1 / fo) + 2 * Math.exp(-4 / fo)) / Math.sqrt(Math.PI * fo);
    expect(flashSlab(0.3001)).toBeCloseTo(early(0.3001), 6);
    expect(flashSlab(1e-3)).toBeCloseTo(1 / Math.sqrt(Math.PI * 1e-3), 6);
    expect(flashSlab(5)).toBeCloseTo(1, 6);
  });

  test('flash loss follows the half-space with convection while little is lost', () => {
    // Impulse on a half-space with loss: 1 - sqrt(pi) b erfcx(b), b = h sqrt(t) / e.
    for (const [h, t] of [
      [15, 0.5],
      [15, 0.9],
      [30, 0.9],
    ] as const) {
      const [heat, diffusivity] = [1.3e6, 1.2e-7];
      const b = (h * Math.sqrt(t)) / Math.sqrt(heat * heat * diffusivity);
      const exact = 1 - Math.sqrt(Math.PI) * b * erfcx(b);
      expect(Math.abs(flashLoss(t, h, heat, diffusivity, 1) - exact)).toBeLessThan(0.01);
    }
  });

  test('foam conducts as measured: EPS at 3 % is 0.032 W/m/K', () => {
    expect(foamConductivity(0.15, 0.03)).toBeCloseTo(0.032, 3);
    expect(foamConductivity(0.15, 1)).toBe(0.15);
  });
});
