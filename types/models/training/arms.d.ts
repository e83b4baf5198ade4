/**
 * Who teaches a student. `within` and `across` are the multi-sensor teacher shown the thermal picture and spectrum of
 * another item, of the same material or of any: controls that ask whether the pairing of sensors matters.
 */
export type Lesson = 'none' | 'multi' | 'visual' | 'within' | 'across' | 'ensemble';
export type ArmName = "standardised" | "dist" | "decoupled" | "feature" | "relational" | "attention" | "visual-attention" | "hybrid" | "labels-only" | "label-smoothing" | "visual-teacher" | "multi-sensor-teacher" | "permuted-within" | "permuted-across" | "pseudo-labels" | "thermal-hint" | "oracle" | "teacher" | "teacher-visual" | "visual-ceiling" | "hint-and-soft" | "teacher-ensemble-3" | "single-task-material" | "single-task-state" | "single-task-quality" | "paper";
export {};
