import type { Shape } from '../../record/shape.ts';

/** How the goods of a shape lie and give way: what senses that see no picture need to know of a form. */
export interface Traits {
  /** 1 = a hollow round body, which touches the belt along a line only. */
  readonly round: number;
  /** How far crumpling bends it, 0 = stiff, 1 = as soft as film (estimates). */
  readonly soft: number;
}

const traits: Readonly<Record<Shape, Traits>> = {
  bottle: { round: 1, soft: 0.7 },
  cup: { round: 1, soft: 0.7 },
  can: { round: 1, soft: 0.6 },
  tube: { round: 1, soft: 0.05 },
  tray: { round: 0, soft: 0.6 },
  box: { round: 0, soft: 0.4 },
  film: { round: 0, soft: 1 },
  bag: { round: 0, soft: 1 },
  sheet: { round: 0, soft: 0.5 },
  block: { round: 0, soft: 0.05 },
  cloth: { round: 0, soft: 0.9 },
  part: { round: 0, soft: 0.02 },
  shard: { round: 0, soft: 0.05 },
};

/** The traits of a shape. */
export function traitsOf(shape: Shape): Traits {
  return traits[shape];
}
