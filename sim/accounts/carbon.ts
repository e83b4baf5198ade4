/**
 * Emission factors with their boundary. WARM v16 (recycled) as transcribed in public code citing the EPA PDF, WARM v15
 * (landfilled, combusted) from memory; EPA Emission Factors Hub as in atomic6-org/ghg feea44a. tCO2e per US short ton.
 * WARM compares two fates of the same kilogram (avoided production inside), the Hub is an inventory (no avoided
 * production): both are right, adding them is wrong by up to 10 tCO2e/t.
 */
export type Fate = 'recycled' | 'landfilled' | 'combusted';

export interface Factor {
  readonly kgCo2ePerKg: number;
  readonly boundary: string;
  readonly version: string;
  readonly year: number;
}

/** 1 per US short ton = 1.10231 per tonne (907.185 kg). */
export const perShortTonToPerTonne = 1000 / 907.185;

const warm = {
  'aluminium-cans': { recycled: -9.13, landfilled: 0.02, combusted: 0.03 },
  'steel-cans': { recycled: -1.83, landfilled: 0.02, combusted: -1.59 },
  glass: { recycled: -0.28, landfilled: 0.02, combusted: 0.03 },
  corrugated: { recycled: -3.14, landfilled: 0.18, combusted: -0.49 },
  newspaper: { recycled: -2.71, landfilled: -0.85, combusted: -0.56 },
  'mixed-paper': { recycled: -3.55, landfilled: 0.07, combusted: -0.49 },
  HDPE: { recycled: -0.76, landfilled: 0.02, combusted: 1.29 },
  PET: { recycled: -1.04, landfilled: 0.02, combusted: 1.24 },
  PP: { recycled: -0.79, landfilled: 0.02, combusted: 1.29 },
  'LDPE-film': { recycled: null, landfilled: 0.02, combusted: 1.29 },
} as const;

const hub = {
  'aluminium-cans': { recycled: 0.06, landfilled: 0.02, combusted: 0.01 },
  'steel-cans': { recycled: 0.32, landfilled: 0.02, combusted: null },
  glass: { recycled: 0.05, landfilled: 0.02, combusted: null },
  newspaper: { recycled: 0.02, landfilled: 0.35, combusted: null },
  HDPE: { recycled: 0.21, landfilled: 0.02, combusted: 2.8 },
  PET: { recycled: 0.23, landfilled: 0.02, combusted: 2.05 },
} as const;

export type CarbonMaterial = keyof typeof warm;
export const carbonMaterials = Object.keys(warm) as readonly CarbonMaterial[];

/** WARM factor of a fate, kgCO2e/kg. Throws where WARM has none (recycled LDPE film). */
export function warmFactor(material: CarbonMaterial, fate: Fate): Factor {
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
export function hubFactor(material: keyof typeof hub, fate: Fate): Factor {
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
export function addFactors(a: Factor, b: Factor): Factor {
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
export function againstLandfill(material: CarbonMaterial, fate: Fate): Factor {
  const landfill = warmFactor(material, 'landfilled');
  return addFactors(warmFactor(material, fate), { ...landfill, kgCo2ePerKg: -landfill.kgCo2ePerKg });
}

function noFactor(table: string, material: string, fate: Fate): Error {
  return new Error(
    `carbon: ${table} has no factor for ${material} ${fate}; choose another fate or give a factor with its own boundary`,
  );
}
