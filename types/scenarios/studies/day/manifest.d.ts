import type { OwnFacts } from '../../own/parts.js';
import type { OutputFile } from '../../record/run-folder.js';
/** What a reader needs to believe a run and to repeat it. */
export type Manifest = {
    readonly seed: number;
    readonly replication: number;
    readonly variants: {
        perception: string;
        sorting: string;
        maintenance: string;
        main: boolean;
        /** File of its recording. */
        recording: string | null;
        modelId: string | null;
        eventHash: string;
        events: number;
        decisions: number;
    }[];
    readonly bound: {
        solver: string;
        gap: number;
        timeLimitS: null;
    };
    readonly span: {
        startS: number;
        endS: number;
        warmUp: string;
        stopReason: string;
    };
    readonly balance: import("../../../sim/record/summary.js").Balance;
    readonly carbon: {
        unit: string;
        boundary: string;
        gwpHorizonYears: number;
    };
    readonly currency: string;
    readonly outputs: readonly OutputFile[];
    readonly warnings: string[];
    readonly host: {
        wallS: number;
        finishedAt: string;
        node: string;
        system: string;
        processor: string;
        cores: number;
    };
    readonly own?: OwnFacts | undefined;
    readonly schema: "looptwin.manifest/1";
    readonly finished: boolean;
    readonly fingerprint: string;
    readonly engine: {
        name: string;
        version: string;
        commit: string | null;
        dirty: boolean | null;
        codeHash: string;
    };
    readonly random: {
        generator: string;
        streamKey: string;
    };
    readonly backend: "wasm" | "cpu" | "native";
    readonly scenario: {
        name: string;
        hash: string;
        set: readonly string[];
        values: {
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
                    priceEurPerKg: number;
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
                positionM?: number | undefined;
            }[];
            residue: {
                costEurPerKg: number;
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
                kind: "belt" | "feeder" | "gripper" | "lens" | "lamp";
                robotId: string | null;
                shapePerHour: number;
                scale: number;
                limit: number;
                startWear: number;
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
            };
            economy: {
                mainsEurPerKWh: number;
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
                siteEur: number;
                lifeYears: number;
                interest: number;
                sparesShare: number;
                daysPerYear: number;
            };
            picker: {
                picksPerHour: number;
                missShare: number;
                wrongShare: number;
                eurPerHour: number;
            };
            networks: Record<string, {
                arm: "paper" | "teacher" | "standardised" | "dist" | "decoupled" | "feature" | "relational" | "attention" | "visual-attention" | "hybrid" | "label-smoothing" | "visual-teacher" | "permuted-within" | "permuted-across" | "pseudo-labels" | "thermal-hint" | "oracle" | "teacher-visual" | "hint-and-soft" | "teacher-ensemble-3" | "single-task-material" | "labels-only" | "multi-sensor-teacher" | "distilled" | null;
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
                quantity: "valueEur" | "co2eKg" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "recovery" | "energyJPerItem" | "downtimeS";
            };
            version: 1;
            title: string;
            story: string;
            question: string;
            expected: string;
            seed: number;
            extends?: string | undefined;
        };
    };
    readonly command: string;
};
export {};
