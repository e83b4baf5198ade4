import type { z } from 'zod';
export declare const networksSchema: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
    arm: z.ZodDefault<z.ZodNullable<z.ZodEnum<{
        paper: "paper";
        teacher: "teacher";
        standardised: "standardised";
        dist: "dist";
        decoupled: "decoupled";
        feature: "feature";
        relational: "relational";
        attention: "attention";
        "visual-attention": "visual-attention";
        hybrid: "hybrid";
        "label-smoothing": "label-smoothing";
        "visual-teacher": "visual-teacher";
        "permuted-within": "permuted-within";
        "permuted-across": "permuted-across";
        "pseudo-labels": "pseudo-labels";
        "thermal-hint": "thermal-hint";
        oracle: "oracle";
        "teacher-visual": "teacher-visual";
        "hint-and-soft": "hint-and-soft";
        "teacher-ensemble-3": "teacher-ensemble-3";
        "single-task-material": "single-task-material";
        "labels-only": "labels-only";
        "multi-sensor-teacher": "multi-sensor-teacher";
        distilled: "distilled";
    }>>>;
    file: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    model: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    sha256: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    kind: z.ZodDefault<z.ZodNullable<z.ZodEnum<{
        teacher: "teacher";
        student: "student";
    }>>>;
    senses: z.ZodDefault<z.ZodNullable<z.ZodArray<z.ZodEnum<{
        [x: string]: string;
    }>>>>;
    steps: z.ZodDefault<z.ZodNullable<z.ZodInt>>;
    learningRate: z.ZodDefault<z.ZodNullable<z.ZodNumber>>;
    batch: z.ZodDefault<z.ZodNullable<z.ZodInt>>;
    temperature: z.ZodDefault<z.ZodNullable<z.ZodNumber>>;
    terms: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodNumber, z.ZodObject<{
        share: z.ZodNumber;
    }, z.core.$strict>]>>>;
}, z.core.$strict>>>;
/** A network as a file declares it. */
export type Declared = {
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
};
export {};
