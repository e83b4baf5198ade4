import { expect, it } from 'vitest';
import { regretCauses } from '../../../scenarios/record/regret-file.ts';
import { causeWord, causeWords, stateWord, stateWords } from '../../../scenarios/report/said.ts';
import { robotStates } from '../../../sim/record/summary.ts';
import phrases from '../../../viewer/phrases.json' with { type: 'json' };

const english = (phrase: string) => (phrases.words as Record<string, string[]>)[phrase]?.[0];

it('reports call what robots do and what money is lost to as the viewer does', () => {
  for (const [state, word] of Object.entries(stateWords)) expect(english(`state.${state}`)).toBe(word);
  for (const [cause, word] of Object.entries(causeWords)) expect(english(`cause.${cause}`)).toBe(word);
});

it('have a word for every state and cause that is recorded', () => {
  expect(Object.keys(stateWords).sort()).toEqual([...robotStates].sort());
  for (const cause of regretCauses) expect(causeWords).toHaveProperty(cause);
  expect([stateWord('NAPPING'), causeWord('rain')]).toEqual(['NAPPING', 'rain']);
});
