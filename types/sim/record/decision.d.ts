/** One option that was on the table, with what the decider expected of it. */
export type Option = {
    readonly action: string;
    readonly expectedEur: number;
};
export {};
