import { materialById } from '../../materials/catalogue.ts';
import raw from '../../materials/data/lw-emissivity.json' with { type: 'json' };
import type { ItemState } from '../../materials/item.ts';
import type { Material } from '../../materials/material.ts';
import type { ItemOptics } from '../optics/reflectance.ts';
import { soilCover } from '../optics/soil.ts';
import { wetCover } from '../optics/water.ts';

/** What heat and long-wave radiation meet in an item: all from its hidden state. */
export interface ThermalBody {
  /** 8-14 um; emissivity + transmittance + reflectance = 1. */
  readonly emissivity: number;
  readonly transmittance: number;
  /** rho cp, J/m3/K; m2/s; W s^0.5 / m2 / K. */
  readonly heatPerM3K: number;
  readonly diffusivity: number;
  readonly effusivity: number;
  /** One wall and the water on it. */
  readonly thicknessM: number;
  /** Share of the flash that the body takes up. */
  readonly absorptance: number;
  /** Contact resistance of an open glue line, m2 K / W. */
  readonly gapM2KPerW: number;
  /** Share of the area where the glue line is open. */
  readonly openShare: number;
  /** How far evaporation holds wet spots below the air, K, and the share of the area that they cover. */
  readonly evaporativeK: number;
  readonly wetShare: number;
}

const rows = raw.rows as Readonly<
  Record<string, { emissivity: readonly number[]; transmittance: readonly number[] }>
>;
const logThickness = raw.thicknessUm.map((d) => Math.log(d));

/** Emissivity and transmittance of a polymer slab from the computed table, linear in the logarithm of thickness. */
export function slabLongWave(row: string, thicknessM: number): { emissivity: number; transmittance: number } {
  const { emissivity, transmittance } = rows[row]!;
  const x = Math.log(Math.max(thicknessM * 1e6, 0.1));
  if (x <= logThickness[0]!) {
    const share = Math.exp(x - logThickness[0]!);
    return { emissivity: emissivity[0]! * share, transmittance: 1 - (1 - transmittance[0]!) * share };
  }
  let i = 1;
  while (i < logThickness.length - 1 && logThickness[i]! < x) i++;
  const t = Math.min(1, (x - logThickness[i - 1]!) / (logThickness[i]! - logThickness[i - 1]!));
  const mix = (values: readonly number[]) => values[i - 1]! + t * (values[i]! - values[i - 1]!);
  return { emissivity: mix(emissivity), transmittance: mix(transmittance) };
}

/** The same without a table: one absorption coefficient, surface reflection from the bulk emissivity. */
function plainLongWave(
  material: Material,
  thicknessM: number,
): { emissivity: number; transmittance: number } {
  const { emissivity, lwAbsorptionPerMm } = material.thermal;
  const r = 1 - emissivity;
  const t = Math.exp(-lwAbsorptionPerMm * thicknessM * 1000);
  return {
    emissivity: ((1 - r) * (1 - t)) / (1 - r * t),
    transmittance: ((1 - r) * (1 - r) * t) / (1 - r * r * t * t),
  };
}

/** Emissivity of metal oxides, 8-14 um (Cu2O 0.86, Fe2O3 0.88 from n,k; material table). */
const OXIDE_EMISSIVITY = 0.87;
/** Depth in um over which oxide takes over: emissivity of steel goes from 0.1 to 0.69-0.96 within tens of um (material table). */
const OXIDE_DEPTH_UM = 8;
/** Paint and print on metal: emissivity 0.92-0.94, 25/mm, about 8 um of ink (memory). */
const INK_UM = 8;
const LACQUER_PER_MM = 30;

/** A metal with its roughness, oxide, lacquer and print; opaque. */
function metalLongWave(item: ItemState, material: Material): { emissivity: number; transmittance: number } {
  const rough = material.thermal.emissivity * (1 + 0.5 * Math.log1p(item.roughnessUm));
  const oxide = 1 - Math.exp(-item.corrosionUm / OXIDE_DEPTH_UM);
  const bare = rough + (OXIDE_EMISSIVITY - rough) * oxide;
  const coated = (filmUm: number) => {
    const taken = 1 - Math.exp((-2 * LACQUER_PER_MM * filmUm) / 1000);
    return bare + (0.93 - bare) * taken;
  };
  const lacquered = coated(item.coatingUm);
  const printed = coated(item.coatingUm + INK_UM);
  const emissivity = lacquered + (printed - lacquered) * item.labelCover;
  return { emissivity: Math.min(0.96, emissivity), transmittance: 0 };
}

/** Soil and water lie on top: emissivities 0.93 and 0.985 (emissivity tables; Segelstein n,k). */
function covered(bare: { emissivity: number; transmittance: number }, item: ItemState) {
  const soil = item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0;
  const wet = item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0;
  const soiled = bare.emissivity + soil * (0.93 - bare.emissivity);
  return {
    emissivity: soiled + wet * (0.985 - soiled),
    transmittance: bare.transmittance * (1 - soil) * (1 - wet),
  };
}

/** Xenon flash: a 6500 K black body over 400-1100 nm on eight bands, weights sum to 1 (lamp shape from memory). */
const flashNm = Float64Array.of(400, 475, 550, 625, 700, 800, 925, 1075);
const flashWeight = [0.17, 0.17, 0.16, 0.14, 0.12, 0.1, 0.08, 0.06] as const;

