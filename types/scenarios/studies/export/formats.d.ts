export type Format = "onnx" | "int8" | "c";
export {};
