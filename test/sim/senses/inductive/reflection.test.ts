import { describe, expect, it } from 'vitest';
import { fieldOf, MU_0, ownInductance } from '../../../../sim/senses/inductive/coil.ts';
import { besselJ1, gaussLegendre } from '../../../../sim/senses/inductive/quadrature.ts';
import { type Layer, reflectedInductance, reflection } from '../../../../sim/senses/inductive/reflection.ts';
import { mutualInductance, ringForm } from './rings.ts';

const layer = (thicknessM: number, conductivitySPerM: number, relativePermeability = 1): Layer => ({
  thicknessM,
  conductivitySPerM,
  relativePermeability,
});
const endless = Number.POSITIVE_INFINITY;
const reflect = (alpha: number, hz: number, layers: readonly Layer[]) => {
  const out = { re: 0, im: 0 };
  reflection(alpha, 2 * Math.PI * hz, layers, out);
  return out;
};
const skinDepthM = (hz: number, conductivity: number, mu = 1) =>
  Math.sqrt(2 / (2 * Math.PI * hz * MU_0 * mu * conductivity));
/** Change of a ring's inductance by a stack whose face is `distanceM` from the ring. */
const ofRing = (radiusM: number, distanceM: number, hz: number, layers: readonly Layer[]) => {
  const { form, middleM } = ringForm(radiusM);
  const out = { re: 0, im: 0 };
  reflectedInductance(fieldOf(form, distanceM), 2 * Math.PI * hz, distanceM - middleM, layers, out);
  return out;
};
const ALUMINIUM = 3.5e7;
const ALPHA = 40;

describe('skin depth', () => {
  it.each([1e5, 1e6, 1e7])('at %d Hz a thick conductor reflects -1 + (1 - j) alpha delta', (hz) => {
    const { re, im } = reflect(ALPHA, hz, [layer(endless, ALUMINIUM)]);
    const depth = ALPHA * skinDepthM(hz, ALUMINIUM);
    // The next term of the series is alpha^2 delta^2.
    expect(Math.abs((1 + re) / depth - 1)).toBeLessThan(2 * depth);
    expect(Math.abs(-im / depth - 1)).toBeLessThan(2 * depth);
  });
  it('what a plate three skin depths thick lets in is that of an endless one to 1 %, one of half a depth is far off', () => {
    for (const [conductivity, mu] of [
      [ALUMINIUM, 1],
      [7e6, 150],
      [1.4e6, 1],
    ] as const) {
      const depth = skinDepthM(1e5, conductivity, mu);
      const half = reflect(ALPHA, 1e5, [layer(endless, conductivity, mu)]);
      const away = (depths: number) => {
        const plate = reflect(ALPHA, 1e5, [layer(depths * depth, conductivity, mu)]);
        return Math.hypot(plate.re - half.re, plate.im - half.im) / Math.hypot(1 + half.re, half.im);
      };
      expect(away(3)).toBeLessThan(0.01);
      expect(away(0.5)).toBeGreaterThan(0.2);
    }
  });
  it('what a plate lacks falls by e^-2 and turns by 2 rad with each skin depth, to 2 %', () => {
    const depth = skinDepthM(1e5, ALUMINIUM);
    const half = reflect(ALPHA, 1e5, [layer(endless, ALUMINIUM)]);
    const lacks = (depths: number) => {
      const plate = reflect(ALPHA, 1e5, [layer(depths * depth, ALUMINIUM)]);
      return {
        size: Math.hypot(plate.re - half.re, plate.im - half.im),
        turn: Math.atan2(plate.im - half.im, plate.re - half.re),
      };
    };
    const [two, three] = [lacks(2), lacks(3)];
    expect(Math.abs((three.size / two.size) * Math.exp(2) - 1)).toBeLessThan(0.02);
    expect(Math.abs(((two.turn - three.turn + 2 * Math.PI) % (2 * Math.PI)) - 2)).toBeLessThan(0.04);
  });
  it('a thin plate reflects -j (d / delta) / (alpha delta), to 1 %', () => {
    const depth = skinDepthM(5e3, ALUMINIUM);
    for (const thicknessM of [1e-8, 1e-7, 5e-7]) {
      const { re, im } = reflect(ALPHA, 5e3, [layer(thicknessM, ALUMINIUM)]);
      const expected = thicknessM / depth / (ALPHA * depth);
      expect(Math.abs(-im / expected - 1)).toBeLessThan(0.01);
      expect(Math.abs(re)).toBeLessThan(0.02 * -im);
    }
  });
  it('a plate cut into layers is the same plate, and air above it only adds distance', () => {
    const whole = reflect(ALPHA, 5e3, [layer(2e-4, 7e6, 150)]);
    const cut = reflect(ALPHA, 5e3, [layer(5e-5, 7e6, 150), layer(1e-4, 7e6, 150), layer(5e-5, 7e6, 150)]);
    expect(cut.re).toBeCloseTo(whole.re, 12);
    expect(cut.im).toBeCloseTo(whole.im, 12);
    const under = reflect(ALPHA, 5e3, [layer(0.01, 0), layer(2e-4, 7e6, 150)]);
    expect(under.re).toBeCloseTo(whole.re * Math.exp(-2 * ALPHA * 0.01), 12);
  });
});

