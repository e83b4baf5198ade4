export type TermName = "hard" | "soft" | "pseudo" | "standardised" | "dist" | "decoupled" | "feature" | "relational" | "attention" | "visualAttention" | "hint";
export {};
