import { relative } from 'node:path';
import { eurOf, isByMass, type Money, type PriceTable } from '../../../sim/accounts/price-table.ts';
import { depotPrices } from '../../../sim/site/depot.ts';
import type { Picker } from '../../../sim/site/reference.ts';
import type { EconomySpec, OutputSpec, ResidueSpec } from '../../../sim/world.ts';
import { InputError } from '../../errors.ts';
import type { SettingProblem } from '../reading/path.ts';
import { findPriceTable, priceTableNames, readPriceTable } from './price-table.ts';

/** What of a scenario is paid: numbers in EUR, or left to its price table. */
interface Unpriced {
  readonly prices: string;
  readonly money: Money | null;
  readonly outputs: readonly UnpricedOutput[];
  readonly residue: Omit<ResidueSpec, 'costEurPerKg'> & { readonly costEurPerKg: number | null };
  readonly economy: Omit<EconomySpec, 'mainsEurPerKWh'> & { readonly mainsEurPerKWh: number | null };
  readonly picker: Omit<Picker, 'eurPerHour'> & { readonly eurPerHour: number | null };
}

type UnpricedOutput = Omit<OutputSpec, 'tiers'> & { readonly tiers: readonly UnpricedTier[] };

interface UnpricedTier {
  readonly minPurity: number;
  readonly priceEurPerKg?: number | undefined;
  readonly grade?: string | undefined;
  /** Of the price of the grade; default 1. */
  readonly share?: number | undefined;
}

/** The same with every price as a number. */
export interface Priced {
  readonly money: Money;
  readonly outputs: readonly OutputSpec[];
  readonly residue: ResidueSpec;
  readonly economy: EconomySpec;
  readonly picker: Picker;
}

/** A price table as far as it could be read. */
interface ReadTable {
  readonly table: PriceTable;
  readonly problems: readonly SettingProblem[];
  /** What is wrong within the file of the table. */
  readonly broken?: InputError;
}

function tableOf(name: string, folders: readonly string[]): ReadTable {
  const path = findPriceTable(name, folders);
  if (path === undefined) {
    const known = priceTableNames();
    const cure = `Known: ${known.join(', ')}. A table of your own is given by its path: ./prices.yaml`;
    const problem = { path: ['prices'], message: 'no such price table', got: name, cure, known };
    return { table: depotPrices, problems: [problem] };
  }
  try {
    return { table: readPriceTable(path, folders.at(-1) ?? ''), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { table: depotPrices, problems: [], broken: error };
  }
}

/** EUR per kg of a tier, or what is wrong with it at `path`. */
function tierEur(
  { grade, share = 1, priceEurPerKg }: UnpricedTier,
  { table, name }: { readonly table: PriceTable; readonly name: string },
  path: SettingProblem['path'],
): number | SettingProblem {
  if (priceEurPerKg !== undefined) return priceEurPerKg;
  const grades = Object.keys(table.prices).filter((one) => isByMass(table.prices[one] as never));
  if (grade === undefined)
    return {
      path,
      message: 'needs priceEurPerKg or grade',
      cure: 'Write grade: pp, or priceEurPerKg: 0.15',
    };
  const price = table.prices[grade];
  const at = { path: [...path, 'grade'], got: grade };
  if (price === undefined) {
    const message = `the price table ${name} has no such grade`;
    return { ...at, message, cure: `Known: ${grades.join(', ')}`, known: grades };
  }
  if (!isByMass(price))
    return { ...at, message: `is paid by the ${price.per}, and a bale by mass`, cure: 'Name another grade' };
  return share * eurOf(table, grade);
}

/**
 * The scenario with the prices of its table in the place of what it leaves open; what is wrong with these; and what is wrong
 * within the table's own file. The path of a table is seen from each of `folders` in turn, the last of which is the working folder.
 */
export function withPrices<S extends Unpriced>(
  scenario: S,
  folders: readonly string[],
): {
  readonly scenario: Omit<S, keyof Priced> & Priced;
  readonly problems: readonly SettingProblem[];
  readonly broken: InputError | undefined;
} {
  const { prices: name, residue, economy, picker } = scenario;
  const { table, problems: missing, broken } = tableOf(name, folders);
  const problems = [...missing];
  const priced = (tier: UnpricedTier, path: SettingProblem['path']): OutputSpec['tiers'][number] => {
    const found = tierEur(tier, { table, name }, path);
    if (typeof found !== 'number') problems.push(found);
    const priceEurPerKg = typeof found === 'number' ? found : 0;
    const { share = 1, ...rest } = tier;
    return { ...rest, ...(tier.grade === undefined || share === 1 ? {} : { share }), priceEurPerKg };
  };
  const outputs = scenario.outputs.map((output, i) => ({
    ...output,
    tiers: output.tiers.map((tier, k) => priced(tier, ['outputs', i, 'tiers', k])),
  }));
  const { country, year, currency, eurPerUnit, vat } = table;
  const isOwn = /[\\/]/.test(name);
  const found = isOwn ? findPriceTable(name, folders) : undefined;
  return {
    scenario: {
      ...scenario,
      ...(found === undefined ? {} : { prices: `./${relative(process.cwd(), found)}` }),
      money: scenario.money ?? { country, year, currency, eurPerUnit, vat },
      outputs,
      residue: { ...residue, costEurPerKg: residue.costEurPerKg ?? eurOf(table, 'residue') },
      economy: { ...economy, mainsEurPerKWh: economy.mainsEurPerKWh ?? eurOf(table, 'mains') },
      picker: { ...picker, eurPerHour: picker.eurPerHour ?? eurOf(table, 'sorter') },
    },
    problems: broken === undefined ? problems : [],
    broken,
  };
}
