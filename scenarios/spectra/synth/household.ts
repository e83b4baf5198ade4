import { drawKey, uniformAt } from '../../../sim/kernel/random/random.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { STATE_COUNT } from '../../../sim/materials/damage.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import type { Material } from '../../../sim/materials/material.ts';
import { at } from '../../../sim/record/must.ts';
import { InputError } from '../../errors.ts';
import { didYouMean } from '../../schema/reading/nearest.ts';
import { wordsFrom } from './options.ts';

/**
 * Pieces of a household waste stream, one a row: every class once in a block of rows, in an order drawn anew for each
 * block, so that neither the row nor the item id says anything about the label.
 */
export interface Household {
  /** Upper-case class codes, `PET`. */
  readonly classes: readonly string[];
  readonly seed: number;
  /** Degradation states that occur; null = young pieces are the most frequent. */
  readonly states: readonly number[] | null;
  /** Share of pieces that are rinsed and dry when they are looked at. */
  readonly rinsedShare: number;
}

/** Most pieces are rinsed and dry when somebody measures them (choice: the rest is as it comes out of the bin). */
export const RINSED_SHARE = 0.7;
/** Frequency of state s is proportional to this to the power s: packaging is discarded young (choice). */
const STATE_DECAY = 0.6;
/** How often a light material comes for each time a black one comes: about a tenth of household plastics is black (estimate). */
const LIGHT_PER_BLACK = 3;
/** Carbon black that makes a piece black, wt% (from memory: 0.5 to 2 wt% leave the surface reflection alone). */
const BLACK_PCT = 0.3;
/** Soil that rinsing leaves, share of before (estimate, from memory: a cold wash leaves 0.6 of fat, less of dust). */
const SOIL_LEFT = 0.05;

const byClass = new Map<string, readonly Material[]>();
for (const material of materials)
  byClass.set(material.class, [...(byClass.get(material.class) ?? []), material]);

/** Class codes that have at least one material, sorted. */
export const classCodes: readonly string[] = [...byClass.keys()].sort();

/** Finds classes by code, any case; throws InputError with the nearest code. */
export function classesFrom(text: string): string[] {
  const words = wordsFrom(text);
  if (words.length === 0)
    throw new InputError({
      what: '--classes names no class',
      got: text,
      cure: `Give codes such as pet,hdpe,pp; known: ${classCodes.join(', ')}`,
    });
  const codes = words.map((word) => {
    const code = word.toUpperCase();
    if (byClass.has(code)) return code;
    throw new InputError({
      what: 'unknown class',
      got: word,
      where: '--classes',
      cure: didYouMean(code, classCodes),
    });
  });
  return [...new Set(codes)];
}

/** Materials of a class, sorted by id. */
export function materialsOf(code: string): readonly Material[] {
  return byClass.get(code) ?? [];
}

/** The piece of row `row` (0, 1, 2 ...): its item id is the row, whatever its class. */
export function pieceAt(household: Household, row: number): ItemState {
  const { classes, seed } = household;
  const block = Math.floor(row / classes.length);
  const code = shuffled(seed, 'class', block, classes, row);
  const choices = roundOf(code);
  const material = shuffled(seed, `material/${code}`, Math.floor(block / choices.length), choices, block);
  const item = makeItem({ seed, itemId: row, materialId: material.id, state: stateAt(household, row) });
  const rinsed = uniformAt(drawKey(seed, 0, 'scenarios/synth', 'rinsed'), row) < household.rinsedShare;
  return rinsed ? { ...item, waterFilmUm: 0, soilGPerM2: item.soilGPerM2 * SOIL_LEFT } : item;
}

const rounds = new Map<string, readonly Material[]>();

/** The materials of one round of a class: those coloured with carbon black come once, all others LIGHT_PER_BLACK times. */
function roundOf(code: string): readonly Material[] {
  let round = rounds.get(code);
  if (round === undefined) {
    round = materialsOf(code).flatMap((m) => new Array<Material>(isBlack(m) ? 1 : LIGHT_PER_BLACK).fill(m));
    rounds.set(code, round);
  }
  return round;
}

/** Black in every colour that it comes in. */
function isBlack({ look }: Material): boolean {
  return look.colours.every(({ pigments }) => (pigments.carbonBlackPct?.[0] ?? 0) >= BLACK_PCT);
}

/** What stands at a place, counted round and round, of the random order of a list that belongs to (purpose, round). */
function shuffled<T>(seed: number, purpose: string, round: number, list: readonly T[], place: number): T {
  const key = drawKey(seed, 0, 'scenarios/synth', purpose);
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(uniformAt(key, round, i) * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order[place % order.length] as T;
}

function stateAt(household: Household, row: number): number {
  const u = uniformAt(drawKey(household.seed, 0, 'scenarios/synth', 'state'), row);
  if (household.states !== null) return at(household.states, Math.floor(u * household.states.length));
  const state = Math.floor(
    Math.log(1 - u * (1 - Math.exp(STATE_COUNT * Math.log(STATE_DECAY)))) / Math.log(STATE_DECAY),
  );
  return Math.min(state, STATE_COUNT - 1);
}

/** Which part of a data set a piece belongs to, by its own draw; worn-out pieces (state 8, 9) are out of distribution. */
export function splitOf(household: Household, item: ItemState): 'train' | 'validation' | 'test' | 'ood' {
  if (item.damage >= OOD_DAMAGE) return 'ood';
  const u = uniformAt(drawKey(household.seed, 0, 'scenarios/synth', 'split'), item.itemId);
  if (u < 0.7) return 'train';
  return u < 0.85 ? 'validation' : 'test';
}

/** Damage from which a piece counts as out of distribution. */
export const OOD_DAMAGE = 0.8;
