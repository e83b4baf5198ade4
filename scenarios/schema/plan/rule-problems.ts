import { InputError } from '../../errors.ts';
import type { Scenario } from '../day/scenario.ts';
import { didYouMean } from '../reading/nearest.ts';
import type { SettingProblem } from '../reading/path.ts';
import { type Rule, ruleProblems } from '../reading/rules.ts';
import type { PlanFile } from './schema.ts';

/** Factors that the name of an effect holds: `battery 15 -> 60 x panel` has battery and panel. What stands before a comma says whose effect it is. */
function factorsOf(effect: string): string[] {
  const name = effect.slice(effect.lastIndexOf(',') + 1).trim();
  return name.split(' x ').map((part) => part.replace(/ .*$/, ''));
}

/** `run-to-failure minus condition`: the mean of a pair over all points. */
const isPair = (effect: string) => / minus /.test(effect) && !effect.includes(',');

/** What is wrong with the rules of a plan: as with those of a scenario, but they name effects of its factors. */
export function effectRuleProblems({
  rules,
  factors,
}: Pick<PlanFile, 'rules' | 'factors'>): SettingProblem[] {
  const known = Object.keys(factors);
  const strange = rules.flatMap(({ of, minus, order = [] }, index): SettingProblem[] =>
    [of, minus, ...order].flatMap((effect): SettingProblem[] => {
      if (effect === undefined || isPair(effect)) return [];
      const wrong = factorsOf(effect).find((factor) => !known.includes(factor));
      if (wrong === undefined) return [];
      const key = effect === of ? 'of' : effect === minus ? 'minus' : 'order';
      return [
        {
          ...{ path: ['rules', index, key], message: 'names no factor of this plan', got: wrong },
          cure: didYouMean(wrong, known),
        },
      ];
    }),
  );
  return [...ruleProblems(rules), ...strange];
}

/** Refuses rules that no effect of a plan can be held against (InputError). Pairs are of ways of seeing, or of maintenance. */
export function requireEffects(
  rules: readonly Rule[],
  effects: readonly string[],
  { perceptions, maintenance }: Scenario['policies'],
): void {
  const pairs = [perceptions, maintenance].flatMap((names) =>
    names.flatMap((better) =>
      names.filter((than) => than !== better).map((than) => `${better} minus ${than}`),
    ),
  );
  const known = [...effects, ...pairs, ...pairs.flatMap((pair) => effects.map((name) => `${pair}, ${name}`))];
  const unknown = rules.flatMap(({ of, minus, order = [] }, index) =>
    [of, minus, ...order].flatMap((name) =>
      name === undefined || known.includes(name)
        ? []
        : {
            ...{ what: 'names no effect that the points of this plan tell apart', got: name },
            ...{ where: `rules[${index}]`, cure: didYouMean(name, known) },
          },
    ),
  );
  if (unknown.length > 0) throw new InputError(unknown);
}
