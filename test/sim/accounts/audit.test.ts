import { expect, test } from 'vitest';
import { Conservation } from '../../../sim/accounts/conservation.ts';
import { Ledger } from '../../../sim/accounts/ledger.ts';

/** A stock that the books know, off by a kilogram. */
function wrongStock(): Conservation {
  const conservation = new Conservation(new Ledger());
  let stock = 5;
  conservation.watchNowAndThen('kg', 'belt', () => stock);
  stock = 6;
  return conservation;
}

test('a stock that is dear to count is compared by an audit', () => {
  expect(() => wrongStock().audit(7, () => 6)).toThrow('kg of belt is 6 but its account says 5 at 7 us');
});

test('and at every 256th check, not before', () => {
  const conservation = wrongStock();
  for (let check = 1; check < 256; check++) conservation.check(check, () => 6);
  expect(() => conservation.check(256, () => 6)).toThrow('at 256 us');
});
