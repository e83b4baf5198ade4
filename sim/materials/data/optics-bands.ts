import derived from './optics-bands-derived.json' with { type: 'json' };
import fitted from './optics-bands-fitted.json' with { type: 'json' };

/**
 * Near-infrared absorption of pure substances as sums of Gaussian bands, 900-2500 nm. Where each table comes from is said
 * beside it in the data.
 */

/** One Gaussian absorption band: centre nm, height 1/cm of solid substance, sigma nm. */
type Band = readonly [centreNm: number, heightPerCm: number, sigmaNm: number];

/** The absorption of a pure substance: alpha(l) = sum height exp(-(l - centre)^2 / 2 sigma^2), and where it comes from. */
export interface Absorber {
  readonly bands: readonly Band[];
  readonly source: string;
}

/** A substance with bands of its own, or those of others by share. Its source may be the name of a shared text. */
type Derived = { readonly source: string } & (
  | Pick<Absorber, 'bands'>
  | { readonly of: Readonly<Record<string, number>> }
);

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

/** The fitted absorbers and those derived from them; a mixture names only what stands before it. */
function allAbsorbers(): Record<string, Absorber> {
  const sources: Readonly<Record<string, string>> = derived.sources;
  const known = { ...FITTED };
  // JSON has no tuples, only lists: bands-table.test.ts looks at each band.
  for (const [id, entry] of Object.entries(derived.substances as unknown as Record<string, Derived>)) {
    const bands = 'bands' in entry ? entry.bands : mixture(entry.of, known);
    known[id] = { bands, source: sources[entry.source] ?? entry.source };
  }
  return known;
}

/** The bands of other substances, each by its share. */
function mixture(
  shares: Readonly<Record<string, number>>,
  known: Readonly<Record<string, Absorber>>,
): Band[] {
  return Object.entries(shares).flatMap(([id, share]) =>
    known[id]!.bands.map(
      ([centreNm, heightPerCm, sigmaNm]): Band => [centreNm, heightPerCm * share, sigmaNm],
    ),
  );
}

/** Absorbers by id; the ids are those of the material catalogue. */
export const ABSORBERS: Readonly<Record<string, Absorber>> = allAbsorbers();

/** Water in the objects that a table was fitted to, kg/kg: only what an item holds beyond it is added. */
export const ROOM_MOISTURE: Readonly<Record<string, number>> = derived.roomMoisture.kgPerKg;
