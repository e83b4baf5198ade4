import { it } from 'vitest';
import { checkRandomChains } from './random-chains.ts';

it('1,000 random chains balance and stay under the bound', () => checkRandomChains(1000));