/** Share of diffuse reflection that a fully rough metal shows to the optics module: undo it to get all reflected light. */
const METAL_DIFFUSE_SHARE = 0.75;

/** Share of the flash that stays in the item. Print takes half of what falls on it (estimate). */
function flashAbsorptance(item: ItemState, metal: boolean, itemOptics: ItemOptics): number {
  const flashR = new Float64Array(flashNm.length);
  const flashT = new Float64Array(flashNm.length);
  itemOptics.layer(metal ? { ...item, roughnessUm: 1000 } : item, flashNm, flashR, flashT);
  let taken = 0;
  for (let i = 0; i < flashNm.length; i++) {
    const surface = metal ? 0 : 0.04;
    const r = metal ? Math.min(0.97, flashR[i]! / METAL_DIFFUSE_SHARE) : flashR[i]!;
    taken += flashWeight[i]! * Math.max(0.01, 1 - surface - r - flashT[i]!);
  }
  const printed = taken + item.labelCover * (0.5 - taken);
  const soil = item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0;
  return printed + soil * (0.75 - printed);
}

/** Conductivity of still air, W/m/K (300 K, memory). */
const AIR_W_PER_M_K = 0.026;
/** Radiation across the cells of a foam, W/m/K (makes EPS 0.032, memory). */
const CELL_RADIATION_W_PER_M_K = 0.004;

/** Conductivity of a foam of a given share of solid (Glicksman's form, memory): 0.032 for EPS at 3 %. */
export function foamConductivity(solidWPerMK: number, relativeDensity: number): number {
  if (relativeDensity >= 0.95) return solidWPerMK;
  return (
    AIR_W_PER_M_K * (1 - relativeDensity) + 0.6 * solidWPerMK * relativeDensity + CELL_RADIATION_W_PER_M_K
  );
}

/** Heat capacity of water, J/kg/K, and how strongly bound water raises conductivity (wood: about 2 per kg/kg; memory). */
const WATER_J_PER_KG_K = 4186;
const MOIST_CONDUCTIVITY = 2;
/** Humidity of a sorting hall, and what of the wet-bulb depression is left beside radiation and the body's own heat (estimate: 2-6 K in still air). */
const HALL = { tempC: 20, rhPct: 50 } as const;
const EVAPORATIVE_SHARE = 0.55;

/** How far a wet surface without radiation stays below the air, K; tempC 0..40, rhPct 10..99 (fit of Stull 2011, J. Appl. Meteorol. Climatol. 50, 2267, to 1 K). */
export function wetBulbDepression(tempC: number, rhPct: number): number {
  const wet =
    tempC * Math.atan(0.151977 * Math.sqrt(rhPct + 8.313659)) +
    Math.atan(tempC + rhPct) -
    Math.atan(rhPct - 1.676331) +
    0.00391838 * rhPct * Math.sqrt(rhPct) * Math.atan(0.023101 * rhPct) -
    4.686035;
  return tempC - wet;
}

const WET_DEPRESSION_K = EVAPORATIVE_SHARE * wetBulbDepression(HALL.tempC, HALL.rhPct);

/** Share of the area where a glue line has opened: it opens in patches (choice: half of it at a gap of 100 um). */
const OPENED_UM = 144;

/** Heat and radiation properties of an item in its present state. */
export function thermalBody(item: ItemState, itemOptics: ItemOptics): ThermalBody {
  const material = materialById(item.materialId);
  const metal = material.optics.kind === 'metal';
  const { thermal } = material;
  const bare = metal
    ? metalLongWave(item, material)
    : thermal.lwTable
      ? slabLongWave(thermal.lwTable, item.thicknessM * item.relativeDensity)
      : plainLongWave(material, item.thicknessM * item.relativeDensity);
  const { emissivity, transmittance } = covered(bare, item);
  const u = item.moistureKgPerKg;
  const density = thermal.densityKgPerM3 * item.relativeDensity;
  const filmM = item.waterFilmUm * 1e-6;
  const dryHeat = density * (thermal.heatCapacityJPerKgK + u * WATER_J_PER_KG_K);
  const thicknessM = item.thicknessM + filmM;
  const heatPerM3K = (dryHeat * item.thicknessM + 1000 * WATER_J_PER_KG_K * filmM) / thicknessM;
  const conductivity =
    foamConductivity(thermal.conductivityWPerMK, item.relativeDensity) * (1 + MOIST_CONDUCTIVITY * u);
  return {
    emissivity,
    transmittance,
    heatPerM3K,
    diffusivity: conductivity / heatPerM3K,
    effusivity: Math.sqrt(conductivity * heatPerM3K),
    thicknessM,
    absorptance: flashAbsorptance(item, metal, itemOptics),
    gapM2KPerW: (item.delaminationUm * 1e-6) / AIR_W_PER_M_K,
    openShare: 1 - Math.exp(-item.delaminationUm / OPENED_UM),
    evaporativeK: item.waterFilmUm > 0 ? WET_DEPRESSION_K : 0,
    wetShare: item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0,
  };
}
