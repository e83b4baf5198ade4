import { expect, test } from 'vitest';
import { Ledger } from '../../../sim/accounts/ledger.ts';
import { Battery } from '../../../sim/site/robot/battery.ts';
import { clearSkyWPerM2, cosZenith, declinationDeg } from '../../../sim/weather/sun.ts';

test('a robot without a battery has a state of charge of 0, not none', () => {
  const spec = { capacityJ: 0, startJ: 0, chargeEfficiency: 1, dischargeEfficiency: 1, leakW: 0 };
  expect(new Battery(spec, 'battery:none', new Ledger(), 0).soc()).toBe(0);
});

test('a sun overhead shines, although rounding puts it above the zenith on some days', () => {
  const days = Array.from({ length: 365 }, (_, day) => day + 1);
  const above = days.filter((day) => cosZenith(declinationDeg(day), declinationDeg(day), 12) > 1);
  expect(above.length).toBeGreaterThan(0);
  for (const day of above) {
    const site = { latitudeDeg: declinationDeg(day), altitudeM: 0, linkeTurbidity: 3 };
    const noonW = clearSkyWPerM2(site, day, 12);
    expect(noonW).toBeGreaterThan(900);
    expect(noonW).toBeLessThan(1361);
  }
});
