export type QuantityName = "recovery" | "valueEur" | "co2eKg" | "purity" | "npvEur" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "energyJPerItem" | "downtimeS" | "shelfPurity";
export {};
