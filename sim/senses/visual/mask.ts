import type { ItemState } from '../../materials/item.ts';
import { type GeometryBuffer, geometryBuffer } from '../form/buffer.ts';
import { poseKey, viewOf } from '../form/pose.ts';
import { layOut } from '../form/scene.ts';
import type { CameraState } from './state.ts';

/** Draws where an item lies in the frames of a camera of the same seed. */
export class Masker {
  readonly #pose: ReturnType<typeof poseKey>;
  #geometry: GeometryBuffer | null = null;

  constructor(seed: number) {
    this.#pose = poseKey(seed);
  }

  /** [size, size]: 1 where the item covers at least half of the pixel, else 0. */
  mask(item: ItemState, camera: CameraState): Uint8Array {
    const { sizePx } = camera;
    if (this.#geometry?.size !== sizePx) this.#geometry = geometryBuffer(sizePx);
    layOut(this.#geometry, item, this.#pose, viewOf(camera));
    return Uint8Array.from(this.#geometry.cover, (cover) => (cover >= 0.5 ? 1 : 0));
  }
}
