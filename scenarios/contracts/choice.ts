import type { Option } from '../../sim/record/decision.ts';
import { type Breaches, textOf } from './breach.ts';

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);

/** What a policy decides on a view; an error, and a view that it changed, are noted. */
export function decided<View extends object, Choice>(
  breaches: Breaches,
  policy: { decide(view: View): Choice },
  view: View,
): Choice | undefined {
  const before = textOf(view);
  const choice = breaches.tried('decide(view)', () => policy.decide(view));
  breaches.check(textOf(view) === before, 'decide(view) changed the view', undefined, 'Only read from it');
  return choice;
}

/** What was on the table must be told with a finite expectation each, so that a decision can be read later. */
export function checkOptions(breaches: Breaches, options: unknown, first: readonly string[]): void {
  const list = Array.isArray(options) ? (options as readonly Partial<Option>[]) : [];
  const actions = list.map((option) => option?.action);
  breaches.check(
    first.every((action, i) => actions[i] === action),
    `options must begin with ${first.join(', ')}, in this order`,
    Array.isArray(options) ? actions : options,
    'Give { action, expectedEur } for each, best with the function that the guide names',
  );
  const odd = list.find((option) => !isNumber(option?.expectedEur));
  breaches.check(odd === undefined, 'expectedEur of an option must be a finite number', odd, 'Give EUR');
}

/** A policy must be an object with a name and `decide`. Returns whether it is one. */
export function checkPolicy(breaches: Breaches, policy: unknown): boolean {
  const { name, decide } = Object(policy) as { name?: unknown; decide?: unknown };
  const isOne = typeof name === 'string' && name !== '' && typeof decide === 'function';
  breaches.check(
    isOne,
    'must make a policy: an object with a name and a function decide(view)',
    policy,
    "Hand in a function that makes it: () => ({ name: 'mine', decide(view) { ... } })",
  );
  return isOne;
}
