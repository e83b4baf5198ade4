import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Material } from '../../materials/material.ts';
import { type Slab, slab } from './kubelka-munk.ts';
import { colourTerms, scatterAt, scatteringOf, substanceTerms, type Term } from './layer.ts';
import { LOOK_INDEX, lookTables } from './look.ts';
import { metalReflectance } from './metal.ts';
import { TablePlaces } from './places.ts';
import { soilCover, soilTable } from './soil.ts';
import { insideReflection, roughShare, surfaceOf, throughSurface } from './surface.ts';
import { VISIBLE_END_NM } from './tables.ts';
import { underWater, waterAbsorption, wetCover } from './water.ts';

/**
 * Noise-free reflectance of an item, from its hidden state alone: absorption and scattering -> slab -> walls -> surface
 * -> backing -> soil -> water film. No label is read: the material id only finds the optical recipe of the substance.
 */

/** A clear body has no scattering to relate its colour to: its tint is that of a body of this S, 1/cm (choice). */
const CLEAR_SCATTER_PER_CM = 0.5;

type Values = Float32Array | Float64Array;

const scratch: Slab = { r: 0, t: 0 };
/** The wavelengths that are being looked at, and what each ingredient of the body has there; reused from item to item. */
const places = new TablePlaces();
let colour: Float64Array = new Float64Array(0);
let substance: Float64Array = new Float64Array(0);
let scatter: Float64Array = new Float64Array(0);
let look: Float64Array = new Float64Array(0);
/** Share of the surface reflection that roughness sends out diffusely. */
let rough: Float64Array = new Float64Array(0);

/**
 * Reflectance over black and transmittance of the bare item (no soil, water film or backing), specular part excluded.
 * wavelengthsNm: 400..2500; outR and outT: same length. R + T + k1 + absorbed = 1, k1 = Fresnel reflection of the surface.
 */
export function layerOptics(
  item: ItemState,
  wavelengthsNm: ArrayLike<number>,
  outR: Values,
  outT: Values,
): void {
  places.locate(wavelengthsNm);
  rough = places.zeros(rough);
  for (let i = 0; i < places.length; i++) rough[i] = roughShare(item.roughnessUm, places.nm[i]!);
  const material = materialById(item.materialId);
  if (material.optics.kind === 'metal') {
    metalReflectance(item, material.optics, wavelengthsNm, outR);
    outT.fill(0, 0, places.length);
    return;
  }
  readTables(item, material);
  wallOptics(item, material, outR, outT);
}

/** Reads what the item needs, each table in a loop of its own: faster than table after table at each wavelength. */
function readTables(item: ItemState, material: Material): void {
  colour = sumOf(colourTerms(item), colour);
  substance = sumOf(substanceTerms(item, material), substance);
  scatter = scatterAt(scatteringOf(item), places, scatter);
  const { fresh, weathered } = lookTables(material);
  look = places.zeros(look);
  places.add(fresh, item.lignin, look);
  places.add(weathered, 1 - item.lignin, look);
}

function sumOf(terms: readonly Term[], column: Float64Array): Float64Array {
  const sum = places.zeros(column);
  for (const { table, weight } of terms) places.add(table, weight, sum);
  return sum;
}

/** All walls and surfaces of an item that is not metal; below 780 nm nothing depends on the substance, only on the look. */
function wallOptics(item: ItemState, material: Material, outR: Values, outT: Values): void {
  const { ownSurface } = lookTables(material);
  const thicknessCm = item.thicknessM * 100;
  const ofLook = surfaceOf(LOOK_INDEX);
  const ofSubstance = surfaceOf(material.optics.refractiveIndex);
  for (let i = 0; i < places.length; i++) {
    const visible = places.nm[i]! < VISIBLE_END_NM;
    const surface = visible ? ofLook : ofSubstance;
    const s = scatter[i]!;
    const absorbed = visible ? colour[i]! : colour[i]! + substance[i]!;
    const diffuse = diffuseness(s * thicknessCm);
    const k = absorbed * pathFactor(diffuse) + look[i]! * Math.max(s, CLEAR_SCATTER_PER_CM);
    slab(k, s, thicknessCm, scratch);
    wall(scratch, surface.outside, insideReflection(surface, diffuse));
    if (item.wallCount > 1) twoWalls(scratch, surface.outside);
    outR[i] = scratch.r + (ownSurface ? surface.outside * rough[i]! : 0);
    outT[i] = scratch.t;
  }
}

