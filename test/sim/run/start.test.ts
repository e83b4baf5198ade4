import { expect, test } from 'vitest';
import { startRun } from '../../../sim/run.ts';
import type { MachineSpec } from '../../../sim/world.ts';
import { depot, portsOf } from './kit.ts';

const key = { seed: 1, replication: 0 };
const nothing = { event: () => {}, decision: () => {} };

test('a world with a single problem is not played, and the problem is said with its cure', () => {
  const world = depot();
  const magnet: MachineSpec = {
    ...{ id: 'magnet', kind: 'magnet', positionM: 1, output: world.outputs[0]!.id, targets: ['metalx'] },
    ...{ yield: 1, falseShare: 0, loadPerTPerH: 0, deadValves: 0, deadValveLoss: 0, flatFactor: 1 },
    ...{ blowWindowM: 0.1, powerW: 0 },
  };
  const start = () => startRun({ ...world, machines: [magnet] }, key, portsOf(), nothing);
  expect(start).toThrow(/cannot be played:\nmachines.0.targets.0: .* \(got metalx\)\. List the names/);
});
