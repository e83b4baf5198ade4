import { materialById } from '../materials/catalogue.ts';
import type { ItemState } from '../materials/item.ts';
import type { Material } from '../materials/material.ts';
import { type Slab, slab } from './optics-kubelka-munk.ts';
import { colourTerms, scatterAt, scatteringOf, substanceTerms, type Term } from './optics-layer.ts';
import { LOOK_INDEX, lookTables } from './optics-look.ts';
import { metalReflectance } from './optics-metal.ts';
import { soilCover, soilTable } from './optics-soil.ts';
import { fresnelNormal, internalReflection, roughShare, throughSurface } from './optics-surface.ts';
import { lookUp, VISIBLE_END_NM } from './optics-tables.ts';
import { underWater, waterAbsorption, wetCover } from './optics-water.ts';

/**
 * Noise-free reflectance of an item, from its hidden state alone: absorption and scattering -> slab -> walls -> surface
 * -> backing -> soil -> water film. No label is read: the material id only finds the optical recipe of the substance.
 */

/** A clear body has no scattering to relate its colour to: its tint is that of a body of this S, 1/cm (choice). */
const CLEAR_SCATTER_PER_CM = 0.5;

const scratch: Slab = { r: 0, t: 0 };

/**
 * Reflectance over black and transmittance of the bare item (no soil, water film or backing), specular part excluded.
 * wavelengthsNm: 400..2500; outR and outT: same length. R + T + k1 + absorbed = 1, k1 = Fresnel reflection of the surface.
 */
export function layerOptics(
  item: ItemState,
  wavelengthsNm: ArrayLike<number>,
  outR: Float32Array | Float64Array,
  outT: Float32Array | Float64Array,
): void {
  const material = materialById(item.materialId);
  if (material.optics.kind === 'metal') {
    metalReflectance(item, material.optics, wavelengthsNm, outR);
    outT.fill(0, 0, wavelengthsNm.length);
    return;
  }
  wallOptics(item, material, wavelengthsNm, outR, outT);
}

/** All walls and surfaces of an item that is not metal; below 780 nm nothing depends on the substance, only on the look. */
function wallOptics(
  item: ItemState,
  material: Material,
  wavelengthsNm: ArrayLike<number>,
  outR: Float32Array | Float64Array,
  outT: Float32Array | Float64Array,
): void {
  const substance = substanceTerms(item, material);
  const colour = colourTerms(item);
  const scattering = scatteringOf(item);
  const look = lookTables(material);
  const greyed = 1 - item.lignin;
  const thicknessCm = item.thicknessM * 100;
  const index = material.optics.refractiveIndex;
  for (let i = 0; i < wavelengthsNm.length; i++) {
    const nm = wavelengthsNm[i];
    const visible = nm < VISIBLE_END_NM;
    const n = visible ? LOOK_INDEX : index;
    const k1 = fresnelNormal(n);
    const s = scatterAt(scattering, nm);
    let k = absorptionAt(colour, nm);
    if (!visible) k += absorptionAt(substance, nm);
    const diffuse = diffuseness(s * thicknessCm);
    const kOverS = lookUp(look.fresh, nm) * item.lignin + lookUp(look.weathered, nm) * greyed;
    k = k * pathFactor(diffuse) + kOverS * Math.max(s, CLEAR_SCATTER_PER_CM);
    slab(k, s, thicknessCm, scratch);
    wall(scratch, k1, internalReflection(n, diffuse));
    if (item.wallCount > 1) twoWalls(scratch, k1);
    outR[i] = scratch.r + (look.ownSurface ? k1 * roughShare(item.roughnessUm, nm) : 0);
    outT[i] = scratch.t;
  }
}

function absorptionAt(terms: readonly Term[], nm: number): number {
  let k = 0;
  for (let j = 0; j < terms.length; j++) k += terms[j].weight * lookUp(terms[j].table, nm);
  return k;
}

/**
 * Path per thickness: 2 for diffuse light (K = 2 alpha), 1.1 for light that comes in near the normal and goes out of a
 * clear plate within the cone of 42 degrees that the surface lets through.
 */
function pathFactor(diffuse: number): number {
  return 1.1 + 0.9 * diffuse;
}

/** How diffuse light is inside a slab of scattering depth S d: 0 clear, 1 milky. */
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

let transmission = new Float64Array(0);

/**
 * Reflectance of the whole item: bare item over a backing, then soil, then a water film on top.
 * wavelengthsNm: 400..2500 (any grid); backing: reflectance of what lies below, 0..1; out: same length.
 */
export function reflectance<T extends Float32Array | Float64Array>(
  item: ItemState,
  wavelengthsNm: ArrayLike<number>,
  backing: number,
  out: T,
): T {
  if (transmission.length < wavelengthsNm.length) transmission = new Float64Array(wavelengthsNm.length);
  const t = transmission;
  layerOptics(item, wavelengthsNm, out, t);
  const nearInfrared = materialById(item.materialId).optics.refractiveIndex;
  for (let i = 0; i < wavelengthsNm.length; i++) {
    const nm = wavelengthsNm[i];
    const k1 = fresnelNormal(nm < VISIBLE_END_NM ? LOOK_INDEX : nearInfrared);
    const specular = k1 * (1 - roughShare(item.roughnessUm, nm));
    out[i] += (t[i] * t[i] * backing) / (1 - (out[i] + specular) * backing);
  }
  if (item.soilGPerM2 > 0) soil(item, wavelengthsNm, out);
  if (item.waterFilmUm > 0) wet(item, wavelengthsNm, out);
  return out;
}

function soil(item: ItemState, wavelengthsNm: ArrayLike<number>, out: Float32Array | Float64Array): void {
  const cover = soilCover(item.soilGPerM2);
  const table = soilTable(item.soilType);
  for (let i = 0; i < wavelengthsNm.length; i++) {
    out[i] += cover * (lookUp(table, wavelengthsNm[i]) - out[i]);
  }
}

function wet(item: ItemState, wavelengthsNm: ArrayLike<number>, out: Float32Array | Float64Array): void {
  const cover = wetCover(item.waterFilmUm);
  const water = waterAbsorption();
  for (let i = 0; i < wavelengthsNm.length; i++) {
    const under = underWater(out[i], lookUp(water, wavelengthsNm[i]), item.waterFilmUm);
    out[i] += cover * (under - out[i]);
  }
}
