/** Kinds of places in the order in which material goes through them, with their plural names and a colour each (Okabe and Ito 2008). */
export const kinds = {
  maker: { name: 'makers', colour: '#0072b2' },
  use: { name: 'in use', colour: '#56b4e9' },
  collection: { name: 'collection points', colour: '#e69f00' },
  sorting: { name: 'sorting sites', colour: '#cc79a7' },
  workshop: { name: 'repair shops', colour: '#009e73' },
  reprocessor: { name: 'reprocessors', colour: '#2f7d32' },
  market: { name: 'export market', colour: '#d55e00' },
  recovery: { name: 'energy recovery', colour: '#8c6239' },
  landfill: { name: 'landfill', colour: '#7a7f85' },
} as const;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

const isKind = (kind: string): kind is KindName => Object.hasOwn(kinds, kind);

/** Colour of a kind of place; grey for one that this version does not know. */
export const kindColour = (kind: string): string => (isKind(kind) ? kinds[kind].colour : '#7a7f85');
export const kindWord = (kind: string): string => (isKind(kind) ? kinds[kind].name : kind);

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const prices = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** A number with thousands marked: whole from 100 on, else with a tenth. */
export const amount = (value: number): string => (Math.abs(value) < 100 ? fine : whole).format(value || 0);
export const perKg = (eur: number): string => `EUR ${prices.format(eur)}/kg`;

/** EUR with its sign before, as much of it as one remembers. */
export const euros = (eur: number): string => `${eur < 0 ? '-' : ''}EUR ${roughly(Math.abs(eur))}`;

/** `1.2 million`, `34,500`, `67`: as much as one remembers. */
export function roughly(value: number): string {
  return Math.abs(value) >= 1e6 ? `${fine.format(value / 1e6)} million` : whole.format(value || 0);
}

/** Kilograms as kg or tonnes. */
export const mass = (kg: number): string =>
  Math.abs(kg) < 10_000 ? `${amount(kg)} kg` : `${amount(kg / 1000)} t`;

export const DAYS_PER_YEAR = 365;

/** `year 3, day 120`, counted from 1: the day that is over when so many whole days are. */
export function dateText(day: number): string {
  const last = Math.max(0, day - 1);
  const year = Math.floor(last / DAYS_PER_YEAR);
  return `year ${year + 1}, day ${Math.floor(last - year * DAYS_PER_YEAR) + 1}`;
}
