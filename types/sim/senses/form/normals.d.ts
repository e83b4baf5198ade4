/** Directions of faces and of corners in the frame of the camera: right, down, towards the lens. */
export interface Normals {
    readonly faceX: Float32Array;
    readonly faceY: Float32Array;
    readonly faceZ: Float32Array;
    readonly cornerX: Float32Array;
    readonly cornerY: Float32Array;
    readonly cornerZ: Float32Array;
}
export {};
