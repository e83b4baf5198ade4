import { EventFingerprint } from '../../sim/kernel/trust/event-fingerprint.ts';
import type { BenchCase } from './bench.ts';
import { bareHeapHold, bareHold, flatqueueHold, kernelHold, tiePatterns } from './kernel/hold.ts';
import { bytesPerPending, fillCallbacks, fillProcesses, fillStateMachines } from './kernel/memory.ts';
import {
  bareProcessPerCustomer,
  type Extras,
  processPerCustomer,
  twoProcesses,
  yardstick,
} from './kernel/mm1.ts';
import { cancelAll, replay, saveAndRestore } from './kernel/services.ts';

const CUSTOMERS = 2_000_000;
const bare: Extras = { statistics: false, observe: () => {} };
const monitored: Extras = { statistics: true, observe: () => {} };
const caused: Extras = { ...bare, causes: true };
/** Statistics and fingerprint on: monitor, tally of stays, rolling fingerprint of every event. */
const observed: Extras = { statistics: true, observe: (sim) => sim.observe(new EventFingerprint()) };

/** Name and what it simulates so many customers by, for the bench and for `instructions.mjs`. */
export const mm1Cases: ReadonlyMap<string, (customers: number) => number> = new Map([
  ['yardstick', yardstick],
  ['mm1-process-per-customer-on-bare-generators', bareProcessPerCustomer],
  ...(
    [
      ['mm1-two-processes', twoProcesses],
      ['mm1-process-per-customer', processPerCustomer],
    ] as const
  ).flatMap(([name, simulate]) =>
    (
      [
        ['', bare],
        ['-monitored', monitored],
        ['-causes', caused],
        ['-observed', observed],
      ] as const
    ).map(([extra, extras]) => [name + extra, (customers: number) => simulate(customers, extras)] as const),
  ),
]);

const mm1: readonly BenchCase[] = [...mm1Cases].map(([name, simulate]) => ({
  name,
  unit: 'customers/s',
  ...(name !== 'yardstick' && { yardstick: 'yardstick' }),
  run: () => simulate(CUSTOMERS),
}));

const hold: readonly BenchCase[] = (
  [
    ['100', 100, 2_000_000],
    ['10k', 10_000, 1_000_000],
    ['1m', 1_000_000, 1_000_000],
  ] as const
).flatMap(([label, pending, events]) => [
  { name: `yardstick-hold-${label}`, unit: 'events/s', run: () => bareHold(pending, events) },
  {
    name: `hold-${label}`,
    unit: 'events/s',
    yardstick: `yardstick-hold-${label}`,
    run: () => kernelHold(pending, events),
  },
]);

/** Each case in a process of its own. */
export const isolated = true;

export const cases: readonly BenchCase[] = [
  ...mm1,
  ...hold,
  {
    name: 'ties-worst',
    unit: 'events/s',
    yardstick: 'hold-10k',
    run: () => Math.min(...Object.values(tiePatterns).map((draw) => kernelHold(10_000, 500_000, draw))),
  },
  { name: 'flatqueue-100', unit: 'events/s', run: () => flatqueueHold(100, 2_000_000) },
  {
    name: 'bare-heap-100',
    unit: 'events/s',
    yardstick: 'flatqueue-100',
    run: () => bareHeapHold(100, 2_000_000),
  },
  { name: 'cancel-10k', unit: 'cancels/s', run: () => cancelAll(10_000) },
  { name: 'cancel-1m', unit: 'cancels/s', yardstick: 'cancel-10k', run: () => cancelAll(1_000_000) },
  { name: 'fork-by-snapshot', unit: 'pending events/s', run: saveAndRestore },
  { name: 'fork-by-replay', unit: 'past events/s', run: () => replay(2_000_000) },
  { name: 'bytes-per-callback-1m', unit: 'bytes', run: () => bytesPerPending(fillCallbacks) },
  { name: 'bytes-per-state-machine-1m', unit: 'bytes', run: () => bytesPerPending(fillStateMachines) },
  { name: 'bytes-per-process-1m', unit: 'bytes', run: () => bytesPerPending(fillProcesses) },
];
