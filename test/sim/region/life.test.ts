import { describe, expect, it } from 'vitest';
import { gammaOf, Retirements, SHARES, shareLives } from '../../../sim/region/stock/life.ts';

describe('life in use', () => {
  it('gamma function at known points', () => {
    expect(gammaOf(5)).toBeCloseTo(24, 10);
    expect(gammaOf(0.5)).toBeCloseTo(Math.sqrt(Math.PI), 12);
    expect(gammaOf(1.5)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 12);
  });

  it.each([
    [45, 2],
    [1000, 1],
    [3600, 3],
  ])('shares keep a mean life of %d days (shape %d) within 0.5 %%', (mean, shape) => {
    const lives = shareLives(mean, shape);
    expect(lives.length).toBe(SHARES);
    expect(Math.abs(lives.reduce((sum, life) => sum + life, 0) / SHARES / mean - 1)).toBeLessThan(0.005);
    expect([...lives].every((life, i) => i === 0 || life > lives[i - 1]!)).toBe(true);
  });

  it('in a steady state the stock in use is inflow times mean life (Little), and nothing is lost', () => {
    const lives = shareLives(45, 2);
    const ring = new Retirements(1, 200);
    const out = new Float64Array(1);
    let stock = 0;
    let given = 0;
    let stockDays = 0;
    for (let day = 0; day < 1000; day++) {
      ring.take(day, out);
      stock -= out[0]!;
      given += out[0]!;
      ring.add(day, 0, 10, lives);
      stock += 10;
      if (day >= 500) stockDays += stock;
    }
    expect(stock + given).toBeCloseTo(10_000, 6);
    expect(Math.abs(stockDays / 500 / 450 - 1)).toBeLessThan(0.02);
  });

  it('a shortened life ends sooner', () => {
    const ring = new Retirements(1, 200);
    const out = new Float64Array(1);
    ring.add(0, 0, 1, shareLives(45, 2), 0.5);
    let half = 0;
    for (let day = 0; day <= 25; day++) {
      ring.take(day, out);
      half += out[0]!;
    }
    expect(half).toBeGreaterThan(0.5);
  });
});
