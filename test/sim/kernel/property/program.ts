import fc from 'fast-check';

/** A random program: what to do at the start, and what each event does when it happens. Ids are taken modulo what exists. */
export type Op =
  | {
      readonly kind: 'schedule';
      readonly delay: number;
      readonly phase: number;
      readonly priority: number;
      readonly effects: readonly Op[];
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'spawn'; readonly steps: readonly Step[] }
  | { readonly kind: 'interrupt'; readonly id: number };

/** A process waits, then does something. */
export interface Step {
  readonly delay: number;
  readonly effects: readonly Op[];
}

/** Short delays, so that ties are frequent. */
const delay = fc.integer({ min: 0, max: 4 });

export const program: fc.Arbitrary<readonly Op[]> = fc.letrec<{ ops: readonly Op[]; op: Op }>((tie) => ({
  ops: fc.array(tie('op'), { maxLength: 8, size: 'large', depthIdentifier: 'program' }),
  op: fc.oneof(
    { depthSize: 'medium', depthIdentifier: 'program' },
    fc.record({ kind: fc.constant('cancel' as const), id: fc.nat(40) }),
    fc.record({ kind: fc.constant('interrupt' as const), id: fc.nat(20) }),
    fc.record({
      kind: fc.constant('schedule' as const),
      delay,
      phase: fc.integer({ min: 0, max: 4 }),
      priority: fc.integer({ min: -1, max: 1 }),
      effects: tie('ops'),
    }),
    fc.record({
      kind: fc.constant('spawn' as const),
      steps: fc.array(fc.record({ delay, effects: tie('ops') }), { maxLength: 3 }),
    }),
  ),
})).ops;
