import { it } from 'vitest';
import { checkRandomChains } from './random-chains.ts';

it('50 random chains balance and stay under the bound', () => {
  checkRandomChains(50);
});
