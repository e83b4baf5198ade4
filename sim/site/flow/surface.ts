import { type DrawKey, drawKey, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../record/item-state.ts';
import type { FeedSpec } from '../../world.ts';

/** What a feed says of soil and water on its items; both absent = as their lives leave them. */
type SurfaceSpec = Pick<FeedSpec, 'soilTimes' | 'wetShare'>;

/** Thinnest film of water on a wet item and how many times as thick the thickest is: 24 to 219 um in seven pairs of Knaeps et al. 2021. */
const THINNEST_UM = 20;
const SPAN = 11;

/**
 * Soil and water on items as a feed brings them: every item with `soilTimes` as much soil as its life left on it (also beyond the
 * 50 g/m2 at which soil falls off by itself), and a share `wetShare` of all with a film of water, drawn whatever their lives were. The
 * same items are wet at a larger share too, and one that was wet by its life keeps the film that it had.
 */
export class Surfaces {
  readonly #spec: SurfaceSpec;
  readonly #draws: DrawKey;

  constructor(spec: SurfaceSpec, seed: number) {
    this.#spec = spec;
    this.#draws = drawKey(seed, 0, 'feed', 'wetness');
  }

  /** The item with the soil and water of this feed. */
  of(item: ItemState): ItemState {
    const { soilTimes, wetShare } = this.#spec;
    if (soilTimes === undefined && wetShare === undefined) return item;
    const soilGPerM2 = (soilTimes ?? 1) * item.soilGPerM2;
    return { ...item, soilGPerM2, waterFilmUm: this.#filmUm(item, wetShare) };
  }

  #filmUm({ itemId, waterFilmUm }: ItemState, wetShare: number | undefined): number {
    if (wetShare === undefined) return waterFilmUm;
    if (uniformAt(this.#draws, itemId, 0) >= wetShare) return 0;
    if (waterFilmUm > 0) return waterFilmUm;
    return THINNEST_UM * Math.exp(Math.log(SPAN) * uniformAt(this.#draws, itemId, 1));
  }
}
