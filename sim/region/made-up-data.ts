import data from './made-up-data.json' with { type: 'json' };

/** Money and carbon of one kilogram of a class. EUR of about 2024; kgCO2e cradle to gate. */
export interface Economy {
  readonly virginEurPerKg: number;
  readonly virginKgCo2ePerKg: number;
  readonly recycledKgCo2ePerKg: number;
  /** A bale that meets its specification. */
  readonly baleEurPerKg: number;
}

const byClass: Readonly<Record<string, Economy>> = data.byClass;

/** Economy of a class. */
export function economyOf(klass: string): Economy {
  return byClass[klass] ?? data.otherwise;
}

/** Classes that a reprocessor of the made-up region takes. */
export const reprocessedClasses: readonly string[] = Object.keys(byClass);

/** Mean life in use in days by the kind of use that an item is made for: from memory. */
export const lifeByUse: Readonly<Record<string, number>> = data.lifeByUse;
