/** A limit that is taken away. */
export type Lift = "perception" | "energy" | "capacity" | "maintenance";
export {};
