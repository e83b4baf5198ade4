import type { Lift } from '../../../sim/score/regret.js';
/** Regret of one perception by cause, EUR; the causes add up to the regret. */
export interface RegretRow {
    readonly name: string;
    readonly valueEur: number;
    /** Bound without the limits of energy and robots minus value. */
    readonly regretEur: number;
    readonly causes: Readonly<Record<Lift | 'planning', number>>;
}
export interface RegretDocument {
    readonly scenario: string;
    readonly fingerprint: string;
    readonly freeBoundEur: number;
    readonly rows: readonly RegretRow[];
    readonly answer: string;
}
export {};
