import type { TermName } from '../losses/all.ts';

/**
 * Weight of a term: a number, or the share of the hard term's gradient (on the student's maps, first batch) that it
 * shall start with. Published weights cannot be taken over: each paper averages its term in its own way, so that RepDistiller's
 * script uses 0.8 for CRD and 3000 for similarity preserving.
 */
export type TermWeight = number | { readonly share: number };

/** Terms of a loss with their weights. */
export type TermWeights = Readonly<Partial<Record<TermName, TermWeight>>>;

/**
 * Weight of what a teacher says, beside 1 for labels. The hard term is a mean over the few labelled items and the soft one
 * over all; at 1 a labelled item, seen dozens of times, would pull three times as hard as one seen twice. Measured on a data
 * seed that no result comes from, 1, 3 and 10 differ by less than a point (test/models/results/teacher-weight.json).
 */
const TEACHER_WEIGHT = 3;

/** Methods by name: which terms, at which weights. `hybrid` is all that the source text names. */
export const METHODS = {
  soft: { hard: 1, soft: TEACHER_WEIGHT },
  feature: { hard: 1, feature: { share: 0.2 } },
  relational: { hard: 1, relational: { share: 0.2 } },
  attention: { hard: 1, attention: { share: 0.2 } },
  'visual-attention': { hard: 1, visualAttention: { share: 0.2 } },
  hybrid: {
    hard: 1,
    soft: TEACHER_WEIGHT,
    feature: { share: 0.2 },
    relational: { share: 0.1 },
    attention: { share: 0.1 },
  },
  hint: { hard: 1, hint: { share: 0.2 } },
  standardised: { hard: 1, standardised: TEACHER_WEIGHT },
  dist: { hard: 1, dist: TEACHER_WEIGHT },
  decoupled: { hard: 1, decoupled: 0.2 * TEACHER_WEIGHT },
  pseudo: { hard: 1, pseudo: TEACHER_WEIGHT },
} as const satisfies Record<string, TermWeights>;

export type MethodName = keyof typeof METHODS;
