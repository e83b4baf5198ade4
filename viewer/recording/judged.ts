import { type EventOf, idOf } from '../../sim/record/event.ts';
import { countUntil } from './table/after.ts';

/** A sorting decision and what the hidden state says of it: `eur` = what it brought (best), or lost against the best (worst). */
export interface Judged {
  readonly timeUs: number;
  readonly itemId: number;
  readonly robot: string;
  readonly label: string;
  readonly chosen: string;
  readonly best: string;
  readonly eur: number;
}

/** The decisions that were the best or the worst of the day when they were made: few, so that any instant is found at once. */
export class Judgements {
  private readonly best: Judged[] = [];
  private readonly worst: Judged[] = [];

  add({ timeUs, data }: EventOf<'item.decided'>): void {
    const { itemId, by, seen, chosen, chosenEur, best } = data;
    if (chosen === 'look') return;
    const judged = { timeUs, itemId, robot: idOf(by), label: seen.label, chosen, best: best.action };
    if (chosenEur > (this.best.at(-1)?.eur ?? 0)) this.best.push({ ...judged, eur: chosenEur });
    const lostEur = chosenEur - best.valueEur;
    if (lostEur < (this.worst.at(-1)?.eur ?? 0)) this.worst.push({ ...judged, eur: lostEur });
  }

  /** The best and the worst decision up to an instant; undefined while there is none that gained or lost anything. */
  until(timeUs: number): { readonly best: Judged | undefined; readonly worst: Judged | undefined } {
    const last = (list: readonly Judged[]) => list[countUntil(list, timeUs, (j) => j.timeUs) - 1];
    return { best: last(this.best), worst: last(this.worst) };
  }
}
