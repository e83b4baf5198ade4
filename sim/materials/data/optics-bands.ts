import type { Absorber, Band } from './optics-band.ts';
import {
  ACRYLONITRILE,
  BUTADIENE,
  CARBON,
  CH2,
  EPOXY,
  FLUORO,
  glass,
  KERATIN,
  PLA,
  POM,
  PUR,
  TALC,
} from './optics-bands-derived.ts';
import fitted from './optics-bands-fitted.json' with { type: 'json' };

/**
 * Near-infrared absorption of pure substances as sums of Gaussian bands: alpha(l) = sum height exp(-(l-centre)^2 / 2 sigma^2).
 * centre nm, height 1/cm of solid substance, sigma nm; 900-2500 nm. Where each table comes from is said beside it.
 */

/** Resolution of the field spectrometer behind the USGS and Knaeps spectra beyond 1000 nm: 10 nm FWHM, sigma 4.25 nm (maker's figure, from memory). */
const INSTRUMENT_SIGMA_NM = 4.25;
/** No band is taken to be sharper than this, nm. */
const SHARPEST_NM = 3;

/** Takes the slit of the measuring instrument out of a band: Gaussian widths add in squares, areas stay. */
function withoutSlit([centreNm, heightPerCm, sigmaNm]: Band): Band {
  const square = sigmaNm * sigmaNm - INSTRUMENT_SIGMA_NM * INSTRUMENT_SIGMA_NM;
  const trueNm = Math.min(Math.sqrt(Math.max(square, SHARPEST_NM * SHARPEST_NM)), sigmaNm);
  return [centreNm, (heightPerCm * sigmaNm) / trueNm, trueNm];
}

/** Fitted by make-optics-bands.mjs to USGS splib07 (public domain), Knaeps 2021 (CC0) and Zhang 2020 n,k (CC0). */
const FITTED: Readonly<Record<string, Absorber>> = Object.fromEntries(
  // JSON has no tuples, only lists: make-optics-bands.mjs writes three numbers a band.
  Object.entries(fitted as unknown as Readonly<Record<string, Absorber>>).map(([id, absorber]) => {
    const seenThroughSlit = /USGS|Knaeps/.test(absorber.source);
    return [id, seenThroughSlit ? { ...absorber, bands: absorber.bands.map(withoutSlit) } : absorber];
  }),
);

/** A substance whose bands are those of others by share. */
function mixture(shares: Readonly<Record<string, number>>, source: string): Absorber {
  const bands: Band[] = [];
  for (const [id, share] of Object.entries(shares)) {
    for (const [centreNm, heightPerCm, sigmaNm] of FITTED[id]!.bands) {
      bands.push([centreNm, heightPerCm * share, sigmaNm]);
    }
  }
  return { bands, source };
}

/** Absorbers by id; the ids are those of the material catalogue. */
export const ABSORBERS: Readonly<Record<string, Absorber>> = {
  ...FITTED,
  petg: mixture(
    { pet: 0.82, pmma: 0.05, 'pe-ld': 0.1 },
    'PET with cyclohexane-dimethanol (CH2 as PE), shares derived; not measured',
  ),
  pbt: mixture({ pet: 0.8, 'pe-ld': 0.2 }, 'PET with butylene (CH2 as PE), shares derived; not measured'),
  eva: mixture(
    { 'pe-ld': 0.84, pmma: 0.16 },
    'PE with vinyl acetate (ester methyl as PMMA), shares derived; not measured',
  ),
  acrylonitrile: ACRYLONITRILE,
  butadiene: BUTADIENE,
  abs: {
    bands: [...mixture({ ps: 0.74 }, '').bands, ...scaled(ACRYLONITRILE, 0.26)],
    source: 'styrene-acrylonitrile 74/26 by volume: PS of Zhang n,k and shifted CH2; not measured',
  },
  pan: { bands: [...scaled(ACRYLONITRILE, 0.92), ...mixture({ pmma: 0.08 }, '').bands], source: CH2 },
  'pvc-plasticised': mixture({ pvc: 0.67, phthalate: 0.33 }, 'PVC with a third of phthalate'),
  terephthalate: mixture(
    { pet: 0.35, pp: 0.35, 'pe-ld': 0.25 },
    'dioctyl terephthalate: ring C-H as PET and 2-ethylhexyl C-H as PP and PE, by C-H per volume (derived); not measured',
  ),
  grp: mixture({ ps: 0.25, pet: 0.1, pmma: 0.12 }, 'styrene-cured polyester, half glass, shares estimated'),
  fat: mixture({ 'pe-ld': 0.75, pmma: 0.06 }, 'triglyceride: CH2 as PE'),
  bitumen: mixture(
    { 'pe-ld': 0.5, pp: 0.3, ps: 0.1 },
    'aliphatic with methyl and some rings, shares estimated',
  ),
  pla: PLA,
  pom: POM,
  pur: PUR,
  epoxy: EPOXY,
  keratin: KERATIN,
  ptfe: FLUORO,
  talc: TALC,
  'soda-lime': glass(0.12),
  'soda-lime-green': glass(1.1),
  'soda-lime-brown': glass(0.7),
  carbon: CARBON,
};

function scaled(absorber: Absorber, share: number): Band[] {
  return absorber.bands.map(([centreNm, heightPerCm, sigmaNm]) => [centreNm, heightPerCm * share, sigmaNm]);
}

/**
 * Water in the objects that a table was fitted to, kg/kg: equilibrium at 20 C and 50 % relative humidity (polyamide 6 about
 * 2.5 %, paper 6-7 %, wood 9 %: materials.md section 4; starch from memory). Only what an item holds beyond it is added.
 */
export const ROOM_MOISTURE: Readonly<Record<string, number>> = {
  pa: 0.025,
  cellulose: 0.067,
  cotton: 0.067,
  pulp: 0.067,
  lignin: 0.09,
  starch: 0.11,
};
