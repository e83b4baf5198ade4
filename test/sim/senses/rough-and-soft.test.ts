import { expect, test } from 'vitest';
import { materialById, materials } from '../../../sim/materials/catalogue.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import { substanceTerms } from '../../../sim/senses/optics/layer.ts';
import { roughShare } from '../../../sim/senses/optics/surface.ts';

test('roughness scatters by (Ra / wavelength) squared while small, and all of it when large', () => {
  const small = roughShare(0.01, 1000);
  expect(roughShare(0.02, 1000) / small).toBeCloseTo(4, 0);
  expect(roughShare(0.01, 2000) / small).toBeCloseTo(1 / 4, 1);
  expect(roughShare(10, 500)).toBe(roughShare(20, 500));
});

test('what plasticiser was lost no longer absorbs', () => {
  const soft = materials.find(({ optics }) => optics.bands.some(({ id }) => id === 'phthalate'))!;
  const item = makeItem({ seed: 1, itemId: 5, materialId: soft.id, state: 0 });
  const weights = (plasticiserLoss: number) =>
    substanceTerms({ ...item, plasticiserLoss }, materialById(soft.id)).map(({ weight }) => weight);
  const at = soft.optics.bands.findIndex(({ id }) => id === 'phthalate');
  const [whole, half] = [weights(0), weights(0.5)];
  expect(half[at]! / whole[at]!).toBeCloseTo(0.5, 9);
});
