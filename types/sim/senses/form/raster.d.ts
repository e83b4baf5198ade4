/** Samples of a frame: number of the triangle that each shows or -1, and how near it is. */
export interface Samples {
    /** Samples along a row. */
    readonly side: number;
    readonly shown: Int16Array;
    readonly near: Float32Array;
    /** The rows and columns of samples that anything covers. */
    fromX: number;
    toX: number;
    fromY: number;
    toY: number;
}
export {};
