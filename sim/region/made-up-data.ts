/** Money and carbon of one kilogram of a class. EUR of about 2024; kgCO2e cradle to gate. */
export interface Economy {
  readonly virginEurPerKg: number;
  readonly virginKgCo2ePerKg: number;
  readonly recycledKgCo2ePerKg: number;
  /** A bale that meets its specification. */
  readonly baleEurPerKg: number;
}

/**
 * From memory, orders of magnitude: eco-profiles of plastics makers (polymers 1.6-3.5 kgCO2e/kg), world steel (2.2) and
 * aluminium (about 12) averages, container glass 0.9, paper 1.0; bale prices as in accounts/prices.ts at 0.92 EUR/USD.
 * They make a made-up region plausible; a real one states its own.
 */
const byClass: Readonly<Record<string, Economy>> = {
  PET: economy(1.2, 2.2, 0.5, 0.37),
  HDPE: economy(1.2, 1.9, 0.4, 0.87),
  LDPE: economy(1.3, 2.1, 0.5, 0.37),
  PP: economy(1.2, 1.7, 0.4, 0.15),
  PS: economy(1.5, 2.3, 0.5, 0.15),
  ABS: economy(2.0, 3.1, 0.7, 0.3),
  ALUMINIUM: economy(2.4, 12, 0.6, 1.54),
  STEEL: economy(0.8, 2.2, 0.5, 0.15),
  GLASS: economy(0.25, 0.9, 0.6, 0.03),
  CARDBOARD: economy(0.6, 1.0, 0.6, 0.1),
  PAPER: economy(0.8, 1.0, 0.6, 0.07),
  COPPER: economy(8, 4, 0.8, 5),
};

const otherwise = economy(1.5, 2.5, 0.8, 0.05);

function economy(virgin: number, virginCarbon: number, recycledCarbon: number, bale: number): Economy {
  return {
    virginEurPerKg: virgin,
    virginKgCo2ePerKg: virginCarbon,
    recycledKgCo2ePerKg: recycledCarbon,
    baleEurPerKg: bale,
  };
}

/** Economy of a class. */
export function economyOf(klass: string): Economy {
  return byClass[klass] ?? otherwise;
}

/** Classes that a reprocessor of the made-up region takes. */
export const reprocessedClasses: readonly string[] = Object.keys(byClass);

/** Mean life in use in days by the kind of use that an item is made for: from memory. */
export const lifeByUse: Readonly<Record<string, number>> = {
  kitchen: 45,
  'living-room': 1500,
  wear: 900,
  outdoor: 2500,
  street: 1200,
  vehicle: 3600,
};
