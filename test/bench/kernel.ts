import { EventFingerprint } from '../../sim/kernel/event-fingerprint.ts';
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

const mm1: readonly BenchCase[] = [
  { name: 'yardstick', unit: 'customers/s', run: () => yardstick(CUSTOMERS) },
  {
    name: 'mm1-process-per-customer-on-bare-generators',
    unit: 'customers/s',
    yardstick: 'yardstick',
    run: () => bareProcessPerCustomer(CUSTOMERS),
  },
  ...(['two-processes', 'process-per-customer'] as const).flatMap((style) => {
    const run = style === 'two-processes' ? twoProcesses : processPerCustomer;
    const common = { unit: 'customers/s', yardstick: 'yardstick' };
    return [
      { name: `mm1-${style}`, ...common, run: () => run(CUSTOMERS, bare) },
      { name: `mm1-${style}-monitored`, ...common, run: () => run(CUSTOMERS, monitored) },
      { name: `mm1-${style}-causes`, ...common, run: () => run(CUSTOMERS, caused) },
      { name: `mm1-${style}-observed`, ...common, run: () => run(CUSTOMERS, observed) },
    ];
  }),
];

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
