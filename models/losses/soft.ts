import { softTargets } from './softTargets.ts';
import { mean, onLogits, type Term } from './term.ts';

/** Soft targets as a term. In a file of its own because every term on logits leans on soft targets. */
export const soft: Term = { value: onLogits((s, t, x) => mean(softTargets(s, t, x.temperature))) };
