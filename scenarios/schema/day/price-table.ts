import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { generalPrices, type PriceTable } from '../../../sim/accounts/price-table.ts';
import { any, positive } from '../reading/fields.ts';
import { checked } from '../reading/merge.ts';
import { readSource } from '../reading/source.ts';

const price = z
  .strictObject({
    per: z.enum(['t', 'kg', 'piece', 'kWh', 'h']).describe('what one pays for'),
    lo: any('lowest that is plausible, in the currency of the table'),
    typ: any('what is paid; negative = the site pays'),
    hi: any('highest that is plausible'),
    source: z.string().min(1).describe('where it was read'),
    doubt: z.enum(['read', 'derived', 'memory']).describe('how far the source carries'),
  })
  .refine(({ lo, typ, hi }) => lo <= typ && typ <= hi, 'must ascend from lo over typ to hi')
  .describe('one price');

export const moneyFields = {
  country: z.string().min(1).describe('where these prices are paid'),
  year: z.int().min(1990).max(2100).describe('when they are paid'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters, such as GBP')
    .describe('currency of the table'),
  eurPerUnit: positive('EUR for one of its currency'),
  vat: z.enum(['excluded', 'included']).describe('whether amounts hold value-added tax'),
};

const tableSchema = z.strictObject({
  about: z.string().min(1).describe('what these prices are'),
  ...moneyFields,
  prices: z
    .record(z.string(), price)
    .refine(
      (prices) => generalPrices.every((name) => Object.hasOwn(prices, name)),
      `must hold ${generalPrices.join(', ')} beside its grades`,
    )
    .describe('prices by grade; residue, mains and sorter beside them'),
}) satisfies z.ZodType<PriceTable>;

/** The folder of the price tables that come with looptwin. */
const tablesFolder = fileURLToPath(new URL('../../../sim/accounts/price-tables/', import.meta.url));

/** Names of the price tables that come with looptwin, sorted. */
export function priceTableNames(): string[] {
  return readdirSync(tablesFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .sort();
}

/** A table of one's own is given by its path, one that comes with looptwin by its name. */
const isPath = (nameOrPath: string): boolean => /[\\/]|\.(ya?ml|json)$/.test(nameOrPath);

/** Where a price table lies; undefined if there is none. A path is seen from each of the folders in turn. */
export function findPriceTable(nameOrPath: string, folders: readonly string[]): string | undefined {
  const places = isPath(nameOrPath)
    ? folders.map((folder) => resolve(folder, nameOrPath))
    : [join(tablesFolder, `${nameOrPath}.json`)];
  return places.find((path) => existsSync(path));
}

/** Reads the price table at a path. Throws InputError with everything that is wrong with it, by file and line. */
export function readPriceTable(path: string, cwd: string): PriceTable {
  const source = readSource(path, cwd, {
    what: 'price table',
    cure: 'Start from a copy of sim/accounts/price-tables/united-kingdom-2025.json',
  });
  return checked({ value: source.value, chain: [source], settings: [] }, tableSchema, () => []);
}
