import { drawKey, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import data from './metals.json' with { type: 'json' };
import type { Layer } from './reflection.ts';

type Range = readonly [number, number];

/** What a metal is to a coil; ranges of conductivity at 20 C and relative permeability. */
export interface Metal {
  readonly conductivitySPerM: Range;
  readonly relativePermeability: Range;
  readonly source: string;
}

interface MetalLayer {
  readonly metal: string;
  /** Absent: the wall of the item. */
  readonly thicknessM?: Range;
}

/** Layers of metal in one wall of a material, and the share of its items that hold them (1 where absent). */
interface Content {
  readonly layers: readonly MetalLayer[];
  readonly share?: number;
}

// JSON has no pairs, only lists.
export const metals = data.metals as unknown as Readonly<Record<string, Metal>>;
export const contents = data.materials as unknown as Readonly<Record<string, Content>>; // as above

/** The metal of a piece is the piece's own and not the sensor's, so no seed of a sensor names it. */
const pieceKey = drawKey(0, 0, 'sensing/inductive', 'metal');
/** Draws of one piece: presence, then thickness, conductivity and permeability of each layer. */
const DRAWS = 16;
/** The substance draw of a piece (about 1, 0.85-1.15) as an integer that tells pieces of one number in different worlds apart. */
const PIECE_STEPS = 0x4000000;

/** Metal eaten for each metre of corrosion product: rust fills about twice the room of its iron (memory). */
const EATEN = 0.5;
/** Relative rise of a metal's resistivity a kelvin at 20 C: copper 0.0039, aluminium 0.0040, iron 0.005-0.006, brass 0.002 (memory). */
const WARMING_PER_K = 0.004;
const ROOM_K = 293.15;

/** The layers of metal in the wall that lies nearest to the coil, nearest first; empty for what holds no metal. */
export function layersOf(item: ItemState): readonly Layer[] {
  const content = contents[item.materialId];
  if (content === undefined) return [];
  const first = Math.floor(item.alphaScale * PIECE_STEPS) * DRAWS;
  const draw = (index: number) => uniformAt(pieceKey, item.itemId, (first + index) >>> 0);
  if (draw(0) >= (content.share ?? 1)) return [];
  const wallM = item.thicknessM - EATEN * item.corrosionUm * 1e-6;
  const warm = 1 + WARMING_PER_K * (item.tempK - ROOM_K);
  const layers: Layer[] = [];
  content.layers.forEach(({ metal, thicknessM }, i) => {
    const { conductivitySPerM, relativePermeability } = metals[metal]!;
    const thickness = thicknessM ? between(thicknessM, draw(3 * i + 1)) : wallM;
    if (thickness <= 0) return;
    layers.push({
      thicknessM: thickness,
      conductivitySPerM: between(conductivitySPerM, draw(3 * i + 2)) / warm,
      relativePermeability: between(relativePermeability, draw(3 * i + 3)),
    });
  });
  return layers;
}

/** A value of a range of positive numbers, evenly in the logarithm. */
function between([low, high]: Range, share: number): number {
  return low * Math.exp(share * Math.log(high / low));
}
