/** The planes of triangles. */
export interface Planes {
    readonly values: Float64Array;
    /** Frame that each triangle's planes were last worked out for. */
    readonly madeFor: Int32Array;
    frame: number;
    /** What corners have of each quantity: place on the skin, sky, wall, and their direction. */
    readonly columns: readonly Float32Array[];
}
export {};
