/** From the item's own frame to the picture: how it came to rest, how the camera looks at it, what the frame shows. */
/** How a camera looks at things. */
export interface View {
    /** Shift of the item in the frame, share of its side: a fault. */
    readonly shift: number;
    /** Share 0..1 of things that stand, lean or show an end, instead of lying on their longest side. */
    readonly uprightShare: number;
    /** The camera looks down at a slant, drawn between 0 and this, degrees. */
    readonly tiltDeg: number;
    /** Distance from lens to thing, m: the nearer, the stronger the perspective. */
    readonly distanceM: number;
    /** Share of the frame's side that a thing fills (its mean; it varies by a third), or 0: fields of view in steps. */
    readonly fill: number;
}
/** Corners of the skin in the frame of a camera, all [vertices]: pixels to the right and down, metres towards the lens. */
export interface Projection {
    readonly px: Float32Array;
    readonly py: Float32Array;
    readonly near: Float32Array;
    /** Place over the ground, m: x, y along it, z above. */
    readonly wx: Float32Array;
    readonly wy: Float32Array;
    readonly wz: Float32Array;
    perM: number;
    /** Cosine and sine of the camera's slant. */
    cos: number;
    sin: number;
    /** Where the middle of the thing stands, m, and its pixel. */
    middleX: number;
    middleY: number;
    middleZ: number;
    centreX: number;
    centreY: number;
    distanceM: number;
    /** Where the textures of this thing begin, texels. */
    offset: number;
    /** Yaw of the item's length in the picture. */
    yawCos: number;
    yawSin: number;
}
export {};
