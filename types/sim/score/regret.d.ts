/** A limit that is taken away. */
export type Lift = "perception" | "maintenance" | "grade" | "processing" | "energy" | "capacity";
export {};
