import data from './carbon.json' with { type: 'json' };

/**
 * Emission factors with their boundary; sources stand in the data, tCO2e per US short ton.
 * WARM compares two fates of the same kilogram (avoided production inside), the Hub is an inventory (no avoided
 * production): both are right, adding them is wrong by up to 10 tCO2e/t.
 */
export type Fate = 'recycled' | 'landfilled' | 'combusted';

/** kgCO2e per kg of accepted mass, with what makes two factors addable: the same boundary. */
export interface CarbonFactor {
  readonly kgCo2ePerKg: number;
  readonly boundary: string;
  readonly version: string;
  readonly year: number;
}

/** 1 per US short ton = 1.10231 per tonne (907.185 kg). */
export const perShortTonToPerTonne = 1000 / 907.185;

const warm = data.warm.factors;
const hub = data.hub.factors;

export type CarbonMaterial = keyof typeof warm;
export const carbonMaterials = Object.keys(warm) as readonly CarbonMaterial[];

/** WARM factor of a fate, kgCO2e/kg. Throws where WARM has none (recycled LDPE film). */
export function warmFactor(material: CarbonMaterial, fate: Fate): CarbonFactor {
  const perShortTon = warm[material][fate];
  if (perShortTon === null) throw noFactor('WARM', material, fate);
  return {
    kgCo2ePerKg: perShortTon * perShortTonToPerTonne,
    boundary: 'WARM: end of life with avoided production',
    version: fate === 'recycled' ? 'v16' : 'v15',
    year: fate === 'recycled' ? 2023 : 2020,
  };
}

/** Emission Factors Hub, kgCO2e/kg: inventory boundary. Throws where the hub has none. */
export function hubFactor(material: keyof typeof hub, fate: Fate): CarbonFactor {
  const perShortTon = hub[material][fate];
  if (perShortTon === null) throw noFactor('Emission Factors Hub', material, fate);
  return {
    kgCo2ePerKg: perShortTon * perShortTonToPerTonne,
    boundary: 'EPA hub: inventory without avoided production',
    version: '2024',
    year: 2024,
  };
}

/** a + b. Throws when the boundaries differ. */
export function addFactors(a: CarbonFactor, b: CarbonFactor): CarbonFactor {
  if (a.boundary !== b.boundary) {
    throw new Error(
      `carbon: factors of different boundaries cannot be added, got "${a.boundary}" and "${b.boundary}"; ` +
        'report them side by side or convert one of them',
    );
  }
  const version = a.version === b.version ? a.version : `${a.version}, ${b.version}`;
  return { ...a, kgCo2ePerKg: a.kgCo2ePerKg + b.kgCo2ePerKg, version, year: Math.max(a.year, b.year) };
}

/** WARM is a comparison: what a kilogram saves when it is given `fate` instead of landfill. Negative = avoided. */
export function againstLandfill(material: CarbonMaterial, fate: Fate): CarbonFactor {
  const landfill = warmFactor(material, 'landfilled');
  return addFactors(warmFactor(material, fate), { ...landfill, kgCo2ePerKg: -landfill.kgCo2ePerKg });
}

function noFactor(table: string, material: string, fate: Fate): Error {
  return new Error(
    `carbon: ${table} has no factor for ${material} ${fate}; choose another fate or give a factor with its own boundary`,
  );
}
