import { lazily } from '../kernel/random/lazily.ts';
import { type DrawKey, drawKey, normalAt, uniformAt } from '../kernel/random/random.ts';
import { type CrushKind, crushKinds, type ProcessMark, processMarks } from '../record/item-state.ts';
import { materials } from './catalogue.ts';
import raw from './data/appearance.json' with { type: 'json' };
import type { Material } from './material.ts';
import { blendOfShares, meanOfShares, pickShare, type Shares } from './shares.ts';

/**
 * What a substance changes of its look, as far as sources say. Of each number and habit only the deviation from the mean of all
 * materials that share the look counts, times `lookCoupling`: at 0 look-alikes are equal to the camera, at 1 they are as in reality.
 */

/** The dial where nobody sets it. */
export const FULL_COUPLING = 1;

/** A number of the data file: value, unit, source, doubt. */
type Cell = readonly [value: number, unit: string, source: string, doubt: string];
type ShareCell = readonly [value: Shares, unit: string, source: string, doubt: string];
export type Cue = keyof typeof raw.numbers;
export type Cues = Readonly<Record<Cue, number>>;

export const cueNames = Object.keys(raw.numbers) as readonly Cue[];
const scales: Readonly<Record<Cue, { readonly scale: string; readonly spread: number }>> = raw.numbers;

