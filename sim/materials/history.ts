import { type DrawKey, drawKey, normalAt, uniformAt } from '../kernel/random/random.ts';
import type { SoilType } from '../record/item-state.ts';
import type { Look } from './material.ts';
import { DAY_S, environments, type Stay, YEAR_S } from './stay.ts';

/** A drawn life: stays with a fixed length and, by index, those that last as long as the item was used. */
export interface Life {
  readonly stays: readonly Stay[];
  /** Share of the use that each stay takes; 0 = fixed length. */
  readonly useShare: readonly number[];
}

/** Chance that a part of the use is spent as litter or left outdoors (estimate). */
const OUTDOOR_EPISODE = 0.25;

function drawStay(placeId: string, durationS: number, key: DrawKey, itemId: number, index: number): Stay {
  const place = environments[placeId];
  if (!place)
    throw new Error(`unknown place "${placeId}"; places.json has ${Object.keys(environments).join(', ')}`);
  const at = index * 8;
  const soil = place.soilTypes[Math.floor(uniformAt(key, itemId, at) * place.soilTypes.length)] as SoilType;
  const rh = place.rh + 0.06 * normalAt(key, itemId, at + 1);
  return {
    place: placeId,
    durationS,
    tempK: place.tempK + place.tempSpreadK * normalAt(key, itemId, at + 2),
    rh: Math.min(0.95, Math.max(0.1, rh)),
    uvWPerM2: place.uvWPerM2 * Math.exp(place.uvSpreadLn * normalAt(key, itemId, at + 3)),
    wetFraction: place.wetFraction,
    cyclesPerYear: place.cyclesPerYear * Math.exp(0.4 * normalAt(key, itemId, at + 4)),
    corrosivity: Math.max(1, place.corrosivity + 0.4 * normalAt(key, itemId, at + 5)),
    soilGPerM2PerYear: place.soilGPerM2PerYear * Math.exp(0.7 * normalAt(key, itemId, at + 6)),
    washPerYear: place.washPerYear,
    soilType: soil,
  };
}

/**
 * Draws the life of an item from shelf to sorting belt. It depends on the look (what the thing is used for), the seed
 * and the item id, never on the substance: so nothing about the life gives the material away.
 */
export function drawLife(seed: number, itemId: number, look: Look): Life {
  const key = drawKey(seed, 0, 'materials/item', 'life');
  const choice = drawKey(seed, 0, 'materials/item', 'life-choice');
  const at = (index: number) => uniformAt(choice, itemId, index);
  const outdoors = at(0) < OUTDOOR_EPISODE;
  const share = outdoors ? 0.1 + 0.5 * at(1) : 0;
  const discard = at(2) < 0.5 ? 'bin' : 'container';
  const stays = [
    drawStay('warehouse', (20 + 180 * at(3)) * DAY_S, key, itemId, 0),
    drawStay(look.use, YEAR_S, key, itemId, 1),
    drawStay(discard, (1 + 20 * at(4)) * DAY_S, key, itemId, 3),
    drawStay('lorry', (0.2 + 1.5 * at(5)) * DAY_S, key, itemId, 4),
  ];
  if (!outdoors) return { stays, useShare: [0, 1, 0, 0] };
  stays.splice(2, 0, drawStay('street', YEAR_S, key, itemId, 2));
  return { stays, useShare: [0, 1 - share, share, 0, 0] };
}
