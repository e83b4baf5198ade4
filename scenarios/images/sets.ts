import { makeItem } from '../../sim/materials/item.ts';
import { Camera } from '../../sim/senses/visual/camera.ts';
import { cameraBefore } from '../../sim/senses/visual/state.ts';
import { cropped } from './crop.ts';
import type { PhotoClass } from './folder.ts';
import { readPhoto } from './photo.ts';

/** Pictures with a class each, cut out and brought to one size. */
export interface Pictures {
  readonly side: number;
  readonly values: readonly Uint8Array[];
  /** Number of the class of each. */
  readonly classes: readonly number[];
}

/** A frame is rendered this much larger than it is shown to a network, then cut out as a photograph is. */
const RENDER = 1.5;

/** All photographs of the classes. */
export function photographs(classes: readonly PhotoClass[], side: number): Pictures {
  const rows = classes.flatMap(({ files }, code) => files.map((file) => ({ file, code })));
  return {
    side,
    values: rows.map(({ file }) => cropped(readPhoto(file, file), side)),
    classes: rows.map(({ code }) => code),
  };
}

/** Frames of the classes' materials in turn, `perClass` of each class; `firstId`: no two sets may share a piece. */
export function renders(
  classes: readonly PhotoClass[],
  perClass: number,
  side: number,
  background: number,
  seed: number,
  firstId: number,
): Pictures {
  const size = Math.round(RENDER * side);
  const camera = cameraBefore(background, size);
  const eye = new Camera(seed);
  const values: Uint8Array[] = [];
  const codes: number[] = [];
  for (let n = 0; n < perClass; n++) {
    classes.forEach(({ materials }, code) => {
      const itemId = firstId + values.length;
      const materialId = materials[n % materials.length] ?? '';
      const item = makeItem({ seed, itemId, materialId, state: Math.floor(n / materials.length) % STATES });
      values.push(cropped({ width: size, height: size, rgb: eye.render(item, camera) }, side));
      codes.push(code);
    });
  }
  return { side, values, classes: codes };
}

/** Household waste is little aged: states 0 to 5 of the ten. */
const STATES = 6;

/** Some rows of pictures. */
export function some({ side, values, classes }: Pictures, keep: (row: number) => boolean): Pictures {
  return { side, values: values.filter((_, i) => keep(i)), classes: classes.filter((_, i) => keep(i)) };
}
