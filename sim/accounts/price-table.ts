/** What one thing is paid in a country and year, in the money of its table; `lo` and `hi` span what was read of other times. */
export interface PriceRange {
  readonly per: 't' | 'kg' | 'piece' | 'kWh' | 'h';
  readonly lo: number;
  readonly typ: number;
  readonly hi: number;
  readonly source: string;
  /** How far the source carries: read = read in the named page; derived = computed from it; memory = from memory. */
  readonly doubt: 'read' | 'derived' | 'memory';
}

/** What the amounts of a scenario are worth: euros at the prices of a country and year. */
export interface Money {
  readonly country: string;
  readonly year: number;
  /** Currency of the table, and what one of it is in EUR: amounts of a scenario are EUR. */
  readonly currency: string;
  readonly eurPerUnit: number;
  readonly vat: 'excluded' | 'included';
}

/** Prices of one country and year by grade; beside the bales stand the fee for residue, power from the mains and a sorter's hour. */
export interface PriceTable extends Money {
  readonly about: string;
  readonly prices: Readonly<Record<string, PriceRange>>;
}

/** Names that every table holds beside its grades. */
export const generalPrices = ['residue', 'mains', 'sorter'] as const;

/** True for what is paid by mass, which bales are. */
export const isByMass = ({ per }: PriceRange): boolean => per === 't' || per === 'kg';

/** EUR per kilogram, piece, kilowatt-hour or hour. Throws with the names that the table knows. */
export function eurOf(table: PriceTable, name: string): number {
  const price = table.prices[name];
  if (price === undefined) {
    const known = Object.keys(table.prices).join(', ');
    throw new Error(`prices: ${table.country} ${table.year} has no price of ${name}; known: ${known}`);
  }
  return (price.typ * table.eurPerUnit) / (price.per === 't' ? 1000 : 1);
}