type CueCells = Readonly<Record<Cue, Cell>>;
interface AppearanceData {
  readonly substances: Readonly<Record<string, CueCells>>;
  /** By look and substance: what another process changes. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, Partial<CueCells>>>>>;
  /** By shape and substance; `*` = all others. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, ShareCell>>>>;
  readonly crush: Readonly<Record<string, ShareCell>>;
}

// JSON has no pairs, only lists: appearance.test.ts reads each of them.
const data = raw as unknown as AppearanceData;
const { substances, exceptions, marks, crush: crushes } = data;

/** The entry of a substance; what has none of its own is neutral, as its kind is. */
function entryOf({ substance, optics }: Material): CueCells {
  const kin = optics.kind === 'layer' ? 'other' : optics.kind;
  return substances[substance] ?? substances[kin]!;
}

function ownCues(material: Material): Cues {
  const entry = entryOf(material);
  const special = exceptions[material.look.id]?.[material.substance];
  return perCue((cue) => (special?.[cue] ?? entry[cue])[0]);
}

/** A number for each cue. */
export function perCue(of: (cue: Cue) => number): Cues {
  return Object.fromEntries(cueNames.map((cue) => [cue, of(cue)])) as Cues;
}

function ownMarks({ look, substance }: Material): Shares {
  const byShape = marks[look.shape] ?? marks['*']!;
  return (byShape[substance] ?? byShape['*']!)[0];
}

function ownCrush({ look, substance }: Material): Shares {
  if (look.shape === 'film' || look.shape === 'bag') return { wrinkles: 1 };
  return crushes[substance]?.[0] ?? { none: 1 };
}

/** What a material has of its own, and the mean of all materials that share its look. */
interface Known {
  readonly own: Cues;
  readonly mean: Cues;
  readonly ownMarks: Shares;
  readonly meanMarks: Shares;
  readonly ownCrush: Shares;
  readonly meanCrush: Shares;
}

const known: ReadonlyMap<string, () => Known> = new Map(
  materials.map((material) => [material.id, lazily(() => knownOf(material))]),
);

function knownOf(material: Material): Known {
  const alike = materials.filter(({ look }) => look.id === material.look.id);
  const all = alike.map(ownCues);
  const mean = perCue((cue) => meanOf(cue, all));
  return {
    own: ownCues(material),
    mean,
    ownMarks: ownMarks(material),
    meanMarks: meanOfShares(alike.map(ownMarks)),
    ownCrush: ownCrush(material),
    meanCrush: meanOfShares(alike.map(ownCrush)),
  };
}

/** Arithmetic mean, of logarithms where a cue is a scale. */
function meanOf(cue: Cue, all: readonly Cues[]): number {
  if (all.length === 1) return all[0]![cue];
  const mean = (of: (value: number) => number) =>
    all.reduce((sum, cues) => sum + of(cues[cue]), 0) / all.length;
  return scales[cue].scale === 'log' ? Math.exp(mean(Math.log)) : mean((value) => value);
}

/** The cues of a material as far as the dial lets them through: from the mean of its look at 0 to its own at 1. */
export function cuesOf({ id }: Material, lookCoupling: number): Cues {
  const { own, mean } = known.get(id)!();
  return perCue((cue) => {
    const [from, to] = [mean[cue], own[cue]];
    // At the ends exactly: look-alikes must be equal to the last bit.
    if (lookCoupling <= 0) return from;
    if (lookCoupling >= 1) return to;
    if (scales[cue].scale === 'log') return from * Math.exp(lookCoupling * Math.log(to / from));
    return from + lookCoupling * (to - from);
  });
}

/** Fixed places of the draws of one piece: a new draw takes a new number and shifts nothing. */
const draw = {
  mark: 30,
  crush: 31,
  stain: 32,
  tear: 33,
  dent: 34,
  lid: 35,
  corrosion: 36,
} as const;

function isOneOf<T extends string>(word: string, words: readonly T[]): T {
  const found = words.find((one) => one === word);
  if (found === undefined)
    throw new Error(`appearance.json: unknown word "${word}", one of ${words.join(', ')}`);
  return found;
}

/** The key of what substance and luck do to a look: the same for all look-alikes, so that at 0 nothing differs. */
function keyOf(seed: number): DrawKey {
  return drawKey(seed, 0, 'materials/item', 'appearance');
}

/** Own spread of a piece around the number of its kind. */
function spreadOf(key: DrawKey, itemId: number, cues: Cues): Cues {
  return perCue((cue) => {
    const { scale, spread } = scales[cue];
    if (spread === 0) return cues[cue];
    const z = normalAt(key, itemId, cueNames.indexOf(cue));
    return cues[cue] * (scale === 'log' ? Math.exp(spread * z) : Math.max(0, 1 + spread * z));
  });
}

/** Cues of a new piece that its look, its substance and luck decide; `ItemState` says what they are. */
export function drawAppearance(seed: number, itemId: number, material: Material, lookCoupling: number) {
  const key = keyOf(seed);
  const { ownMarks, meanMarks, ownCrush, meanCrush, mean } = known.get(material.id)!();
  const cues = spreadOf(key, itemId, cuesOf(material, lookCoupling));
  const at = (place: number) => uniformAt(key, itemId, place);
  const mark = pickShare(blendOfShares(meanMarks, ownMarks, lookCoupling), at(draw.mark));
  const crush = pickShare(blendOfShares(meanCrush, ownCrush, lookCoupling), at(draw.crush));
  return {
    lookCoupling,
    visibleIndex: cues.visibleIndex,
    tintRedPerMm: cues.tintRedPerMm,
    tintGreenPerMm: cues.tintGreenPerMm,
    tintBluePerMm: cues.tintBluePerMm,
    bodyHaze: Math.min(0.98, cues.bodyHaze),
    visibleScatterScale: cues.visibleScatterPerCm / mean.visibleScatterPerCm,
    glossSigmaDeg: Math.min(40, cues.glossSigmaDeg),
    stiffness: Math.min(1, cues.stiffness),
    foldWhitening: cues.foldWhitening,
    processMark: isOneOf<ProcessMark>(mark, processMarks),
    crushKind: isOneOf<CrushKind>(crush, crushKinds),
    stainProneness: at(draw.stain),
    tearProneness: at(draw.tear),
    dentProneness: at(draw.dent),
    lidHold: at(draw.lid),
    ownCorrosion: at(draw.corrosion) < lookCoupling ? 1 : 0,
  };
}
