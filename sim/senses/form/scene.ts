import { kept } from '../../kernel/core/kept.ts';
import { Noise } from '../../kernel/random/noise.ts';
import { bitsAt, type DrawKey } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import { type GeometryBuffer, geometryBuffer } from './buffer.ts';
import { crush } from './crush.ts';
import { builders } from './goods/all.ts';
import type { Rest } from './goods/kind.ts';
import { writeNormals } from './normals.ts';
import { FORM_DRAWS, poseKey, project, type View } from './pose.ts';
import { rasterise } from './raster.ts';
import { resolve } from './resolve.ts';
import { clearMesh, type Mesh } from './skin/mesh.ts';

/** Sides of a round body in small and in large frames: steps of the outline stay below a third of a pixel. */
const sidesFor = (size: number) => (size <= 64 ? 12 : 24);

/** Builds the good, as it was made and as it was crushed; returns how it can come to rest. */
function build(mesh: Mesh, item: ItemState, key: DrawKey, segments: number): Rest {
  const { look } = materialById(item.materialId);
  const random = new Noise(bitsAt(key, item.itemId, FORM_DRAWS));
  const { lengthM, widthM, thicknessM } = item;
  clearMesh(mesh);
  const built = builders[item.shape]({ mesh, item, lengthM, widthM, thicknessM, look, random, segments });
  // Crushing has its own draws: what a builder draws shifts none of them.
  const blows = new Noise(bitsAt(key, item.itemId, FORM_DRAWS + 1));
  crush(mesh, item, built, blows);
  return built.rest;
}

/** Lays the item into a frame as `view` sees it; `key`: see `poseKey`. What the buffer held is gone. */
export function layOut(geometry: GeometryBuffer, item: ItemState, key: DrawKey, view: View): void {
  const { mesh, projection, normals, samples } = geometry.stage;
  const rest = build(mesh, item, key, sidesFor(geometry.size));
  project(mesh, item, rest, key, view, geometry.size, projection);
  writeNormals(mesh, projection, normals);
  rasterise(mesh, projection, samples);
  resolve(geometry, item);
}

/** What lies in a buffer. */
interface Laid {
  readonly geometry: GeometryBuffer;
  item: ItemState | null;
  view: View | null;
}

const isSame = (a: View, b: View) =>
  a.shift === b.shift &&
  a.uprightShare === b.uprightShare &&
  a.tiltDeg === b.tiltDeg &&
  a.distanceM === b.distanceM &&
  a.fill === b.fill;

/**
 * Lays items out for the instruments of one seed. Those that look at a piece one after the other, from the same place, share the work; what
 * they get is the same as if each did its own.
 */
export class Scenes {
  readonly #key: DrawKey;
  readonly #laid = new Map<number, Laid>();

  constructor(seed: number) {
    this.#key = poseKey(seed);
  }

  /** The item as `view` sees it in a frame of `size` px; it holds until the next call with this size. */
  at(item: ItemState, view: View, size: number): GeometryBuffer {
    const laid = kept(
      this.#laid,
      size,
      (side): Laid => ({ geometry: geometryBuffer(side), item: null, view: null }),
    );
    if (laid.item !== item || laid.view === null || !isSame(laid.view, view)) {
      layOut(laid.geometry, item, this.#key, view);
      laid.item = item;
      laid.view = view;
    }
    return laid.geometry;
  }
}
