/** What happens in the world: the data of every event, by its dotted type, `noun.verb`. */
export declare const eventFields: {
    readonly 'item.decided': {
        readonly chosenEur: "number";
        readonly by: "text";
        readonly seen: {
            readonly record: {
                readonly network: "text";
                readonly dirt: "number";
                readonly lampAge: "number";
                readonly label: "text";
                readonly confidence: "number";
                readonly next: {
                    readonly list: {
                        readonly record: {
                            readonly label: "text";
                            readonly confidence: "number";
                        };
                    };
                };
                readonly state: "whole";
                readonly stateConfidence: "number";
                readonly quality: "number";
                readonly grade: readonly ["reuse", "repair", "recycle-high", "recycle-low", "recover", "dispose", "untold"];
                readonly looks: "whole";
                readonly soc: "number";
                readonly massKg: "number";
                readonly waiting: "whole";
            };
        };
        readonly options: {
            readonly list: {
                readonly record: {
                    readonly action: "text";
                    readonly expectedEur: "number";
                };
            };
        };
        readonly chosen: "text";
        readonly best: {
            readonly record: {
                readonly action: "text";
                readonly valueEur: "number";
            };
        };
        readonly itemId: "whole";
    };
    readonly 'site.decided': {
        readonly by: "text";
        readonly seen: {
            readonly record: {
                readonly tonnesPerHour: "number";
                readonly itemsPerM: "number";
            };
        };
        readonly options: {
            readonly list: {
                readonly record: {
                    readonly action: "text";
                    readonly expectedEur: "number";
                };
            };
        };
        readonly chosen: "text";
        readonly best: {
            readonly record: {
                readonly action: "text";
                readonly valueEur: "number";
            };
        };
    };
    readonly 'asset.decided': {
        readonly by: "text";
        readonly seen: {
            readonly record: {
                readonly ageS: "number";
                readonly condition: "number";
                readonly leadTimeS: "number";
            };
        };
        readonly options: {
            readonly list: {
                readonly record: {
                    readonly action: "text";
                    readonly expectedEur: "number";
                };
            };
        };
        readonly chosen: "text";
        readonly best: {
            readonly record: {
                readonly action: "text";
                readonly valueEur: "number";
            };
        };
    };
    readonly 'lot.decided': {
        readonly by: "text";
        readonly seen: {
            readonly record: {
                readonly kg: "number";
                readonly waitedDays: "whole";
            };
        };
        readonly options: {
            readonly list: {
                readonly record: {
                    readonly action: "text";
                    readonly expectedEur: "number";
                };
            };
        };
        readonly chosen: "text";
        readonly best: {
            readonly record: {
                readonly action: "text";
                readonly valueEur: "number";
            };
        };
    };
    readonly 'run.started': {
        readonly version: readonly ["looptwin.record/5", "looptwin.record/4", "looptwin.record/3"];
        readonly scene: {
            readonly record: {
                readonly startHour: "number";
                readonly latitudeDeg: "number";
                readonly dayOfYear: "number";
                readonly durationUs: "whole";
                readonly belt: {
                    readonly record: {
                        readonly lengthM: "number";
                        readonly widthM: "number";
                        readonly speedMPerS: "number";
                    };
                };
                readonly robots: {
                    readonly list: {
                        readonly record: {
                            readonly id: "text";
                            readonly xM: "number";
                            readonly side: readonly ["left", "right"];
                            readonly reachM: "number";
                            readonly cameraXM: "number";
                            readonly actuator: readonly ["arm", "flap", "node"];
                            readonly batteryJ: "number";
                            readonly panelW: "number";
                            readonly looks: {
                                readonly list: {
                                    readonly record: {
                                        readonly network: "text";
                                        readonly device: "text";
                                        readonly senses: {
                                            readonly list: "text";
                                        };
                                    };
                                };
                            };
                            readonly sensors: {
                                readonly list: {
                                    readonly record: {
                                        readonly sense: "text";
                                        readonly title: "text";
                                        readonly state: "text";
                                        readonly drawing: {
                                            readonly oneOf: {
                                                readonly picture: {};
                                                readonly film: {
                                                    readonly timesS: {
                                                        readonly list: "number";
                                                    };
                                                    readonly unit: "text";
                                                };
                                                readonly curve: {
                                                    readonly xs: {
                                                        readonly list: "number";
                                                    };
                                                    readonly xLabel: "text";
                                                    readonly yLabel: "text";
                                                };
                                                readonly bars: {
                                                    readonly labels: {
                                                        readonly list: "text";
                                                    };
                                                    readonly yLabel: "text";
                                                };
                                            };
                                        };
                                    };
                                };
                            };
                        };
                    };
                };
                readonly bins: {
                    readonly list: {
                        readonly record: {
                            readonly id: "text";
                            readonly use: "text";
                            readonly accepts: {
                                readonly list: "text";
                            };
                            readonly xM: "number";
                            readonly side: readonly ["left", "right", "end"];
                            readonly capacityKg: "number";
                        };
                    };
                };
                readonly assets: {
                    readonly list: {
                        readonly record: {
                            readonly id: "text";
                            readonly name: "text";
                            readonly xM: "number";
                        };
                    };
                };
            };
        };
        readonly world: "text";
        readonly seed: "whole";
        readonly replication: "whole";
        readonly perception: "text";
        readonly sorting: "text";
        readonly maintenance: "text";
        readonly processing: "text";
    };
    readonly 'run.ended': {
        readonly revenueEur: "number";
        readonly costEur: "number";
        readonly valueEur: "number";
        readonly items: "whole";
    };
    /** The books as if the day ended now, by cause (revenue positive, cost negative); joules that the robots have used. */
    readonly 'accounts.state': {
        readonly flows: {
            readonly list: {
                readonly record: {
                    readonly cause: "text";
                    readonly eur: "number";
                };
            };
        };
        readonly revenueEur: "number";
        readonly costEur: "number";
        readonly valueEur: "number";
        readonly co2eKg: "number";
        readonly energyJ: "number";
    };
    readonly 'item.arrived': {
        readonly itemId: "whole";
        /** Number of the piece in its pool: pieces of one number are the same piece come again. */
        readonly specimen: "whole";
        readonly material: "text";
        readonly class: "text";
        /** Best next use by its hidden state. */
        readonly grade: readonly ["reuse", "repair", "recycle-high", "recycle-low", "recover", "dispose", "untold"];
        readonly shape: readonly ["bottle", "cup", "tray", "film", "bag", "can", "box", "sheet", "block", "tube", "cloth", "part", "shard"];
        readonly lengthM: "number";
        readonly widthM: "number";
        readonly thicknessM: "number";
        readonly colour: "colour";
        readonly massKg: "number";
        /** Across the belt from its middle, negative = left. */
        readonly laneM: "number";
        readonly angleRad: "number";
    };
    readonly 'item.seen': {
        readonly itemId: "whole";
        readonly robot: "text";
    };
    readonly 'item.picked': {
        readonly itemId: "whole";
        readonly robot: "text";
        readonly bin: "text";
        readonly ok: "flag";
        readonly startUs: "whole";
    };
    readonly 'item.binned': {
        readonly itemId: "whole";
        readonly bin: "text";
        readonly by: "text";
        readonly correct: "flag";
    };
    /** A piece has been worked on at the bench of a bin: whether it passed its test, and whether its buyer brings it back. */
    readonly 'item.tested': {
        readonly passed: "flag";
        readonly returned: "flag";
        readonly valueEur: "number";
        readonly itemId: "whole";
        readonly bin: "text";
        readonly grade: readonly ["reuse", "repair", "recycle-high", "recycle-low", "recover", "dispose"];
        readonly minutes: "number";
        readonly partsEur: "number";
    };
    readonly 'robot.state': {
        readonly state: readonly ["OFF", "SLEEP", "IDLE", "SENSE", "INFER", "MOVE", "FAULT", "SERVICE"];
        readonly chargeJ: "number";
        readonly soc: "number";
        readonly powerW: "number";
        readonly solarW: "number";
    };
    /** The present lot of a bin. */
    readonly 'bin.changed': {
        readonly count: "whole";
        readonly massKg: "number";
    };
    readonly 'belt.state': {
        readonly running: "flag";
        readonly speedMPerS: "number";
    };
    readonly 'asset.reading': {
        readonly condition: "number";
        readonly currentA: "number";
        readonly vibrationMmPerS: "number";
        readonly hotSpotK: "number";
    };
    /** Wear from 0 = new to 1 = fails. */
    readonly 'asset.state': {
        readonly wear: "number";
        readonly up: "flag";
    };
    readonly 'maintenance.visit': {
        readonly arrivesUs: "whole";
        readonly asset: "text";
        readonly action: readonly ["planned", "repair"];
        readonly costEur: "number";
    };
    readonly 'maintenance.start': {
        readonly asset: "text";
        readonly action: readonly ["planned", "repair"];
        readonly costEur: "number";
    };
    readonly 'maintenance.end': {
        readonly asset: "text";
        readonly action: readonly ["planned", "repair"];
        readonly costEur: "number";
    };
    readonly 'collection.overflow': {
        readonly kg: "number";
    };
    readonly 'lot.sold': {
        readonly from: "text";
        readonly kg: "number";
        readonly purity: "number";
        readonly eurPerKg: "number";
    };
};
export {};
