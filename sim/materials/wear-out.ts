import { drawKey, normalAt, uniformAt } from '../kernel/random/random.ts';
import type { ItemState, SoilType } from '../record/item-state.ts';
import { type Doses, type Drive, damageOf, lawsOf, type PerDrive, perDrive } from './kinetics.ts';
import { GAS_J_PER_MOL_K, type Law, REFERENCE_TEMP_K, REFERENCE_UV_W_PER_M2, stateAt } from './laws.ts';
import type { Material } from './material.ts';
import { equilibriumMoisture, relaxMoisture } from './moisture.ts';
import { type Stay, YEAR_S } from './stay.ts';
import { sunFields, useFields } from './weathering.ts';

/** What the doses have made of the body: the irreversible half of the state. */
function damageFields(
  body: ItemState,
  material: Material,
  doses: Doses,
  sensitivities: PerDrive,
  { sunYears, soilType }: Pick<ItemState, 'sunYears' | 'soilType'>,
) {
  const laws = lawsOf(material);
  const place = (drive: Drive) => laws.findIndex((law) => law.drives === drive);
  const dose = perDrive((drive) => doses[place(drive)] ?? 0);
  const state = perDrive((drive) => {
    const law = laws[place(drive)];
    return law ? stateAt(law, dose[drive]) : 0;
  });
  const { look } = material;
  const { wear, corrosion: corrosionUm } = state;
  const oxidation = Math.min(1.2, state.oxidation);
  // Cracks open in the second half of embrittlement (material table: PP crazes, then chalks).
  const brittle = Math.max(0, Math.min(1, 2 * oxidation - 0.8));
  const aged = { oxidation, wear };
  const { crackFactor, ...sun } = sunFields(body, material, sunYears, sensitivities.oxidation, aged);
  return {
    oxidation,
    ...sun,
    ...useFields(body, look, wear, soilType, brittle),
    lignin: 1 - state.greying,
    crackPerMm: look.cracksAtEndPerMm * brittle * crackFactor,
    // What body and wear let through unspread multiplies.
    haze: 1 - (1 - body.bodyHaze) * (1 - look.hazeAtEnd * wear),
    wear,
    roughnessUm: body.freshRoughnessUm * (1 + 3 * wear + 2 * brittle),
    corrosionUm,
    corrosionKind: corrosionUm > 0 ? productOf(body, material, laws[place('corrosion')]!) : ('none' as const),
    chainRatio: place('chain') >= 0 ? state.chain : 1,
    plasticiserLoss: 0.6 * Math.min(1, oxidation),
    delaminationUm: 500 * state.delamination,
    damage: damageOf(laws, doses),
    oxidationDose: dose.oxidation,
    greyingDose: dose.greying,
    wearDose: dose.wear,
    corrosionDose: dose.corrosion,
    chainDose: dose.chain,
    delaminationDose: dose.delamination,
    oxidationSensitivity: sensitivities.oxidation,
    greyingSensitivity: sensitivities.greying,
    wearSensitivity: sensitivities.wear,
    corrosionSensitivity: sensitivities.corrosion,
    chainSensitivity: sensitivities.chain,
    delaminationSensitivity: sensitivities.delamination,
  };
}

/** What a metal's own corrosion leaves under a shared lacquer: steel rusts, aluminium turns white and dull. */
function productOf(body: ItemState, { substance }: Material, law: Law): ItemState['corrosionKind'] {
  if (body.ownCorrosion === 0) return law.product;
  if (substance === 'tinplate') return 'rust';
  return substance === 'aluminium-lacquered' ? 'white' : law.product;
}

/** Activation energy of what sun does to colours, J/mol (yellowing of PC and SAN: Pickett et al. 2019, Polym. Degrad. Stab. 166, 135). */
const SUN_ACTIVATION_J_PER_MOL = 20_000;

/** Years of sun of a stay, at 7 W/m2 of 300-400 nm and 298 K. */
export function sunYearsOf({ uvWPerM2, tempK, durationS }: Stay): number {
  const warmth = Math.exp((SUN_ACTIVATION_J_PER_MOL / GAS_J_PER_MOL_K) * (1 / REFERENCE_TEMP_K - 1 / tempK));
  return (uvWPerM2 / REFERENCE_UV_W_PER_M2) * warmth * (durationS / YEAR_S);
}

/** Soil after a stay at constant fall-out and first-order washing: exact, m' = rate - wash m. */
export function soilAfter(startGPerM2: number, stay: Stay): number {
  const years = stay.durationS / YEAR_S;
  const k = stay.washPerYear;
  if (k <= 0) return startGPerM2 + stay.soilGPerM2PerYear * years;
  const level = stay.soilGPerM2PerYear / k;
  return level + (startGPerM2 - level) * Math.exp(-k * years);
}

/** Soil that falls off under its own weight (estimate). */
const SOIL_LIMIT_G_PER_M2 = 50;

/** Soil and bound water: the half of the state that comes and goes. */
function passingFields(body: ItemState, material: Material, stays: readonly Stay[]) {
  let soil = body.soilGPerM2;
  let soilType: SoilType = body.soilType;
  let moisture = body.moistureKgPerKg;
  let years = body.ageYears;
  let sunYears = body.sunYears;
  let gain = 0;
  for (const stay of stays) {
    const after = Math.min(SOIL_LIMIT_G_PER_M2, soilAfter(soil, stay));
    if (after - soil > gain) {
      gain = after - soil;
      soilType = stay.soilType;
    }
    soil = after;
    const rh = stay.rh + (0.99 - stay.rh) * stay.wetFraction * 0.3;
    const level = equilibriumMoisture(material.isotherm, stay.tempK, rh);
    moisture = relaxMoisture(moisture, level, body.thicknessM, stay.durationS);
    years += stay.durationS / YEAR_S;
    sunYears += sunYearsOf(stay);
  }
  return { soilGPerM2: soil, soilType, moistureKgPerKg: moisture, ageYears: years, sunYears };
}

/** A wet item carries 20-220 um of water (fit to the seven wet and dry pairs of Knaeps et al. 2021: 24-219 um). */
function drawWetness(seed: number, itemId: number, last: Stay | undefined) {
  const key = drawKey(seed, 0, 'materials/item', 'wetness');
  const wet = uniformAt(key, itemId, 0) < 0.05 + (last?.wetFraction ?? 0);
  return {
    waterFilmUm: wet ? 20 * Math.exp(Math.log(11) * uniformAt(key, itemId, 1)) : 0,
    // The sorting hall: 291 K, give or take what the item brings along.
    tempK: 291 + 3 * normalAt(key, itemId, 2),
  };
}

/**
 * The item after `stays` that gave it these doses. `seed` null: no new draws, the item keeps its temperature and dries
 * from its water film.
 */
export function wearOut(
  body: ItemState,
  material: Material,
  doses: Doses,
  sensitivities: PerDrive,
  stays: readonly Stay[],
  seed: number | null,
): ItemState {
  const wetness =
    seed === null
      ? { waterFilmUm: stays.length > 0 ? 0 : body.waterFilmUm, tempK: body.tempK }
      : drawWetness(seed, body.itemId, stays[stays.length - 2]);
  const passing = passingFields(body, material, stays);
  return {
    ...body,
    ...passing,
    ...damageFields(body, material, doses, sensitivities, passing),
    ...wetness,
  };
}
