import data from './optics-looks.json' with { type: 'json' };

/** Reflectance of a body over wavelengths `LOOK_NM`, above its surface. */
export interface LookSpectra {
  readonly fresh: { readonly object: string; readonly r: readonly number[] };
  /** The same body greyed by sun and rain. */
  readonly weathered?: { readonly object: string; readonly r: readonly number[] };
}

/** Measured looks by id of the visible absorption; USGS splib07 (public domain), made by make-optics-looks.mjs. */
export const LOOK_SPECTRA = data.looks as Readonly<Record<string, LookSpectra>>;
/** 400-1300 nm. */
export const LOOK_NM: readonly number[] = data.nm;

/**
 * Reflectance at 1300 nm of bodies that have only a colour and do not get clear beyond 900 nm (estimates; glazed porcelain,
 * solder mask over copper and glass fabric 0.2-0.4, leather 0.5 in the anchor table). Looks in neither table are clear there.
 */
export const INFRARED: Readonly<Record<string, number>> = { ceramic: 0.7, 'solder-mask': 0.3, hide: 0.5 };
