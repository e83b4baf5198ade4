import { eventOf, type WorldEvent } from '../../sim/record/event.ts';
import { fixtureDay } from './fixture-day.ts';

const row = (name: string, valueEur: number) => ({ name, valueEur, co2eKg: -3, regretEur: 9.5 - valueEur });
/** What a run says of itself; names are hostile. */
export const madeUpSummary = {
  ...{ finding: 'On this day <b>nothing</b> was lost.', boundEur: 9.5 },
  perceptions: [row('made up', 2), row('<img src=x>', 4)],
};

/** A day with its books: what is owed grows each minute. */
export function dayWithBooks(): WorldEvent[] {
  const day = fixtureDay(120);
  const last = day.at(-1)!;
  const books = (timeUs: number): WorldEvent => {
    const costEur = timeUs / 3.6e9;
    const valueEur = timeUs === last.timeUs ? 2 : 0.5 - costEur;
    const figures = { revenueEur: valueEur + costEur, costEur, valueEur };
    const flows = [
      { cause: 'sale pet', eur: figures.revenueEur },
      { cause: 'residue', eur: -costEur },
    ];
    return eventOf({ seq: 0, timeUs, phase: 3 }, 'accounts.state', 'site', {
      ...{ ...figures, co2eKg: -3 * costEur, energyJ: 1e5 * costEur, flows },
    });
  };
  const told = Array.from({ length: 60 }, (_, i) => books(i * 60e6 + 60e6)).filter(
    (e) => e.timeUs < last.timeUs,
  );
  const [first, ...rest] = [...day.slice(0, -1), ...told].sort((a, b) => a.timeUs - b.timeUs);
  return [first!, ...rest, books(last.timeUs), last].map((event, seq) => ({ ...event, seq }));
}
