export type QuantityName = "recovery" | "valueEur" | "co2eKg" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "energyJPerItem" | "downtimeS";
export {};
