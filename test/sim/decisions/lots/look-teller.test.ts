import { expect, test } from 'vitest';
import { LookTeller } from '../../../../sim/decisions/lots/look-teller.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';
import { sortViewOf } from '../views.ts';

/** What a robot saw of things that are a or b at even odds, whose second look tells the truth so often, and else nothing. */
function taught(tells: number, things: number, told = false): LookTeller {
  const random = stream({ seed: 3, replication: 0, path: 'test', purpose: 'looks' });
  const teller = new LookTeller();
  for (let i = 0; i < things; i++) {
    const view = { ...sortViewOf({ p: 0.5 }), nextLook: { energyJ: 30, timeUs: 0 } };
    teller.note(view);
    const p = random.next() < tells ? (random.next() < 0.5 ? 1 : 0) : 0.5;
    teller.note({ ...sortViewOf({ p }), looks: 2, told, nextLook: null });
  }
  return teller;
}

const first = { looks: 1, nextLook: { energyJ: 30, timeUs: 0 } };

test.each([0, 0.3, 0.9])('learns how often a look tells without being told the truth: %f', (tells) => {
  const [look] = taught(tells, 4000).looksAfter(first);
  expect(look!.energyJ).toBe(30);
  expect(look!.tells).toBeGreaterThan(tells - 0.03);
  expect(look!.tells).toBeLessThan(tells + 0.03);
});

test('what another robot saw of another thing teaches it nothing', () => {
  const [unused] = taught(0, 0).looksAfter({ ...first, looks: 2 });
  expect(unused).toBeUndefined();
  const before = taught(0.9, 1).looksAfter(first)[0]!.tells;
  expect(taught(0.9, 500, true).looksAfter(first)[0]!.tells).not.toBeGreaterThan(before + 0.2);
});