/**
 * Path per thickness: 2 for diffuse light (K = 2 alpha), 1.1 for light that comes in near the normal and goes out of a
 * clear plate within the cone of 42 degrees that the surface lets through (1 on the way in, 1.15 as mean over the cone on
 * the way out: rounded, choice). The 0.9 closes the gap to 2; between the two ends the path goes with the diffuse share (choice).
 */
function pathFactor(diffuse: number): number {
  return 1.1 + 0.9 * diffuse;
}

/** How diffuse light is inside a slab of scattering depth S d: 0 clear, 1 milky; half at a depth of 0.3 (choice). */
function diffuseness(depth: number): number {
  return depth / (depth + 0.3);
}

/** Puts both surfaces of a wall around a slab: k1 outside, k2 inside; r excludes the specular k1. */
function wall(inOut: Slab, k1: number, k2: number): void {
  const bottom = 1 - inOut.r * k2;
  const r = inOut.r + (inOut.t * inOut.t * k2) / bottom;
  const t = (inOut.t * (1 - k2)) / bottom;
  const top = 1 - r * k2;
  inOut.r = throughSurface(r, k1, k2);
  inOut.t = ((1 - k1) * t) / top;
}

/** Two equal walls behind each other; between them the specular k1 counts too. */
function twoWalls(inOut: Slab, k1: number): void {
  const inner = inOut.r + k1;
  const share = (inOut.t * inOut.t) / (1 - inner * inner);
  inOut.r += share * inner;
  inOut.t = share;
}

let transmission: Float64Array = new Float64Array(0);

/**
 * Reflectance of the whole item: bare item over a backing, then soil, then a water film on top.
 * wavelengthsNm: 400..2500 (any grid); backing: reflectance of what lies below, 0..1; out: same length.
 */
export function reflectance<T extends Values>(
  item: ItemState,
  wavelengthsNm: ArrayLike<number>,
  backing: number,
  out: T,
): T {
  if (transmission.length < wavelengthsNm.length) transmission = new Float64Array(wavelengthsNm.length);
  const t = transmission;
  layerOptics(item, wavelengthsNm, out, t);
  const ofLook = surfaceOf(LOOK_INDEX);
  const ofSubstance = surfaceOf(materialById(item.materialId).optics.refractiveIndex);
  for (let i = 0; i < places.length; i++) {
    const surface = places.nm[i]! < VISIBLE_END_NM ? ofLook : ofSubstance;
    const specular = surface.outside * (1 - rough[i]!);
    out[i] = out[i]! + (t[i]! * t[i]! * backing) / (1 - (out[i]! + specular) * backing);
  }
  if (item.soilGPerM2 > 0) soil(item, out);
  if (item.waterFilmUm > 0) wet(item, out);
  return out;
}

let cover: Float64Array = new Float64Array(0);

function soil(item: ItemState, out: Values): void {
  const share = soilCover(item.soilGPerM2);
  cover = places.zeros(cover);
  places.add(soilTable(item.soilType), 1, cover);
  for (let i = 0; i < places.length; i++) out[i] = out[i]! + share * (cover[i]! - out[i]!);
}

function wet(item: ItemState, out: Values): void {
  const share = wetCover(item.waterFilmUm);
  cover = places.zeros(cover);
  places.add(waterAbsorption(), 1, cover);
  for (let i = 0; i < places.length; i++) {
    const under = underWater(out[i]!, cover[i]!, item.waterFilmUm);
    out[i] = out[i]! + share * (under - out[i]!);
  }
}
