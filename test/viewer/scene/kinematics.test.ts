import { describe, expect, it } from 'vitest';
import { reachFor } from '../../../viewer/scene/forms/kinematics.ts';
import { sunAt } from '../../../viewer/scene/parts/sun.ts';
import { wristOf } from './wrist.ts';

describe('the arm', () => {
  it('brings its wrist to any point in reach', () => {
    for (let i = 0; i < 400; i++) {
      const angle = i * 0.7;
      const flat = 0.25 + 0.9 * ((i * 0.618) % 1);
      const dy = -0.5 + 0.9 * ((i * 0.414) % 1);
      if (Math.hypot(flat, dy) > 1.29) continue;
      const [dx, dz] = [flat * Math.cos(angle), flat * Math.sin(angle)];
      const wrist = wristOf(reachFor(dx, dy, dz, 0.7, 0.6), 0.7, 0.6);
      expect(Math.hypot(wrist[0] - dx, wrist[1] - dy, wrist[2] - dz)).toBeLessThan(1e-9);
    }
  });

  it('keeps its hand hanging straight down', () => {
    const { shoulder, elbow, wrist } = reachFor(0.6, -0.1, 0.3, 0.7, 0.7);
    expect(shoulder + elbow + wrist).toBeCloseTo(-Math.PI / 2, 12);
  });

  it('stretches towards what is out of reach', () => {
    const wrist = wristOf(reachFor(9, 0, 0, 0.7, 0.7), 0.7, 0.7);
    expect(wrist[0]).toBeCloseTo(1.4, 3);
    expect(wrist[1]).toBeCloseTo(0, 3);
  });
});

describe('the sun', () => {
  it('stands highest in the south at noon, at 90 degrees less latitude plus declination', () => {
    const noon = sunAt(48, 172, 12);
    expect((noon.elevationRad * 180) / Math.PI).toBeCloseTo(90 - 48 + 23.45, 1);
    expect(noon.azimuthRad).toBeCloseTo(0, 9);
  });

  it('rises in the east and sets in the west at six at the equinox', () => {
    const rise = sunAt(48, 81, 6);
    const set = sunAt(48, 81, 18);
    expect(Math.abs(rise.elevationRad)).toBeLessThan(0.01);
    expect(rise.azimuthRad).toBeCloseTo(-Math.PI / 2, 1);
    expect(set.azimuthRad).toBeCloseTo(Math.PI / 2, 1);
  });
});
