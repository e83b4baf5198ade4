/** How well condition is known of some items. Errors are mean absolute; null where the network lacks the head. */
export interface ConditionRow {
    readonly by: 'all' | 'material' | 'state';
    /** `all`, a catalogue id, or a state. */
    readonly name: string;
    readonly items: number;
    /** Of the state 0..9; the constant is the median state of the true material, the best that nobody has to look for. */
    readonly stateError: number | null;
    readonly stateConstant: number;
    /** Mean confidence in the answered state, and how often it is right: equal where the head is calibrated. */
    readonly stateConfidence: number | null;
    readonly stateRight: number | null;
    /** Of the remaining value 0..1; the constant is the median of the true material. */
    readonly qualityError: number | null;
    readonly qualityConstant: number;
    /** Share of items whose true value lies within one standard deviation that the network claims (0.68 where it is calibrated). */
    readonly qualityWithin: number | null;
    /** Share of items whose best next use follows from what is believed; the constant is the most frequent use of the true material. */
    readonly gradeRight: number | null;
    readonly gradeConstant: number;
}
export {};
