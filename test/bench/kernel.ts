import type { BenchCase } from './bench.ts';
import { bareHeapHold, bareHold, flatqueueHold, kernelHold, tiePatterns } from './kernel/hold.ts';
import { processPerCustomer, twoProcesses, yardstick } from './kernel/mm1.ts';

const CUSTOMERS = 500_000;
const sizes = [
  ['100', 100, 2_000_000],
  ['10k', 10_000, 1_000_000],
  ['1m', 1_000_000, 1_000_000],
] as const;
const nothing = (): void => {};

export const cases: readonly BenchCase[] = [
  { name: 'yardstick', unit: 'customers/s', run: () => yardstick(CUSTOMERS) },
  {
    name: 'mm1-two-processes',
    unit: 'customers/s',
    yardstick: 'yardstick',
    run: () => twoProcesses(CUSTOMERS, nothing, false),
  },
  {
    name: 'mm1-process-per-customer',
    unit: 'customers/s',
    yardstick: 'yardstick',
    run: () => processPerCustomer(CUSTOMERS, nothing, false),
  },
  ...sizes.map(([label, pending, events]) => ({
    name: `yardstick-hold-${label}`,
    unit: 'events/s',
    run: () => bareHold(pending, events),
  })),
  ...sizes.map(([label, pending, events]) => ({
    name: `hold-${label}`,
    unit: 'events/s',
    yardstick: `yardstick-hold-${label}`,
    run: () => kernelHold(pending, events),
  })),
  {
    name: 'bare-heap-100',
    unit: 'events/s',
    yardstick: 'flatqueue-100',
    run: () => bareHeapHold(100, 2_000_000),
  },
  { name: 'flatqueue-100', unit: 'events/s', run: () => flatqueueHold(100, 2_000_000) },
  {
    name: 'ties-worst',
    unit: 'events/s',
    yardstick: 'hold-10k',
    run: () => Math.min(...Object.values(tiePatterns).map((draw) => kernelHold(10_000, 500_000, draw))),
  },
];
