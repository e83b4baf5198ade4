import type { Columns } from '../../report/columns.ts';
import { pricesText, shownDays, type Terms } from './economics.ts';

/** What an arm of one day says of money, mass and looks. */
export interface MoneyRow {
  readonly name: string;
  /** Of the whole run. */
  readonly valueEur: number;
  /** Of a working day; absent in runs from before there were longer ones: then the run is one. */
  readonly dayEur?: number | undefined;
  readonly eurPerTonne: number;
  readonly gainEur: number;
  readonly capitalEur: number;
  readonly npvEur: number;
  readonly paybackYears: number | null;
  readonly breakEvenPrices: number | null;
  readonly breakEvenWageEur: number | null;
  readonly sortedKgByHour: readonly number[];
  readonly looking: {
    readonly looksPerItem: number;
    readonly senseJPerItem: number;
    readonly inferJPerItem: number;
  };
}

/** A day's arms, and on what terms their money is meant. */
export interface MoneyDocument {
  readonly perceptions: readonly MoneyRow[];
  readonly money: Terms['investment'] & Pick<Terms, 'picker'> & { readonly runDays?: number | undefined };
  readonly startHour: number;
}

/** A number in a table, or a dash where there is none. */
export const orDash = (value: number | null, digits: number) =>
  value === null ? '-' : value.toFixed(digits);

/** What each arm earns and whether it pays: printed and in the report. */
export const moneyColumns: Columns<MoneyRow> = [
  ['arm', (p) => p.name],
  ['EUR a day', (p) => (p.dayEur ?? p.valueEur).toFixed(2)],
  ['EUR a tonne', (p) => p.eurPerTonne.toFixed(1)],
  ['gain EUR a day', (p) => p.gainEur.toFixed(2)],
  ['capital EUR', (p) => p.capitalEur.toFixed(0)],
  ['net present value EUR', (p) => p.npvEur.toFixed(0)],
  ['payback years', (p) => (p.paybackYears === null ? 'never' : p.paybackYears.toFixed(1))],
  ['pays at prices x', (p) => pricesText(p.breakEvenPrices, orDash(p.breakEvenPrices, 2))],
  ['and at a wage of', (p) => orDash(p.breakEvenWageEur, 2)],
  ['looks/item', (p) => p.looking.looksPerItem.toFixed(2)],
  ['sensing J/item', (p) => p.looking.senseJPerItem.toFixed(2)],
  ['thinking J/item', (p) => p.looking.inferJPerItem.toFixed(3)],
];

/** What is told of a day where a run is longer; nothing where it is one. */
export const meansText = (runDays: number): string =>
  runDays === 1
    ? ''
    : `A run has ${shownDays(runDays)} working days; what is told of a day is the mean over them. `;

/** Contract and floor, as far as they are paid; runs from before there were any paid none. */
export function keepText({
  contractEurPerYear = 0,
  floorM2 = 0,
  floorEurPerM2Year = 0,
}: Partial<Terms['investment']>) {
  const contract = contractEurPerYear > 0 ? `, a contract of EUR ${contractEurPerYear} a robot and year` : '';
  const floor = floorM2 > 0 ? `, ${floorM2} m2 of floor at EUR ${floorEurPerM2Year} a m2 and year` : '';
  return `${contract}${floor}`;
}

/** What the words of the table of money mean. */
export function moneyNote({ money, perceptions }: Pick<MoneyDocument, 'money' | 'perceptions'>): string {
  const { lifeYears, interest, daysPerYear, picker, runDays = 1 } = money;
  const unseen = perceptions[0]?.name ?? '';
  return (
    `${meansText(runDays)}Gains are against ${unseen}, on the same day. Money: EUR without VAT, ${lifeYears} years of ${daysPerYear} such days at ` +
    `${(100 * interest).toFixed(1)} % interest${keepText(money)}; a picker costs EUR ${picker.eurPerHour.toFixed(2)} an hour. Robots beat the picker ` +
    'where one costs more than "and at a wage of", EUR an hour.'
  );
}

const HOURS = 24;

/** What was sorted in each hour of the day: of a run of several days the mean over its working days. */
function byHourOfDay(kgByHour: readonly number[], runDays: number): number[] {
  const hours = Array.from({ length: Math.min(HOURS, kgByHour.length) }, () => 0);
  kgByHour.forEach((kg, hour) => {
    hours[hour % HOURS] = (hours[hour % HOURS] ?? 0) + kg / runDays;
  });
  return hours;
}

/** Mass that each arm puts into outputs, kg an hour, by hour of the day; of a longer run without the hours in which nobody sorts. */
export function hourlyTable(
  arms: readonly Pick<MoneyRow, 'name' | 'sortedKgByHour'>[],
  { startHour, runDays = 1 }: { readonly startHour: number; readonly runDays?: number | undefined },
): readonly [head: string[], rows: string[][]] {
  const told = arms.map(({ name, sortedKgByHour }) => ({ name, kg: byHourOfDay(sortedKgByHour, runDays) }));
  const hours = told[0]?.kg.map((_, hour) => hour) ?? [];
  const worked = runDays === 1 ? hours : hours.filter((hour) => told.some(({ kg }) => (kg[hour] ?? 0) > 0));
  const rows = told.map(({ name, kg }) => [name, ...worked.map((hour) => (kg[hour] ?? 0).toFixed(1))]);
  const head = `sorted kg ${runDays === 1 ? '' : 'a day '}in the hour from`;
  return [[head, ...worked.map((hour) => String((startHour + hour) % HOURS))], rows];
}
