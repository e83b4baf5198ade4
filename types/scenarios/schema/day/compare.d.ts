export type QuantityName = "recovery" | "valueEur" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "co2eKg" | "energyJPerItem" | "downtimeS";
export {};
