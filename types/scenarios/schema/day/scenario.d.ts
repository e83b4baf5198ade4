import type { Priced } from './priced.js';
/** A scenario after defaulting, its prices still open. */
export type ScenarioFile = {
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
    prices: string;
    money: {
        country: string;
        year: number;
        currency: string;
        eurPerUnit: number;
        vat: "excluded" | "included";
    } | null;
    site: {
        latitudeDeg: number;
        altitudeM: number;
        dayOfYear: number;
        startHour: number;
        durationS: number;
        openHour: number;
        closeHour: number;
        linkeTurbidity: number;
        cloudShare: number;
        cloudPersistence: number;
        cloudTransmission: number;
        ambientC: number;
        windMPerS: number;
        skyStepS: number;
    };
    feed: {
        materials: {
            materialId: string;
            share: number;
        }[];
        ratePerHour: number;
        surges: {
            fromHour: number;
            toHour: number;
            factor: number;
        }[];
        minGapS: number;
        poolSize: number;
        stateWeights: number[];
        lookCoupling: number;
        soilTimes?: number | undefined;
        wetShare?: number | undefined;
    };
    belt: {
        lengthM: number;
        widthM: number;
        speedMPerS: number;
        powerW: number;
        resortPasses: number;
        resortS: number;
    };
    outputs: {
        id: string;
        use: "reuse" | "repair" | "recycle-high" | "recycle-low" | "recover";
        accepts: string[];
        maxState: number;
        tiers: {
            minPurity: number;
            grade?: string | undefined;
            share?: number | undefined;
            priceEurPerKg?: number | undefined;
        }[];
        contaminantEurPerKg: number;
        carbon: {
            kgCo2ePerKg: number;
            boundary: string;
            version: string;
            year: number;
        };
        capacityKg: number;
        emptyEur: number;
        grades?: ("reuse" | "repair" | "recycle-high" | "recycle-low" | "recover" | "dispose")[] | undefined;
        bench?: {
            eurPerHour: number;
            checkMinutes: number;
            missedShare: number;
            missedEur: number;
            scrapEurPerKg: number;
            replacementShare: number;
            pieces: {
                grade: "reuse" | "repair" | "recycle-high" | "recycle-low" | "recover" | "dispose";
                eurPerPiece: number;
                minutes: number;
                partsEur: number;
                passShare: number;
                returnShare: number;
                returnEur: number;
                newKgCo2ePerKg: number;
                accepts?: string[] | undefined;
            }[];
            minPurity?: number | undefined;
        } | undefined;
        positionM?: number | undefined;
    }[];
    residue: {
        costEurPerKg: number | null;
        carbon: {
            kgCo2ePerKg: number;
            boundary: string;
            version: string;
            year: number;
        };
    };
    robots: {
        id: string;
        positionM: number;
        reachM: number;
        side: "left" | "right";
        outputs: string[];
        actuator: "arm" | "flap" | "node";
        moveS: number;
        moveJ: number;
        pickSuccess: number;
        offW: number;
        sleepW: number;
        idleW: number;
        wakeJ: number;
        sleepAfterS: number;
        batteryWh: number;
        startSoc: number;
        stopSoc: number;
        restartSoc: number;
        chargeEfficiency: number;
        dischargeEfficiency: number;
        selfDischargePerDay: number;
        panelW: number;
        panelTempPerK: number;
        indoorW: number;
        computeEnergyFactor: number;
        computeTimeFactor: number;
        remoteW: number;
        sensors: import("../../../sim/senses/registry.js").Sensors;
        perception: string | null;
        device: string | null;
    }[];
    assets: {
        id: string;
        kind: "belt" | "lamp" | "feeder" | "gripper" | "lens";
        robotId: string | null;
        shapePerHour: number;
        scale: number;
        limit: number;
        startWear: number | "long-run";
        plannedS: number;
        repairS: number;
        plannedEur: number;
        failureEur: number;
        readingSd: number;
    }[];
    machines: {
        id: string;
        kind: "magnet" | "eddy-current" | "optical" | "screen";
        positionM: number;
        output: string;
        targets: string[];
        yield: number;
        falseShare: number;
        loadPerTPerH: number;
        deadValves: number;
        deadValveLoss: number;
        flatFactor: number;
        blowWindowM: number;
        powerW: number;
    }[];
    processEveryS: number;
    maintenance: {
        inspectEveryS: number;
        travelS: number;
        visitEur: number;
        fromHour: number;
        toHour: number;
        spareParts: number;
        spareLeadS: number;
        everyDays: number;
        periodDays: number;
    };
    economy: {
        mainsEurPerKWh: number | null;
        mainsCarbon: {
            kgCo2ePerKg: number;
            boundary: string;
            version: string;
            year: number;
        };
        fixedEurPerHour: number;
    };
    investment: {
        robotEur: number;
        sensorsEur: {
            [x: string]: number | undefined;
        };
        siteEur: number;
        lifeYears: number;
        interest: number;
        sparesShare: number;
        contractEurPerYear: number;
        floorM2: number;
        floorEurPerM2Year: number;
        daysPerYear: number;
    };
    picker: {
        picksPerHour: number;
        missShare: number;
        wrongShare: number;
        eurPerHour: number | null;
    };
    networks: Record<string, {
        arm: "standardised" | "dist" | "decoupled" | "feature" | "relational" | "attention" | "visual-attention" | "hybrid" | "labels-only" | "label-smoothing" | "visual-teacher" | "multi-sensor-teacher" | "permuted-within" | "permuted-across" | "pseudo-labels" | "thermal-hint" | "oracle" | "teacher" | "teacher-visual" | "hint-and-soft" | "teacher-ensemble-3" | "single-task-material" | "paper" | "distilled" | null;
        file: string | null;
        model: string | null;
        sha256: string | null;
        kind: "teacher" | "student" | null;
        senses: string[] | null;
        steps: number | null;
        learningRate: number | null;
        batch: number | null;
        temperature: number | null;
        terms: Record<string, number | {
            share: number;
        }>;
    }>;
    policies: {
        perceptions: string[];
        furtherLooks: {
            first: string;
            network: string;
            adds: string[][];
        };
        sorting: string;
        processing: string;
        maintenance: string[];
    };
    training: {
        seed: number;
        imagePx: 32 | 64;
        materials: string[];
        perMaterial: {
            labelled: number;
            unlabelled: number;
            validation: number;
            calibration: number;
            test: number;
        };
        teacherSteps: number;
        studentSteps: number;
        studentDevice: string;
        teacherDevice: string;
        sensors: import("../../../sim/senses/registry.js").Sensors;
        testDraw: number;
    };
    compare: {
        arms: {
            name: string;
            set: Record<string, unknown>;
        }[];
        quantity: "recovery" | "valueEur" | "co2eKg" | "purity" | "npvEur" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "energyJPerItem" | "downtimeS" | "shelfPurity";
        choices?: string[] | undefined;
        trainings?: number | undefined;
        ownItems?: boolean | undefined;
    };
    version: 1;
    title: string;
    story: string;
    question: string;
    expected: string;
    seed: number;
    extends?: string | undefined;
};
/** A scenario with everything filled in. */
export type Scenario = Omit<ScenarioFile, keyof Priced> & Priced;
export {};
