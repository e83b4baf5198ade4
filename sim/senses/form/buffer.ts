import { emptyNormals, type Normals } from './normals.ts';
import { type Planes, planesOf } from './planes.ts';
import { emptyProjection, type Projection } from './pose.ts';
import { type Samples, samplesOf } from './raster.ts';
import { emptyMesh, type Mesh } from './skin/mesh.ts';

/**
 * Where an item lies in a square frame and how its surface tilts, pixel by pixel (the geometry buffer of a deferred
 * renderer): what the colour camera and the thermograph share. Depends on form, pose and view only.
 */
export interface GeometryBuffer {
  readonly size: number;
  /** Pixels touched by the item, [count] valid entries. */
  readonly inside: Int32Array;
  count: number;
  /** Share of the pixel that the item covers, [size * size]. */
  readonly cover: Float32Array;
  /** Place on the print of the face, -1..1 along and across. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** Tilt of the surface in the frame: x and y of its unit normal. */
  readonly tiltX: Float32Array;
  readonly tiltY: Float32Array;
  /** Share 0..1 of the open sky that the place sees: hollows and folds see less. */
  readonly sky: Float32Array;
  /** Thickness of the wall against its nominal one. */
  readonly wall: Float32Array;
  /** What the place belongs to: see `PART`. */
  readonly part: Uint8Array;
  /** Texel of this pixel in the tiles, bound to the item. */
  readonly texel: Int32Array;
  readonly stage: Stage;
}

/** What a scene is worked out in. */
export interface Stage {
  readonly mesh: Mesh;
  readonly projection: Projection;
  readonly normals: Normals;
  readonly samples: Samples;
  readonly planes: Planes;
}

/** An empty buffer for frames of `size` px. */
export function geometryBuffer(size: number): GeometryBuffer {
  const n = size * size;
  const values = () => new Float32Array(n);
  const mesh = emptyMesh();
  const normals = emptyNormals(mesh.part.length, mesh.x.length);
  return {
    size,
    inside: new Int32Array(n),
    count: 0,
    ...{ cover: values(), u: values(), v: values(), tiltX: values(), tiltY: values() },
    ...{ sky: values(), wall: values() },
    part: new Uint8Array(n),
    texel: new Int32Array(n),
    stage: {
      mesh,
      projection: emptyProjection(mesh.x.length),
      normals,
      samples: samplesOf(size),
      planes: planesOf(mesh, normals),
    },
  };
}
