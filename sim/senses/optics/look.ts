import { lazily } from '../../kernel/random/lazily.ts';
import { materials } from '../../materials/catalogue.ts';
import data from '../../materials/data/optics-looks.json' with { type: 'json' };
import type { Look, Material } from '../../materials/material.ts';
import { fresnelNormal, internalReflection } from './surface.ts';
import { tableOf, VISIBLE_END_NM } from './tables.ts';

/** The colour of a look as absorption relative to scattering (K/S), so that equal looks stay equal below 780 nm. */

/** Refractive index under which the colours of looks were read; each item has its own, `visibleIndex`. */
const LOOK_INDEX = 1.5;
/** What the surface of a look reflects of light from outside, and of diffuse light from inside. */
const OUTSIDE = fresnelNormal(LOOK_INDEX);
const INSIDE = internalReflection(LOOK_INDEX, 1);

/** Reflectance of a body over the wavelengths `LOOK_NM`, above its surface; `weathered`: greyed by sun and rain. */
interface LookSpectra {
  readonly fresh: { readonly r: readonly number[] };
  readonly weathered?: LookSpectra['fresh'];
}

/** Measured looks by id of the visible absorption; USGS splib07 (public domain), made by make-optics-looks.mjs. */
const LOOK_SPECTRA: Readonly<Record<string, LookSpectra>> = data.looks;
/** 400-1300 nm. */
const LOOK_NM: readonly number[] = data.nm;
/**
 * Reflectance at 1300 nm of bodies that have only a colour and do not get clear beyond 900 nm (estimates; glazed porcelain,
 * solder mask over copper and glass fabric 0.2-0.4, leather 0.5 in the anchor table). Looks in neither table are clear there.
 */
const INFRARED: Readonly<Record<string, number>> = { ceramic: 0.7, 'solder-mask': 0.3, hide: 0.5 };

/** Where a look has reached its infrared level, nm. */
const LOOK_END_NM = VISIBLE_END_NM + 120;

/** K/S of a look on the 1 nm grid: as made, and greyed by the weather (the same table where weather leaves it). */
export interface LookTables {
  readonly fresh: Float32Array;
  readonly weathered: Float32Array;
  /** A clear or pigmented body has a surface of its own; a measured colour holds its surface already. */
  readonly ownSurface: boolean;
}

/** The looks of the catalogue by id. */
const looks: ReadonlyMap<string, Look> = new Map(materials.map(({ look }) => [look.id, look]));
const tables: ReadonlyMap<string, () => LookTables> = new Map(
  [...looks].map(([id, look]) => [id, lazily(() => makeTables(look))]),
);

/** Absorption relative to scattering (K/S) of a material's look; zero when the look is clear. */
export function lookTables({ look }: Material): LookTables {
  return tables.get(look.id)!();
}

function makeTables({ visible, baseSrgb }: Look): LookTables {
  const measured = LOOK_SPECTRA[visible];
  if (measured !== undefined) {
    const fresh = measuredTable(measured.fresh.r);
    return {
      fresh,
      weathered: measured.weathered ? measuredTable(measured.weathered.r) : fresh,
      ownSurface: false,
    };
  }
  const table = visible === 'none' ? tableOf(() => 0) : colourTable(baseSrgb, INFRARED[visible]);
  return { fresh: table, weathered: table, ownSurface: visible === 'none' };
}

/** K/S from a measured spectrum; beyond its end the level stays. */
function measuredTable(r: readonly number[]): Float32Array {
  let i = 1;
  return tableOf((nm) => {
    while (i < LOOK_NM.length - 1 && LOOK_NM[i]! < nm) i++;
    const t = Math.min(Math.max((nm - LOOK_NM[i - 1]!) / (LOOK_NM[i]! - LOOK_NM[i - 1]!), 0), 1);
    return absorbing(r[i - 1]! + t * (r[i]! - r[i - 1]!));
  });
}

/** K/S from a colour; above the visible it runs to the given infrared level, or fades out where the body is clear there. */
function colourTable(srgb: readonly number[], infrared: number | undefined): Float32Array {
  const [r, g, b] = srgb.map((v) => linear(v / 255));
  const level = infrared === undefined ? 0 : absorbing(infrared);
  return tableOf((nm) => {
    const share = smoothStep((nm - VISIBLE_END_NM) / (LOOK_END_NM - VISIBLE_END_NM));
    return absorbing(smoothColour(r!, g!, b!, nm)) * (1 - share) + level * share;
  });
}

/** K/S of a body that is measured as R above its surface. */
function absorbing(measured: number): number {
  const r = underSurface(Math.min(Math.max(measured, 0.004), 0.98));
  return ((1 - r) * (1 - r)) / (2 * r);
}

/** Reflectance of the body below the surface that is measured as `measured` above it (Saunderson, inverted). */
function underSurface(measured: number): number {
  return measured / ((1 - OUTSIDE) * (1 - INSIDE) + INSIDE * measured);
}

/** Linear light of an sRGB value 0..1 (IEC 61966-2-1). */
function linear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : Math.exp(2.4 * Math.log((v + 0.055) / 1.055));
}

/** A smooth spectrum with the three given levels in blue, green and red (crossings at 490 and 585 nm). */
function smoothColour(r: number, g: number, b: number, nm: number): number {
  const toGreen = smoothStep((nm - 470) / 40);
  const toRed = smoothStep((nm - 565) / 40);
  return b + (g - b) * toGreen + (r - g) * toRed;
}

function smoothStep(x: number): number {
  const t = Math.min(Math.max(x, 0), 1);
  return t * t * (3 - 2 * t);
}
