export type RegionScenario = {
    region: {
        days: number;
        size: {
            places: number;
            materials: number;
            kgPerDay: number;
        };
        routing: ("nearest" | "least-cost" | "price-aware" | "rolling-plan")[];
        participation?: number | undefined;
        materials?: {
            materialId: string;
            meanLifeDays: number;
            lifeShape: number;
            virginEurPerKg: number;
            virginCarbon: {
                kgCo2ePerKg: number;
                boundary: string;
                version: string;
                year: number;
            };
        }[] | undefined;
        places?: ({
            kind: "maker";
            id: string;
            makes: {
                materialId: string;
                kgPerDay: number;
            }[];
            maxRecycledShare: number;
            seasonality: number;
        } | {
            kind: "use";
            id: string;
            climate: string | null;
            participation: number;
        } | {
            kind: "collection";
            id: string;
            capacityKg: number;
            triggerKg: number;
            maxWaitDays: number;
            eurPerTrip: number;
        } | {
            kind: "sorting";
            id: string;
            capacityKgPerDay: number;
            hoursPerDay: number;
            storageKg: number;
            eurPerKg: number;
            energyJPerKg: number;
            matrices: {
                loadKgPerH: number;
                cells: Record<string, Record<string, number>>;
                spread?: Record<string, Record<string, number>> | undefined;
            }[];
        } | {
            kind: "workshop";
            id: string;
            accepts: string[];
            minCondition: "reuse" | "repair" | "recycle-high" | "recycle-low" | "feed";
            yield: number;
            lifeShare: number;
            capacityKgPerDay: number;
            eurPerKg: number;
            tiers: {
                minPurity: number;
                priceEurPerKg: number;
            }[];
        } | {
            kind: "reprocessor";
            id: string;
            accepts: string[];
            minCondition: "reuse" | "repair" | "recycle-high" | "recycle-low" | "feed";
            yield: number;
            capacityKgPerDay: number;
            eurPerKg: number;
            energyJPerKg: number;
            carbon: {
                kgCo2ePerKg: number;
                boundary: string;
                version: string;
                year: number;
            };
            feedEurPerKg: number;
            tiers: {
                minPurity: number;
                priceEurPerKg: number;
            }[];
        } | {
            kind: "market" | "recovery" | "landfill";
            id: string;
            accepts: string[];
            minCondition: "reuse" | "repair" | "recycle-high" | "recycle-low" | "feed";
            capacityKgPerDay: number;
            carbon: {
                kgCo2ePerKg: number;
                boundary: string;
                version: string;
                year: number;
            };
            tiers: {
                minPurity: number;
                priceEurPerKg: number;
            }[];
        })[] | undefined;
        lanes?: {
            from: string;
            to: string;
            km: number;
            output?: string | undefined;
        }[] | undefined;
        transport?: {
            payloadKg: number;
            eurPerKm: number;
            kmPerDay: number;
            carbonKgPerTkm: number;
        } | undefined;
        prices?: {
            persistence: number;
            sd: number;
            shocks: {
                day: number;
                factor: number;
            }[];
        } | undefined;
    };
    version: 1;
    title: string;
    story: string;
    question: string;
    expected: string;
    seed: number;
    extends?: string | undefined;
};
export {};
