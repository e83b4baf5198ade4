import type { Sense } from '../../sim/record/frames.ts';
import type { Term } from './term.ts';

/** What is known of a loss without TensorFlow.js: what it asks of a training, and where it is. */
export interface Loss {
  /** `labels`; a `teacher` that speaks; or a `hint`, the thermal picture of each item. */
  readonly needs: 'labels' | 'teacher' | 'hint';
  /** Sense that the teacher must have. */
  readonly sense?: Sense;
  readonly load: () => Promise<Term>;
}

/** Every loss by the name under which recipes weigh it: a new one is its file and its line here. */
export const LOSSES = {
  hard: { needs: 'labels', load: async () => (await import('./hard.ts')).hard },
  soft: { needs: 'teacher', load: async () => (await import('./soft.ts')).soft },
  pseudo: { needs: 'teacher', load: async () => (await import('./hardPseudoLabels.ts')).pseudo },
  standardised: {
    needs: 'teacher',
    load: async () => (await import('./logitStandardisation.ts')).standardised,
  },
  dist: { needs: 'teacher', load: async () => (await import('./dist.ts')).distTerm },
  decoupled: { needs: 'teacher', load: async () => (await import('./decoupled.ts')).decoupledTerm },
  feature: { needs: 'teacher', load: async () => (await import('./feature.ts')).feature },
  relational: { needs: 'teacher', load: async () => (await import('./relational.ts')).relationalTerm },
  attention: {
    needs: 'teacher',
    sense: 'thermal',
    load: async () => (await import('./attention.ts')).attention,
  },
  visualAttention: {
    needs: 'teacher',
    sense: 'visual',
    load: async () => (await import('./attention.ts')).visualAttention,
  },
  hint: { needs: 'hint', load: async () => (await import('./thermalHint.ts')).hint },
} as const satisfies Record<string, Loss>;

export type TermName = keyof typeof LOSSES;

export const TERM_NAMES = Object.keys(LOSSES) as TermName[];

/** What is known of a loss; undefined for a name that there is not. */
export function findLoss(name: string): Loss | undefined {
  return Object.hasOwn(LOSSES, name) ? LOSSES[name as TermName] : undefined;
}

/** Losses by name, ready to be asked. */
export async function loadTerms(names: readonly TermName[]): Promise<Readonly<Record<string, Term>>> {
  const loaded = names.map(async (name) => [name, await LOSSES[name].load()] as const);
  return Object.fromEntries(await Promise.all(loaded));
}
