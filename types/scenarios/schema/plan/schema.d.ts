/** A plan after defaulting. */
export type PlanFile = {
    plan: "looptwin.plan/1";
    title: string;
    story: string;
    question: string;
    expected: string;
    rules: {
        says: string;
        written: string;
        notBlind?: string | undefined;
        of?: string | undefined;
        minus?: string | undefined;
        order?: string[] | undefined;
        quantity?: "recovery" | "valueEur" | "co2eKg" | "purity" | "npvEur" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "energyJPerItem" | "downtimeS" | "shelfPurity" | undefined;
        atLeast?: number | undefined;
        atMost?: number | undefined;
    }[];
    scenario: string;
    set: Record<string, unknown>;
    design: "full" | "fractional" | "latin-hypercube" | "sobol";
    factors: Record<string, {
        path?: string | undefined;
        paths?: string[] | undefined;
        levels?: unknown[] | undefined;
        from?: number | undefined;
        to?: number | undefined;
        step?: number | undefined;
    }>;
    generators: Record<string, string[]>;
    replications: {
        from: number;
        to: number;
        halfWidth?: number | undefined;
        quantity?: "recovery" | "valueEur" | "co2eKg" | "purity" | "npvEur" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "energyJPerItem" | "downtimeS" | "shelfPurity" | undefined;
    };
    quantity: "recovery" | "valueEur" | "co2eKg" | "purity" | "npvEur" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "energyJPerItem" | "downtimeS" | "shelfPurity";
    extends?: string | undefined;
    seed?: number | undefined;
    resolution?: number | undefined;
    points?: number | undefined;
};
export type DesignName = PlanFile['design'];
export {};
