import type { SpecProblem } from '../../../sim/world.ts';

/** What is asked of a scenario about its money. */
interface Money {
  readonly investment: { readonly interest: number };
  readonly picker: { readonly picksPerHour: number; readonly eurPerHour: number };
}

/** Above this a year's interest is taken for percent: nobody lends at 100 % in real terms. */
const MOST_INTEREST = 1;

/** Money that cannot be meant: interest in percent, a wage that nobody works for. */
export function moneyProblems({ investment, picker }: Money): SpecProblem[] {
  const { interest } = investment;
  const percent = interest > MOST_INTEREST;
  return [
    ...(percent
      ? [
          {
            path: ['investment', 'interest'],
            message: `is ${100 * interest} % a year`,
            got: interest,
            cure: `Write a share of 1: ${interest / 100} is ${interest} %`,
          },
        ]
      : []),
    ...(picker.picksPerHour === 0
      ? [
          {
            path: ['picker', 'picksPerHour'],
            message: `a wage of EUR ${picker.eurPerHour} an hour is paid, but nobody picks for it`,
            got: 0,
            cure: 'Write attempts an hour, such as 1800',
          },
        ]
      : []),
  ];
}
