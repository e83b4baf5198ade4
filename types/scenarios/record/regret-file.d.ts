export type RegretDocument = {
    readonly schema: "looptwin.regret/1";
    readonly scenario: string;
    readonly fingerprint: string;
    readonly codeHash: string;
    readonly freeBoundEur: number;
    readonly rows: {
        name: string;
        valueEur: number;
        regretEur: number;
        causes: Record<"perception" | "maintenance" | "grade" | "processing" | "energy" | "capacity" | "planning", number>;
    }[];
    readonly answer: string;
    readonly certain?: {
        name: string;
        boundEur: number;
        regretEur: number;
        leftOut: {
            what: string;
            eur: number;
            informed: boolean;
        }[];
        upkeep: {
            paidEur: number;
            leastEur: number;
        } | null;
    } | undefined;
};
export {};
