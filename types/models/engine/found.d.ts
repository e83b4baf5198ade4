export type BackendName = "wasm" | "cpu" | "native";
export {};
