/** A skin of triangles in the item's own frame: x along its length, y across, z up, metres. */
export interface Mesh {
    vertices: number;
    triangles: number;
    readonly x: Float32Array;
    readonly y: Float32Array;
    readonly z: Float32Array;
    /** Place on the skin along and across, m: what textures and prints are bound to. */
    readonly s: Float32Array;
    readonly t: Float32Array;
    /** Share of the open sky that a place sees, 1 = all: folds and hollows see less. */
    readonly sky: Float32Array;
    /** Thickness of the wall against its nominal one. */
    readonly wall: Float32Array;
    /** Corners, counter-clockwise seen from outside. */
    readonly corners: Uint16Array;
    /** What a triangle belongs to: see `PART`. */
    readonly part: Uint8Array;
    /** Both sides can be seen: a sheet without thickness. */
    twoSided: boolean;
    /** 0 = curved between its triangles, 1 = each triangle is flat. */
    sharp: number;
    /** Half of what `s` and `t` run over on the printed face, m. */
    printS: number;
    printT: number;
}
export {};
