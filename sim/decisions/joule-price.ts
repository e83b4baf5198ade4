import type { SortView } from '../ports.ts';

/** Offers that a price is read from: the stream of the last ones. */
const window = 400;

/** A price is read anew once a minute of the day. */
const refreshUs = 60e6;

/** Something that joules can be spent on: a pick, a further look. */
export interface Offer {
  readonly gainEur: number;
  readonly energyJ: number;
}

/** One price a robot. */
export class JoulePrices {
  readonly #byRobot = new Map<string, JoulePrice>();

  /** EUR that a joule will be worth to the robot of a view over the rest of its day; takes note of what it is offered. */
  eurPerJ(view: SortView, offers: readonly Offer[]): number {
    let price = this.#byRobot.get(view.robotId);
    if (price === undefined) {
      price = new JoulePrice();
      this.#byRobot.set(view.robotId, price);
    }
    return price.see(view, offers);
  }
}

/**
 * The shadow value of a battery: the dual of its energy in the program that takes, of the offers still to come, those that gain
 * most by the joule until joules are used up. Offers come on as they did so far; joules are those of the charge above the stop
 * threshold and of the forecast sun, less what standing by takes. A further joule would buy a share of the first offer that is
 * left, so it is worth what that one gains by the joule, and nothing where joules are enough for all.
 */
class JoulePrice {
  readonly #offers: Offer[] = [];
  #count = 0;
  #firstUs = -1;
  #untilUs = -1;
  #eurPerJ = 0;

  see(view: SortView, offers: readonly Offer[]): number {
    const { timeUs } = view;
    if (this.#firstUs < 0) this.#firstUs = timeUs;
    for (const offer of offers) if (offer.gainEur > 0 && offer.energyJ > 0) this.#note(offer);
    if (timeUs >= this.#untilUs) {
      this.#untilUs = timeUs + refreshUs;
      this.#eurPerJ = this.#dual(view);
    }
    return this.#eurPerJ;
  }

  #note(offer: Offer): void {
    this.#offers[this.#count % window] = offer;
    this.#count += 1;
  }

  #dual({ timeUs, dayLeftUs, chargeJ, stopJ, forecastJ, standbyJ }: SortView): number {
    const elapsedUs = Math.max(refreshUs, timeUs - this.#firstUs);
    const toCome = (this.#count * dayLeftUs) / elapsedUs;
    const each = toCome / this.#offers.length;
    let leftJ = Math.max(0, chargeJ - stopJ + forecastJ - standbyJ);
    const byJoule = ({ gainEur, energyJ }: Offer) => gainEur / energyJ;
    for (const offer of [...this.#offers].sort((a, b) => byJoule(b) - byJoule(a))) {
      leftJ -= each * offer.energyJ;
      if (leftJ < 0) return byJoule(offer);
    }
    return 0;
  }
}
