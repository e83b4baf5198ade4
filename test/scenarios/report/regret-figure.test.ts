import { expect, it } from 'vitest';
import { regretFigureOf } from '../../../scenarios/report/regret-figure.ts';

it('an axis of nothing lost has plain numbers, not rounding errors', () => {
  const { svg } = regretFigureOf([{ name: 'perfect', eur: -2e-16 }]);
  expect(svg).toContain('>1.0<');
  expect(svg).not.toMatch(/0\.000/);
  expect(regretFigureOf([{ name: 'perfect', eur: 12 }]).svg).toContain('>12<');
});
