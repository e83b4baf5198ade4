import type { Noise } from '../../../kernel/random/noise.ts';
import type { ItemState } from '../../../materials/item.ts';
import type { Look } from '../../../materials/material.ts';
import type { Mesh } from '../skin/mesh.ts';

/** What a good is built from: an empty mesh, its sizes, its look, and its own draws. */
export interface Order {
  readonly mesh: Mesh;
  readonly item: ItemState;
  readonly lengthM: number;
  readonly widthM: number;
  readonly thicknessM: number;
  readonly look: Look;
  readonly random: Noise;
  /** Sides of a round body. */
  readonly segments: number;
}

/** What a form makes of a blow: a body bends as its substance does, a skin creases, a ball is squeezed, cloth falls in waves. */
export type Crush = 'body' | 'skin' | 'ball' | 'soft' | 'none';

/** How a good can come to rest. */
export type Rest = 'round' | 'flat' | 'any';

/** What was built. */
export interface Built {
  readonly crush: Crush;
  /** `round`: it rolls about its axis and may stand; `flat`: one of two sides up; `any`: on whatever side. */
  readonly rest: Rest;
}

/** In frames of few sides a body shows no rib of its skin: they would be less than a pixel wide. */
export function isCoarse({ segments }: Order): boolean {
  return segments <= 12;
}

/** A number between two. */
export function between(random: Noise, low: number, high: number): number {
  return low + (high - low) * random.next();
}

/** True with a probability. */
export function chance(random: Noise, p: number): boolean {
  return random.next() < p;
}
