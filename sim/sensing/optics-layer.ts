import { PIGMENTS, type PigmentField } from '../materials/data/optics-pigments.ts';
import type { ItemState } from '../materials/item.ts';
import type { Material } from '../materials/material.ts';
import { absorptionTable, lookUp, TABLE_FROM_NM, tableOf } from './optics-tables.ts';
import { waterAbsorption } from './optics-water.ts';

/** What absorbs and what scatters inside a layer, from the state of the item. */

export interface Term {
  /** Absorption on the 1 nm grid, 1/cm per unit of weight. */
  readonly table: Float32Array;
  readonly weight: number;
}

const pigmentTables = new Map<PigmentField, Float32Array>();

function pigmentTable(field: PigmentField): Float32Array {
  let table = pigmentTables.get(field);
  if (table === undefined) {
    table = tableOf(PIGMENTS[field].absorptionPerCm);
    pigmentTables.set(field, table);
  }
  return table;
}

let yellowing: Float32Array | undefined;

/** Chromophores of ageing: 1 at 420 nm, falling by e each 60 nm (materials.md 1, row 7; from memory there). */
function yellowingTable(): Float32Array {
  yellowing ??= tableOf((nm) => (nm > 900 ? 0 : Math.exp(-(nm - 420) / 60)));
  return yellowing;
}

/** Absorption terms of the layer: substance (by share and density), pigments, yellowing and bound water. */
export function absorptionTerms(item: ItemState, material: Material): Term[] {
  const terms: Term[] = [];
  const bands = material.optics.bands;
  const solid = item.relativeDensity * item.alphaScale;
  for (let i = 0; i < bands.length; i++) {
    const share = bands.length === 2 ? (i === 1 ? item.blendShare : 1 - item.blendShare) : bands[i].weight;
    if (share > 0) terms.push({ table: absorptionTable(bands[i].id), weight: solid * share });
  }
  for (const field of PIGMENT_FIELDS) {
    if (item[field] > 0)
      terms.push({ table: pigmentTable(field), weight: item[field] * item.relativeDensity });
  }
  if (item.yellowingPerMm > 0) terms.push({ table: yellowingTable(), weight: item.yellowingPerMm * 10 });
  if (item.moistureKgPerKg > 0) {
    terms.push({ table: waterAbsorption(), weight: item.moistureKgPerKg * item.relativeDensity });
  }
  return terms;
}

const PIGMENT_FIELDS = Object.keys(PIGMENTS) as PigmentField[];

/** Scattering of a crack population, 1/cm per crack per mm (estimate: a crazed surface layer whitens at 10 per mm). */
const CRACK_SCATTER_PER_CM = 2;
/** Scattering by titania at 1300 nm, 1/cm per wt% (materials.md 3.2: white 30-100 at 1-3 wt%, from memory there). */
const TITANIA_SCATTER_PER_CM = 30;
const TITANIA_EXPONENT = 1.5;

export interface Scattering {
  /** S in 1/cm at a wavelength in nm. */
  at(nm: number): number;
}

/** Scattering of the layer: S(1300) (1300/l)^p of the substance, titania and cracks. */
export function scatteringTerms(item: ItemState): Scattering {
  const base = item.scatterPerCm + CRACK_SCATTER_PER_CM * item.crackPerMm;
  const p = item.scatterExponent;
  const titania = TITANIA_SCATTER_PER_CM * item.tio2Pct;
  return {
    at(nm) {
      const logRatio = lookUp(logTable(), nm);
      const own = base * Math.exp(p * logRatio);
      return titania > 0 ? own + titania * Math.exp(TITANIA_EXPONENT * logRatio) : own;
    },
  };
}

let logs: Float32Array | undefined;

/** ln(1300 / nm) on the 1 nm grid: a power law without a logarithm per band. */
function logTable(): Float32Array {
  logs ??= tableOf((nm) => Math.log(1300 / Math.max(nm, TABLE_FROM_NM)));
  return logs;
}
