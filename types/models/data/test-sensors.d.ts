export type TestCondition = "clean" | "shifted" | "faulty";
export {};
