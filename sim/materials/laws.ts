import raw from './data/kinetics.json' with { type: 'json' };
import { paperMoisture } from './moisture.ts';
import type { Stay } from './stay.ts';

/** One law of ageing: which part of the state it drives, and how fast. */
export interface Law {
  readonly id: string;
  readonly drives: 'oxidation' | 'greying' | 'wear' | 'corrosion' | 'chain' | 'delamination';
  /** What accumulates: time at temperature, light dose, handling cycles, or corrosion by ISO 9223 class. */
  readonly driver: 'time' | 'light' | 'wear' | 'corrosion';
  readonly form: 'linear' | 'first-order' | 'saturating' | 'inverse' | 'autocatalytic' | 'power';
  /** At 298.15 K, 50 % RH, 7 W/m2; wear laws: per handling cycle. */
  readonly ratePerYear: number;
  readonly activationKJPerMol: number;
  /** Above this temperature the second activation energy rules; 0 = one energy. */
  readonly kinkTempK: number;
  readonly activationAboveKinkKJPerMol: number;
  readonly lightExponent: number;
  readonly humidity: 'none' | 'power' | 'paper-water';
  readonly humidityCoefficient: number;
  /** Dose that must pass before the state moves. */
  readonly induction: number;
  /** Exponent b of corrosion D = r1 t^b. */
  readonly exponent: number;
  /** First-year loss in um at the middle of C1, C2, C3, C4, C5, CX. */
  readonly firstYear: readonly number[];
  /** What corrosion leaves on the surface. */
  readonly product: 'none' | 'rust' | 'white' | 'patina' | 'tarnish';
  /** State at which this mechanism alone has used up the item. */
  readonly end: number;
  readonly source: string;
  readonly doubt: string;
}

export const GAS_J_PER_MOL_K = 8.314462618; // CODATA 2018
export const REFERENCE_TEMP_K = 298.15;
export const REFERENCE_UV_W_PER_M2 = 7; // 220 MJ/m2/yr of 300-400 nm, memory
const REFERENCE_PAPER_WATER = paperMoisture(0.5);
/** Corrosion turns linear after 20 years (ISO 9224:2012). */
const LINEAR_AFTER_YEARS = 20;

const table: ReadonlyMap<string, Law> = new Map(
  Object.entries(raw.laws).map(([id, law]) => [id, { id, ...law } as Law]),
);

/** All laws, in the order of the data file. */
export const laws: readonly Law[] = [...table.values()];

/** The law of an id; throws when there is none. */
export function lawById(id: string): Law {
  const law = table.get(id);
  if (!law)
    throw new Error(
      `unknown law "${id}" in the catalogue; kinetics.json has ${[...table.keys()].join(', ')}`,
    );
  return law;
}

/** Arrhenius factor against 298.15 K, continuous at the kink. */
export function arrhenius(law: Law, tempK: number): number {
  const factor = (kJ: number, fromK: number, toK: number) =>
    Math.exp(((kJ * 1000) / GAS_J_PER_MOL_K) * (1 / fromK - 1 / toK));
  if (law.kinkTempK === 0 || tempK <= law.kinkTempK)
    return factor(law.activationKJPerMol, REFERENCE_TEMP_K, tempK);
  return (
    factor(law.activationKJPerMol, REFERENCE_TEMP_K, law.kinkTempK) *
    factor(law.activationAboveKinkKJPerMol, law.kinkTempK, tempK)
  );
}

function lightFactor(law: Law, uvWPerM2: number): number {
  if (law.lightExponent === 1) return uvWPerM2 / REFERENCE_UV_W_PER_M2;
  if (uvWPerM2 <= 0) return 0;
  return Math.exp(law.lightExponent * Math.log(uvWPerM2 / REFERENCE_UV_W_PER_M2));
}

function humidityFactor(law: Law, rh: number): number {
  if (law.humidity === 'none') return 1;
  if (law.humidity === 'power') return Math.exp(law.humidityCoefficient * Math.log(Math.max(rh, 0.01) / 0.5));
  return Math.exp(law.humidityCoefficient * (paperMoisture(rh) - REFERENCE_PAPER_WATER));
}

/** First-year corrosion in um at an ISO 9223 class given as a number 1..6, log-linear between the classes. */
export function firstYearUm(law: Law, corrosivity: number): number {
  const at = Math.min(Math.max(corrosivity, 1), 6) - 1;
  const low = Math.min(Math.floor(at), 4);
  const a = Math.log(law.firstYear[low]!);
  const b = Math.log(law.firstYear[low + 1]!);
  return Math.exp(a + (b - a) * (at - low));
}

/** Dose per year that a law gathers in a stay (for corrosion: its first-year loss in um). */
export function doseRate(law: Law, stay: Stay): number {
  if (law.driver === 'corrosion') return firstYearUm(law, stay.corrosivity);
  if (law.driver === 'wear') return law.ratePerYear * stay.cyclesPerYear;
  const light = law.driver === 'light' ? lightFactor(law, stay.uvWPerM2) : 1;
  return law.ratePerYear * arrhenius(law, stay.tempK) * light * humidityFactor(law, stay.rh);
}

/**
 * The dose after `years` more at a constant `rate`, exact: doses add up, corrosion continues its power law from the
 * depth that is already there and goes on along its tangent after 20 years.
 */
export function advance(law: Law, dose: number, rate: number, years: number): number {
  if (law.form !== 'power') return dose + rate * years;
  if (years <= 0 || rate <= 0) return dose;
  const b = law.exponent;
  const bend = rate * Math.exp(b * Math.log(LINEAR_AFTER_YEARS));
  const slope = (bend * b) / LINEAR_AFTER_YEARS;
  const before =
    dose <= 0
      ? 0
      : dose <= bend
        ? Math.exp(Math.log(dose / rate) / b)
        : LINEAR_AFTER_YEARS + (dose - bend) / slope;
  const after = before + years;
  // The way to the years behind a dose and back rounds: a moment more must not make it smaller.
  if (after <= LINEAR_AFTER_YEARS) return Math.max(dose, rate * Math.exp(b * Math.log(after)));
  return Math.max(dose, bend + slope * (after - LINEAR_AFTER_YEARS));
}

/** The state that a dose has brought about: carbonyl index, share greyed, um lost, chain length left ... */
export function stateAt(law: Law, dose: number): number {
  switch (law.form) {
    case 'linear':
      return Math.max(0, dose - law.induction);
    case 'first-order':
    case 'saturating':
      return 1 - Math.exp(-Math.max(0, dose - law.induction));
    case 'inverse':
      return 1 / (1 + dose);
    case 'autocatalytic':
      // Acid end groups start at 1 % of the bonds that must break (memory) and grow exponentially.
      return 1 / (1 + 0.01 * Math.expm1(Math.min(dose, 20)));
    case 'power':
      return dose;
  }
}

/** Share of the item's life that a mechanism has used up, 0..1. */
export function lifeUsed(law: Law, dose: number): number {
  const state = stateAt(law, dose);
  const used = law.drives === 'chain' ? (1 - state) / (1 - law.end) : state / law.end;
  return Math.min(1, used);
}
