export type RegionScenario = {
    rules: {
        says: string;
        written: string;
        notBlind?: string | undefined;
        of?: string | undefined;
        minus?: string | undefined;
        order?: string[] | undefined;
        quantity?: "circularity" | "regionEurPerYear" | "sitesEurPerYear" | "recycledContent" | "reuseShare" | "energyJPerYear" | undefined;
        atLeast?: number | undefined;
        atMost?: number | undefined;
    }[];
    region: {
        days: number;
        size: {
            places: number;
            materials: number;
            kgPerDay: number;
        };
        disruptions: ({
            fromDay: number;
            days: number;
            kind: "closure";
            place: string;
        } | {
            fromDay: number;
            days: number;
            kind: "road";
            from: string;
            to: string;
        } | {
            fromDay: number;
            days: number;
            kind: "price-floor";
            place: string;
            eurPerKg: number;
        })[];
        routing: ("nearest" | "least-cost" | "price-aware" | "rolling-plan")[];
        matrices?: string | {
            file: string;
            perception?: string | undefined;
            training?: number | undefined;
        } | undefined;
        perceptions?: string[] | undefined;
        participation?: number | undefined;
        test?: {
            sd: number;
        } | undefined;
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
            makes: {
                materialId: string;
                kgPerDay: number;
            }[];
            maxRecycledShare: number;
            seasonality: number;
            id: string;
            kind: "maker";
            spotKm?: [number, number] | undefined;
        } | {
            climate: string | null;
            participation: number;
            id: string;
            kind: "use";
            spotKm?: [number, number] | undefined;
        } | {
            capacityKg: number;
            triggerKg: number;
            maxWaitDays: number;
            eurPerTrip: number;
            id: string;
            kind: "collection";
            spotKm?: [number, number] | undefined;
        } | {
            capacityKgPerDay: number;
            hoursPerDay: number;
            storageKg: number;
            matrices: string | {
                loadKgPerH: number;
                cells: Record<string, Record<string, number>>;
                spread?: Record<string, Record<string, number>> | undefined;
            }[] | {
                file: string;
                perception?: string | undefined;
                training?: number | undefined;
            };
            id: string;
            kind: "sorting";
            eurPerKg?: number | undefined;
            energyJPerKg?: number | undefined;
            lines?: number | undefined;
            lineEurPerYear?: number | undefined;
            spotKm?: [number, number] | undefined;
        } | {
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
            id: string;
            kind: "workshop";
            test?: {
                sd: number;
            } | undefined;
            spotKm?: [number, number] | undefined;
        } | {
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
            id: string;
            kind: "reprocessor";
            test?: {
                sd: number;
            } | undefined;
            spotKm?: [number, number] | undefined;
        } | {
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
            id: string;
            kind: "market" | "recovery" | "landfill";
            test?: {
                sd: number;
            } | undefined;
            spotKm?: [number, number] | undefined;
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