describe('closed forms of a ring over a half space', () => {
  const RADIUS = 0.025;
  const distances = [0.1, 0.2, 0.32, 0.5, 1, 2, 4].map((share) => share * RADIUS);
  it.each(distances)(
    'a perfect conductor at %d m takes the mutual inductance with the image at twice that',
    (h) => {
      const { re, im } = ofRing(RADIUS, h, 1e3, [layer(endless, 1e25)]);
      const image = mutualInductance(RADIUS, RADIUS, 2 * h);
      expect(Math.abs(re / -image - 1)).toBeLessThan(1e-3);
      expect(Math.abs(im / image)).toBeLessThan(1e-3);
    },
  );
  it.each([20, 40])('far away, at %d radii, it is a dipole: pi mu0 a^4 / (2 (2h)^3)', (radii) => {
    const h = radii * RADIUS;
    const { re } = ofRing(RADIUS, h, 1e3, [layer(endless, 1e25)]);
    const dipole = (Math.PI * MU_0 * RADIUS ** 4) / (2 * (2 * h) ** 3);
    expect(Math.abs(re / -dipole - 1)).toBeLessThan(4 / (radii * radii));
  });
  it.each([2, 10, 150, 1000])(
    'a magnet of permeability %d adds (mu - 1) / (mu + 1) of the image at low frequency',
    (mu) => {
      for (const h of distances) {
        const { re } = ofRing(RADIUS, h, 1e-3, [layer(endless, 7e6, mu)]);
        const image = mutualInductance(RADIUS, RADIUS, 2 * h);
        expect(Math.abs(re / (((mu - 1) / (mu + 1)) * image) - 1)).toBeLessThan(1e-3);
      }
    },
  );
});

describe('the numbers beneath', () => {
  it('J1 at its first zero, its top and beyond', () => {
    // Abramowitz and Stegun, tables 9.1 and 9.5.
    expect(besselJ1(3.8317059702)).toBeCloseTo(0, 9);
    expect(besselJ1(1.8411837813)).toBeCloseTo(0.5818652242, 9);
    expect(besselJ1(10)).toBeCloseTo(0.0434727462, 9);
    expect(besselJ1(100)).toBeCloseTo(-0.077145352, 9);
    // The two ways to work it out meet.
    expect(besselJ1(25 - 1e-12)).toBeCloseTo(besselJ1(25), 10);
    expect(besselJ1(1000)).toBeCloseTo(0.0047283119, 9);
  });
  it('the rule is exact for polynomials and sums to the length', () => {
    const { at, weight } = gaussLegendre(5, 0, 2);
    const sum = (power: number) => at.reduce((total, x, i) => total + weight[i]! * x ** power, 0);
    for (const power of [0, 3, 9]) expect(sum(power)).toBeCloseTo(2 ** (power + 1) / (power + 1), 9);
  });
  it('the coil alone has the inductance of a ring of its mean radius within 2 %', () => {
    const form = { innerRadiusM: 0.02, outerRadiusM: 0.03, heightM: 0.005, turns: 60 };
    // Maxwell: mu0 N^2 a (ln(8 a / g) - 2), g = 0.2235 (height + depth) the mean distance within the section.
    const ring = MU_0 * 3600 * 0.025 * (Math.log((8 * 0.025) / (0.2235 * 0.015)) - 2);
    expect(Math.abs(ownInductance(form) / ring - 1)).toBeLessThan(0.02);
  });
});
