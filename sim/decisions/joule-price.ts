import type { SortView } from '../ports.ts';
import { bestOutput, passEur } from './expected-value.ts';

/** Gains that a price is read from: the stream of the last chances. */
const window = 200;

/** A price is read anew once a minute of the day. */
const refreshUs = 60e6;

/** One price a robot. */
export class JoulePrices {
  readonly #byRobot = new Map<string, JoulePrice>();

  /** EUR that a joule will be worth to the robot of a view over the rest of its day; takes note of what it is shown. */
  eurPerJ(view: SortView): number {
    let price = this.#byRobot.get(view.robotId);
    if (price === undefined) {
      price = new JoulePrice();
      this.#byRobot.set(view.robotId, price);
    }
    return price.see(view);
  }
}

/**
 * The shadow value of a battery: the dual of its energy in the program that picks, of the chances still to come, those of the
 * highest gain until joules are used up. With charge, forecast sun and standby for n picks and m chances expected at the present
 * rate, the best n of m are taken; a further joule would buy a share of the next best, so it is worth the (1 - n/m) quantile of
 * the gains over the joules of a pick, and nothing where joules are enough for all. Each item counts once, at its first look.
 */
class JoulePrice {
  readonly #gains: number[] = [];
  #chances = 0;
  #firstUs = -1;
  #untilUs = -1;
  #eurPerJ = 0;

  see(view: SortView): number {
    const { timeUs } = view;
    if (this.#firstUs < 0) this.#firstUs = timeUs;
    if (view.looks === 1) this.#note(bestOutput(view).eur - passEur(view));
    if (timeUs >= this.#untilUs) {
      this.#untilUs = timeUs + refreshUs;
      this.#eurPerJ = this.#dual(view);
    }
    return this.#eurPerJ;
  }

  #note(gainEur: number): void {
    if (gainEur <= 0) return;
    this.#gains[this.#chances % window] = gainEur;
    this.#chances += 1;
  }

  #dual({ timeUs, dayLeftUs, chargeJ, stopJ, forecastJ, standbyJ, pick }: SortView): number {
    const elapsedUs = Math.max(refreshUs, timeUs - this.#firstUs);
    const toCome = (this.#chances * dayLeftUs) / elapsedUs;
    const affordable = Math.max(0, chargeJ - stopJ + forecastJ - standbyJ) / pick.energyJ;
    if (this.#gains.length === 0 || affordable >= toCome) return 0;
    const sorted = [...this.#gains].sort((a, b) => b - a);
    const marginal = Math.min(sorted.length - 1, Math.floor((affordable / toCome) * sorted.length));
    return sorted[marginal]! / pick.energyJ;
  }
}
