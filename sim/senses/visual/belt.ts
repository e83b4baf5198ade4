import { grains, lumps, TEXELS } from '../form/noise.ts';

/** What lies below a thing: a woven, stained belt, or a smooth board. */

/** One look's ground. */
export interface Belt {
  readonly reflectance: number;
  /** Brightness about 1, [TEXELS]. */
  readonly tile: Float32Array;
  /** Tile column of each pixel of a row, and where the tile begins at this look, texels. */
  readonly columns: Int32Array;
  readonly offset: number;
}

/** Weave and stains of the belt: its brightness runs from 0.82 to 1.18 of the mean (choice, by eye). */
const BELT = { weave: 0.2, stains: 0.16 } as const;

/** Brightness of a belt with its weave and stains; `texture`: 1 = a fabric belt, 0 = a smooth board. */
export function beltTile(texture: number): Float32Array {
  const base = 1 - 0.5 * texture * (BELT.weave + BELT.stains);
  return Float32Array.from(
    { length: TEXELS },
    (_, i) => base + texture * (BELT.weave * grains[i]! + BELT.stains * lumps[i]!),
  );
}
