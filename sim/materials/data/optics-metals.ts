import data from './optics-metals.json' with { type: 'json' };

/** A reflectance curve: [nm, R] points, linear between them, and where it comes from. */
export interface SurfaceCurve {
  readonly source: string;
  readonly points: readonly (readonly number[])[];
}

/** Clean metals at normal incidence from n and k (CC0 refractive-index database), made by make-optics-metals.mjs. */
export const METALS: Readonly<Record<string, SurfaceCurve>> = data.metals;

/** Closed layers of corrosion products as measured (USGS splib07, public domain); tarnish is black iron oxide, a stand-in. */
export const CORROSION: Readonly<Record<string, SurfaceCurve>> = data.products;
