import { describe, expect, test } from 'vitest';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import { ofType } from '../record/of-type.ts';
import { depot, noisyPerception, play, portsOf } from '../run/kit.ts';

describe('the books while the day runs', () => {
  const world = depot(
    (w) => ({ outputs: w.outputs.map((o, i) => (i === 0 ? { ...o, capacityKg: 2 } : o)) }),
    10,
  );
  const maintenance = maintenancePolicy('condition', world);
  const { events, summary } = play(world, {}, portsOf({ maintenance, perception: noisyPerception(0.7) }));
  const told = ofType(events, 'accounts.state');
  const last = told.at(-1)!.data;

  test('are the figures of the summary at its end, to the last bit', () => {
    const { revenueEur, costEur, valueEur, co2eKg, robotEnergyJ } = summary;
    const { flows: _, ...figures } = last;
    expect(figures).toEqual({ revenueEur, costEur, valueEur, co2eKg, energyJ: robotEnergyJ });
  });

  test('add up by cause at every instant, with the causes of the summary', () => {
    for (const { data } of told) {
      const sum = data.flows.reduce((total, { eur }) => total + eur, 0);
      expect(sum).toBeCloseTo(data.valueEur, 9);
    }
    const costs = last.flows.filter(({ cause }) => !cause.startsWith('sale'));
    expect(Object.fromEntries(costs.map(({ cause, eur }) => [cause, -eur]))).toEqual(summary.costEurByCause);
  });

  test('are told each minute of a working day, and go on from one to the next without a jump', () => {
    expect(told.length).toBe(601);
    const start = told[0]!.data;
    expect([start.valueEur, start.co2eKg, start.flows]).toEqual([0, 0, []]);
    const [before] = told.slice(-2);
    expect(Math.abs(last.costEur - before!.data.costEur)).toBeLessThan(0.5);
    expect(Math.abs(last.co2eKg - before!.data.co2eKg)).toBeLessThan(0.02 * Math.abs(last.co2eKg));
  });
});

describe('a robot that stands still', () => {
  const statesOf = (policy: 'condition' | 'run-to-failure', startWear: number) => {
    const world = depot(
      (w) => ({ assets: w.assets.map((a) => (a.kind === 'gripper' ? { ...a, startWear } : a)) }),
      10,
    );
    const { events, summary } = play(world, {}, portsOf({ maintenance: maintenancePolicy(policy, world) }));
    const states = ofType(events, 'robot.state').map((e) => e.data.state);
    const grippers = summary.assets.filter((a) => a.kind === 'gripper');
    return { states, summary, failures: grippers.reduce((sum, a) => sum + a.failures, 0) };
  };

  test('is being serviced while nothing has failed', () => {
    const { states, summary, failures } = statesOf('condition', 0.6);
    expect(failures).toBe(0);
    expect(states).toContain('SERVICE');
    expect(states).not.toContain('FAULT');
    expect(summary.timeShareByState.FAULT).toBe(0);
    expect(summary.timeShareByState.SERVICE).toBeGreaterThan(0);
  });

  test('is broken after a failure until it has been repaired', () => {
    const { states, summary, failures } = statesOf('run-to-failure', 0.8);
    expect(failures).toBeGreaterThan(0);
    expect(states).toContain('FAULT');
    expect(states).not.toContain('SERVICE');
    expect(summary.timeShareByState.FAULT).toBeGreaterThan(0);
  });
});
