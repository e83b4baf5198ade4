export type Verdict = 'held' | 'refuted' | 'not settled' | 'not run';
export {};
