import { minuteText } from '../clock.ts';
import { decimal, say } from '../language.ts';
import { differenceAt, type Pair } from '../recording/difference.ts';
import { euros } from '../words.ts';

/** By how much one day is ahead of the other at an instant, as page and picture say it. */
export interface Ahead {
  /** Rounded to cents; negative where the shown day is behind. */
  readonly eur: number;
  /** Both with their signs in front, so that ahead and behind are told without colour. */
  readonly money: string;
  readonly carbon: string;
  /** Who has earned more, and who has caused more, one sentence each. */
  readonly earned: string;
  readonly emitted: string;
}

const rounded = (amount: number): number => Math.round(amount * 100) / 100;

const signed = (text: string, amount: number): string =>
  amount === 0 ? text : `${amount < 0 ? '\u2212' : '+'}${text}`;

/** Mass of carbon dioxide to the hundredth of a kilogram, as two days are compared by. */
export const hundredths = (co2eKg: number): string => `${decimal(co2eKg, 2)} kgCO2e`;

/** By how much the shown day of a pair is ahead. */
export function aheadAt(pair: Pair, timeUs: number): Ahead {
  const { shown, beside } = pair;
  const difference = differenceAt(pair, timeUs);
  const [eur, co2eKg] = [rounded(difference.eur), rounded(difference.co2eKg)];
  const money = euros(Math.abs(eur), 2);
  const carbon = hundredths(Math.abs(co2eKg));
  const verb = eur > 0 ? 'more' : eur < 0 ? 'less' : 'same';
  const values = {
    shown: shown.started.data.perception,
    beside: beside.started.data.perception,
    clock: minuteText(shown.site.scene.startHour, timeUs),
    eur: money,
  };
  return {
    eur,
    money: signed(money, eur),
    carbon: signed(carbon, co2eKg),
    earned: say(timeUs >= shown.endUs ? `compare.end.${verb}` : `compare.at.${verb}`, values),
    emitted: say(co2eKg > 0 ? 'compare.emitted.more' : 'compare.emitted.less', { co2e: carbon }),
  };
}
