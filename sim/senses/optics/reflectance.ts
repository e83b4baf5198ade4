import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Material } from '../../materials/material.ts';
import { type Slab, slab } from './kubelka-munk.ts';
import { colourTerms, scatterAt, scatteringOf, substanceTerms, type Term } from './layer.ts';
import { lookTables } from './look.ts';
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

/** Reflectance of the white powder of a weathered body, at all wavelengths (titania and crazed polymer; memory). */
const CHALK_REFLECTANCE = 0.85;

type Values = Float32Array | Float64Array;

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

/** Works out what items reflect and let through. Its columns are used again for each item, so each owner makes its own. */
export class ItemOptics {
  /** The wavelengths that are being looked at, and what each ingredient of the body has there. */
  readonly #places = new TablePlaces();
  #colour: Float64Array = new Float64Array(0);
  #substance: Float64Array = new Float64Array(0);
  #scatter: Float64Array = new Float64Array(0);
  #look: Float64Array = new Float64Array(0);
  /** Share of the surface reflection that roughness sends out diffusely. */
  #rough: Float64Array = new Float64Array(0);
  #transmission: Float64Array = new Float64Array(0);
  #cover: Float64Array = new Float64Array(0);

  /**
   * Reflectance over black and transmittance of the bare item (no soil, water film or backing), specular part excluded.
   * wavelengthsNm: 400..2500; outR and outT: same length. R + T + k1 + absorbed = 1, k1 = Fresnel reflection of the surface.
   */
  layer(item: ItemState, wavelengthsNm: ArrayLike<number>, outR: Values, outT: Values): void {
    const places = this.#places;
    places.locate(wavelengthsNm);
    const rough = places.zeros(this.#rough);
    this.#rough = rough;
    for (let i = 0; i < places.length; i++) rough[i] = roughShare(item.roughnessUm, places.nm[i]!);
    const material = materialById(item.materialId);
    if (material.optics.kind === 'metal') {
      metalReflectance(item, material.optics, wavelengthsNm, outR);
      outT.fill(0, 0, places.length);
      return;
    }
    this.#readTables(item, material);
    this.#walls(item, material, outR, outT);
  }

  /**
   * Reflectance of the whole item: bare item over a backing, then soil, then a water film on top.
   * wavelengthsNm: 400..2500 (any grid); backing: reflectance of what lies below, 0..1; out: same length.
   */
  reflectance<T extends Values>(
    item: ItemState,
    wavelengthsNm: ArrayLike<number>,
    backing: number,
    out: T,
  ): T {
    if (this.#transmission.length < wavelengthsNm.length)
      this.#transmission = new Float64Array(wavelengthsNm.length);
    const t = this.#transmission;
    this.layer(item, wavelengthsNm, out, t);
    const places = this.#places;
    const rough = this.#rough;
    const ofLook = surfaceOf(item.visibleIndex);
    const ofSubstance = surfaceOf(materialById(item.materialId).optics.refractiveIndex);
    for (let i = 0; i < places.length; i++) {
      const surface = places.nm[i]! < VISIBLE_END_NM ? ofLook : ofSubstance;
      const specular = surface.outside * (1 - rough[i]!);
      out[i] = out[i]! + (t[i]! * t[i]! * backing) / (1 - (out[i]! + specular) * backing);
    }
    if (item.soilGPerM2 > 0) this.#soil(item, out);
    if (item.waterFilmUm > 0) this.#wet(item, out);
    return out;
  }

  /** Reads what the item needs, each table in a loop of its own: faster than table after table at each wavelength. */
  #readTables(item: ItemState, material: Material): void {
    const places = this.#places;
    this.#colour = this.#sumOf(colourTerms(item, material), this.#colour);
    this.#substance = this.#sumOf(substanceTerms(item, material), this.#substance);
    this.#scatter = scatterAt(scatteringOf(item), places, this.#scatter);
    const { fresh, weathered } = lookTables(material);
    this.#look = places.zeros(this.#look);
    const left = item.colourLeft;
    places.add(fresh, left * item.lignin, this.#look);
    places.add(weathered, left * (1 - item.lignin), this.#look);
  }

  #sumOf(terms: readonly Term[], column: Float64Array): Float64Array {
    const sum = this.#places.zeros(column);
    for (const { table, weight } of terms) this.#places.add(table, weight, sum);
    return sum;
  }

  /** All walls and surfaces of an item that is not metal; below 780 nm nothing depends on the substance, only on the look. */
  #walls(item: ItemState, material: Material, outR: Values, outT: Values): void {
    const { length, nm } = this.#places;
    const [colour, substance, scatter] = [this.#colour, this.#substance, this.#scatter];
    const [look, rough] = [this.#look, this.#rough];
    const { ownSurface } = lookTables(material);
    const thicknessCm = item.thicknessM * 100;
    const ofLook = surfaceOf(item.visibleIndex);
    const ofSubstance = surfaceOf(material.optics.refractiveIndex);
    const light: Slab = { r: 0, t: 0 };
    for (let i = 0; i < length; i++) {
      const visible = nm[i]! < VISIBLE_END_NM;
      const surface = visible ? ofLook : ofSubstance;
      const s = scatter[i]!;
      const absorbed = visible ? colour[i]! : colour[i]! + substance[i]!;
      const diffuse = diffuseness(s * thicknessCm);
      const k = absorbed * pathFactor(diffuse) + look[i]! * Math.max(s, CLEAR_SCATTER_PER_CM);
      slab(k, s, thicknessCm, light);
      wall(light, surface.outside, insideReflection(surface, diffuse));
      if (item.wallCount > 1) twoWalls(light, surface.outside);
      const bare = light.r + (ownSurface ? surface.outside * rough[i]! : 0);
      outR[i] = bare + item.chalk * (CHALK_REFLECTANCE - bare);
      outT[i] = light.t * (1 - item.chalk);
    }
  }

  #soil(item: ItemState, out: Values): void {
    const share = soilCover(item.soilGPerM2);
    const cover = this.#covered(soilTable(item.soilType));
    for (let i = 0; i < this.#places.length; i++) out[i] = out[i]! + share * (cover[i]! - out[i]!);
  }

  #wet(item: ItemState, out: Values): void {
    const share = wetCover(item.waterFilmUm);
    const cover = this.#covered(waterAbsorption);
    for (let i = 0; i < this.#places.length; i++) {
      const under = underWater(out[i]!, cover[i]!, item.waterFilmUm);
      out[i] = out[i]! + share * (under - out[i]!);
    }
  }

  /** What a cover has at the wavelengths of this look. */
  #covered(table: Float32Array): Float64Array {
    this.#cover = this.#sumOf([{ table, weight: 1 }], this.#cover);
    return this.#cover;
  }
}
