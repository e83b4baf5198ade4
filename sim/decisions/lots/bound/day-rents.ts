import { addLooks, found } from '../found-looks.ts';
import { corners, masses } from '../mass-grid.ts';
import type { ItemRents } from './item-rents.ts';
import { type LotTable, lotTable, type PayingLot } from './lot-table.ts';
import type { SightedDay } from './sighted-day.ts';

type MadeRents = Pick<ItemRents, 'eur' | 'hurdles'>;

/** What all lots offer after one look. */
interface Offers {
  readonly sighted: SightedDay;
  readonly rung: number;
  readonly lots: readonly PayingLot[];
  /** By output: what a further look finds for it; and what it finds of rents. */
  readonly tables: readonly (LotTable | null)[];
  readonly means: Float64Array | null;
}

/**
 * Rents, by rung, at which each thing is worth as much as its rent and what that leaves to all lots together: where it is picked, what it is worth
 * to the second best of them; where looking on is best, what the best pick brings, or looking on without what it finds for lots; and else what is
 * left of this. Any rents from 0 on would do, with hurdles that add up to the rent less what a look is worth without what it finds for lots.
 */
export function rentsOf(sighted: SightedDay, lots: readonly PayingLot[]): ItemRents[] {
  const { sights } = sighted;
  const rungs: ItemRents[] = [];
  let tables: (LotTable | null)[] = lots.map(() => null);
  let means: Float64Array | null = null;
  for (let rung = sights.length - 1; rung >= 0; rung--) {
    const { count } = sights[rung]!;
    const size = count * (rung === 0 ? 1 : corners);
    const hurdles = lots.map(() => new Float64Array(means === null ? 0 : size));
    const made = { eur: new Float64Array(size), hurdles };
    const offers = { sighted, rung, lots, tables, means };
    if (rung === 0) firstRents(made, offers);
    else laterRents(made, offers);
    const rents = { ...made, leastHurdles: hurdles.map((eur) => leastOf(eur, count)) };
    rungs[rung] = rents;
    if (rung === 0) break;
    means = meansOf(rents.eur, sighted);
    tables = lots.map((lot, o) => lotTable(sighted, rents, rung, lot, tables[o]!));
  }
  return rungs;
}

/** Rents after the first look, of each item as it is. */
function firstRents(rents: MadeRents, { sighted, lots, tables, means }: Offers): void {
  const { day, sights, accepted, places, eurPerJ } = sighted;
  const [picks, finds] = [new Float64Array(lots.length), new Float64Array(lots.length)];
  for (let i = 0; i < day.massKg.length; i++) {
    if (day.holds[i] === 0) continue;
    lots.forEach(({ line }, o) => {
      const eur = sighted.brought(line, accepted[0]![o]![i]!, day.massKg[i]!);
      picks[o] = eur - eurPerJ * day.pickJ[i]!;
      if (means !== null) finds[o] = found(tables[o]!.eur, sights[0]!, places, i);
    });
    const look = means === null ? null : found(means, sights[0]!, places, i) - sighted.lookEur(0);
    setRent(rents, i, picks, finds, look);
  }
}

/** Rents after a later look, at each corner. */
function laterRents(rents: MadeRents, { sighted, rung, lots, tables, means }: Offers): void {
  const { sights, accepted, pickEur } = sighted;
  const spreads = lots.map(({ line }) => sighted.spreadsOf(line));
  const rows = lots.map(() => new Float64Array(corners));
  const mean = new Float64Array(corners);
  const [picks, finds] = [new Float64Array(lots.length), new Float64Array(lots.length)];
  for (let i = 0; i < sights[rung]!.count; i++) {
    if (means !== null) {
      addLooks(mean.fill(-sighted.lookEur(rung)), means, sights[rung]!, i);
      for (let o = 0; o < lots.length; o++) addLooks(rows[o]!.fill(0), tables[o]!.eur, sights[rung]!, i);
    }
    for (let corner = 0; corner < corners; corner++) {
      const [g, joulesEur] = corner < masses ? [corner, pickEur[0]] : [corner - masses, pickEur[1]];
      for (let o = 0; o < lots.length; o++) {
        const p = accepted[rung]![o]![i]!;
        picks[o] = sighted.broughtAt(lots[o]!.line, spreads[o]!, p, g) - joulesEur;
        finds[o] = rows[o]![corner]!;
      }
      setRent(rents, i * corners + corner, picks, finds, means === null ? null : mean[corner]!);
    }
  }
}

/** [items] the least of the values of each. */
function leastOf(values: Float64Array, items: number): Float64Array {
  const each = values.length / items;
  return Float64Array.from({ length: items }, (_, i) => {
    let least = Infinity;
    for (let at = i * each; at < (i + 1) * each; at++) least = Math.min(least, values[at]!);
    return least;
  });
}

/** [labels, corners] the mean rent of things that look like those of a label. */
function meansOf(eur: Float64Array, { day, later: { label, perLabel } }: SightedDay): Float64Array {
  const means = new Float64Array(day.labels * corners);
  label.forEach((k, i) => {
    if (k < 0) return;
    for (let corner = 0; corner < corners; corner++)
      means[k * corners + corner]! += eur[i * corners + corner]! / perLabel[k]!;
  });
  return means;
}

/** Sets the rent of one place; `lookEur` is what a look is worth without what it finds for lots, null after the last look. */
function setRent(
  { eur, hurdles }: MadeRents,
  at: number,
  picks: Float64Array,
  finds: Float64Array,
  lookEur: number | null,
): void {
  let [best, first, second] = [0, -1, 0];
  for (let o = 0; o < picks.length; o++) {
    if (picks[o]! > best) [best, first, second] = [picks[o]!, o, best];
    else if (picks[o]! > second) second = picks[o]!;
  }
  eur[at] = second;
  if (lookEur === null) return;
  let all = 0;
  for (const x of finds) all += x;
  const share = (o: number) => (all > 0 ? finds[o]! / all : 1 / finds.length);
  const look = lookEur + all;
  if (look > best) {
    eur[at] = Math.max(best, lookEur);
    for (let o = 0; o < finds.length; o++) hurdles[o]![at] = share(o) * (eur[at]! - lookEur);
    return;
  }
  // Looking on is left alone: what it would find for a lot does not exceed its hurdle.
  eur[at] = first >= 0 ? Math.max(second, look - finds[first]!) : Math.max(0, lookEur);
  const spare = eur[at]! - look;
  for (let o = 0; o < finds.length; o++)
    hurdles[o]![at] = finds[o]! + (first < 0 ? share(o) * spare : o === first ? spare : 0);
}
