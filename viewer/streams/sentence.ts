import { say } from '../language.ts';
import type { ItemDecision, ItemLife, Thought } from '../recording/items.ts';
import { euros, percent } from '../words.ts';

/** Less than this is no loss worth a word, EUR. */
const NOTHING_EUR = 5e-5;

function teacherPart(rightSelf: boolean, truth: string, teacher: Thought | undefined): string[] {
  if (teacher === undefined) return [];
  const { label } = teacher;
  if (label !== truth) return [say('seen.teacher.wrong', { label })];
  return [say(rightSelf ? 'seen.teacher.too' : 'seen.teacher.known')];
}

/**
 * What a robot took an item for, whether its teacher would have known, and what the choice cost against the best one, in one
 * sentence; `teacher` = what the teacher thought on its own day, if it looked.
 */
export function sentenceOf(life: ItemLife, decision: ItemDecision, teacher: Thought | undefined): string {
  const { robot, label, confidence, chosen, chosenEur, bestEur } = decision;
  const right = label === life.material;
  const names = { robot, truth: life.material, label, sure: percent(confidence) };
  const lost = bestEur - chosenEur;
  const outcome =
    chosen === 'look'
      ? say('seen.again')
      : lost > NOTHING_EUR
        ? say('seen.cost', { eur: euros(lost) })
        : say('seen.best');
  const parts = [
    say(right ? 'seen.right' : 'seen.wrong', names),
    ...teacherPart(right, life.material, teacher),
    outcome,
  ];
  return `${parts.join('; ')}.`;
}
