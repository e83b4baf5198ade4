/** Room for the planes of so many triangles. */
export interface Planes {
    readonly values: Float64Array;
    /** Frame that each triangle's planes were last worked out for. */
    readonly madeFor: Int32Array;
    frame: number;
}
export {};
