import { it } from 'vitest';
import { checkRandomChains } from './random-chains.ts';

it('1,000 random chains balance and stay under the bound', () => {
  const { chains, lots, worstResidual, leastRegretShare } = checkRandomChains(1000);
  console.log(
    `${chains} chains, ${lots} lots: worst residual ${worstResidual.toExponential(1)}, ` +
      `least regret ${(100 * leastRegretShare).toFixed(2)} % of bound and value`,
  );
});
