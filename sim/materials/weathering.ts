import type { ItemState, StainKind } from '../record/item-state.ts';
import { type Cues, cuesOf } from './appearance.ts';
import type { Look, Material } from './material.ts';

/**
 * What sun, hands and meals leave to be seen, beyond the laws of kinetics.json: yellowing by substance, gloss, chalk, fading,
 * stains, tears, dents, lost lids. All of it grows with doses that the item keeps, so that further ageing goes on from there.
 */

/** Months of sun of a body that is protected as its look is: crates and pipes are stabilised, glazing is coated (law rates, memory). */
const PROTECTION: Readonly<Record<string, number>> = { 'photo-stabilised': 5, 'photo-glazing': 2 };

/** What a surface is to sun and hands, by the laws of its look: look-alikes must not differ by it. */
function surfaceKind({ laws }: Look): 'polymer' | 'textile' | 'fibre' | 'wood' | 'other' {
  const has = (start: string) => laws.some((law) => law.startsWith(start));
  if (has('photo-')) return 'polymer';
  if (has('textile-')) return 'textile';
  if (has('paper-')) return 'fibre';
  return has('wood-') ? 'wood' : 'other';
}

/** By how much the sun of a body is to be divided: what its look is protected by, as far as its substance's numbers are of bare goods. */
function protectionOf({ look }: Material, { guarded }: Cues): number {
  const most = look.laws.reduce((found, law) => Math.max(found, PROTECTION[law] ?? 1), 1);
  return 1 + guarded * (most - 1);
}

/** 1 - exp(-x), for x >= 0. */
const rise = (x: number) => -Math.expm1(-x);
/** 1 - exp(-(t / scale)^power). */
const delayed = (t: number, scale: number, power: number) =>
  t <= 0 ? 0 : rise(Math.exp(power * Math.log(t / scale)));

/** Depth of the layer that oxygen lets yellow, mm (100-300 um in PP and PE, deeper in styrenics; memory). */
const YELLOW_LAYER_MM = 0.5;
/** Titania above which a body counts as white, wt%, and scattering depths from which it is translucent and opaque (choices). */
const WHITE_PCT = 0.3;
const TRANSLUCENT_DEPTH = 0.1;
const OPAQUE_DEPTH = 2;
/** Light goes to and fro in a milky wall: the tables were read on such bodies, so less chromophore makes as much yellow (choice). */
const MILKY_SHARE = 0.25;
/** A foam yellows in its skin, which is denser than the foam (choice; EPS skin b* 5, 12, 18, 22 at 1, 3, 6, 12 months, memory). */
const SKIN = { below: 0.5, denser: 6 } as const;

/** Chromophore of a polymer after months of sun, 1/mm at 420 nm; months at 7 W/m2 of 300-400 nm and 298 K. */
export function polymerYellowing(body: ItemState, cues: Cues, months: number): number {
  const depth = cues.yellowDepth * delayed(months, cues.yellowMonths, cues.yellowPower);
  const thicknessMm = body.thicknessM * 1000;
  const layerMm = Math.min(thicknessMm, YELLOW_LAYER_MM);
  if (body.relativeDensity < SKIN.below) return (SKIN.denser * body.relativeDensity * depth) / layerMm;
  if (body.tio2Pct >= WHITE_PCT) return (cues.whiteShield * depth) / layerMm;
  const scattering = body.scatterPerCm * 0.1 * thicknessMm;
  if (scattering > OPAQUE_DEPTH) return depth / layerMm;
  // The sun reaches one of two walls.
  const walls = body.wallCount > 1 ? 0.5 : 1;
  return (walls * (scattering > TRANSLUCENT_DEPTH ? MILKY_SHARE : 1) * depth) / thicknessMm;
}

/**
 * Newsprint yellows in two steps, b* = b0 + 5 (1 - exp(-t / 1 d)) + 14 (1 - exp(-t / 30 d)), t in days of sun (memory). Yellowness goes
 * with the root of the chromophore, so that of the chromophore is nearly one step: fitted to that form.
 */
const NEWSPRINT = { fastShare: 0.1, fastDays: 1, slowDays: 34, perMm: 3.2 } as const;

/** Chromophore of paper that holds lignin after days of sun, 1/mm at 420 nm. */
export function newsprintYellowing(days: number): number {
  const { fastShare, fastDays, slowDays, perMm } = NEWSPRINT;
  return perMm * (fastShare * rise(days / fastDays) + (1 - fastShare) * rise(days / slowDays));
}

/**
 * White paper is brightened, and its brightener dies in the light: b* of office paper went from -8.4 to +4.7 in two hours of a strong
 * ultraviolet lamp (Key Eng. Mater. 688, 104, abstract). Lamps of a hall hold little ultraviolet, so that the new paper looks neutral
 * and less than half of the 13 is lost (estimate: 5). Such papers keep as blue wool 3 to 4, some weeks of sun (memory).
 */
const BRIGHTENER = { perMm: 0.24, days: 12 } as const;

function brightenerLoss(days: number): number {
  return BRIGHTENER.perMm * rise(days / BRIGHTENER.days);
}

/** Wood browns before it greys: the brown comes in weeks and is washed out as the surface greys (spruce outdoors, memory). */
const BROWN = { perMm: 5.2, comesDays: 25, goesDays: 90 } as const;

function woodBrowning(days: number): number {
  return BROWN.perMm * rise(days / BROWN.comesDays) * Math.exp(-days / BROWN.goesDays);
}

/** Months of sun after which an ink has 1/e of its density: yellow keeps 80, 50, 25 % at 1, 3, 6 months, magenta 85, 60, 35, cyan 97, 92, 85 (memory). */
const INK_MONTHS = { yellow: 4.4, magenta: 5.8, cyan: 37 } as const;

/** Density left of the three inks of a print. */
export function inksLeft(months: number) {
  return {
    inkYellowLeft: Math.exp(-months / INK_MONTHS.yellow),
    inkMagentaLeft: Math.exp(-months / INK_MONTHS.magenta),
    inkCyanLeft: Math.exp(-months / INK_MONTHS.cyan),
  };
}

/** Chroma of red and orange bodies falls by a tenth in half a year (memory); textiles lose up to 0.7 of their colour (estimate). */
const PIGMENT_MONTHS = 57;
const TEXTILE_LOSS = 0.7;
/**
 * Washing and rubbing take dye as well: reactive dyes on cotton keep 80-90 % of their strength over 20 washes in the home (memory), and
 * what is worn out was washed 50-100 times, so 0.3 are gone by then (estimate).
 */
const WASHED_OUT = 0.3;
/** Kraft bleaches from L 60, b 21 to L 68, b 18 in three months (memory): share of its absorption lost, and how fast. */
const KRAFT = { loss: 0.42, days: 40 } as const;

function colourLeftOf(look: Look, { oxidation, wear }: Aged, months: number, days: number): number {
  const kind = surfaceKind(look);
  if (kind === 'textile') return (1 - TEXTILE_LOSS * Math.min(1, oxidation)) * (1 - WASHED_OUT * wear);
  if (look.visible === 'cardboard' || look.visible === 'pulp')
    return 1 - KRAFT.loss * rise(days / KRAFT.days);
  return kind === 'polymer' ? Math.exp(-months / PIGMENT_MONTHS) : 1;
}

/** Days in a month of the tables. */
const MONTH_DAYS = 30.44;

/** How far light and use have come, 0..1. */
type Aged = Readonly<Pick<ItemState, 'oxidation' | 'wear'>>;

/** What the sun did, from the sun years of the item, its own rate and its look's protection; use takes colour too. */
export function sunFields(body: ItemState, material: Material, sunYears: number, rate: number, aged: Aged) {
  const { oxidation } = aged;
  const { look } = material;
  const cues = cuesOf(material, body.lookCoupling);
  const bare = 12 * sunYears;
  const months = (bare * rate) / protectionOf(material, cues);
  const days = months * MONTH_DAYS;
  return {
    sunYears,
    yellowingPerMm: yellowingOf(),
    brownSpots: cues.brownMost * delayed(months, 9, 3),
    glossLeft: Math.exp((-Math.LN2 * months) / cues.glossMonths),
    chalk: cues.chalkMost * delayed(months, cues.chalkMonths, 3),
    crackFactor: cues.crackFactor,
    colourLeft: colourLeftOf(look, aged, months, days),
    ...inksLeft(bare * rate),
  };

  function yellowingOf(): number {
    const kind = surfaceKind(look);
    // The law of this foam is that of its browning, which takes weeks: nothing that is read of other polymers fits.
    if (look.laws.includes('photo-pur')) return look.yellowingAtEndPerMm * Math.min(1, oxidation);
    if (kind === 'polymer') return polymerYellowing(body, cues, months);
    if (kind === 'wood') return woodBrowning(days);
    if (look.visible === 'paper-white') return brightenerLoss(days) + look.yellowingAtEndPerMm * oxidation;
    // Brown board bleaches instead.
    if (look.visible === 'cardboard') return 0;
    return look.visible === 'newsprint' ? newsprintYellowing(days) : look.yellowingAtEndPerMm * oxidation;
  }
}

/** Stains of use: how far a fully used thing is covered (estimates), by what takes stains up. */
const STAINED = { fibre: 0.5, textile: 0.45, wood: 0.4, polymer: 0.25, other: 0.12 } as const;
/** Share of wear after which a lid can be lost, and of the worn that lose it at once (estimates: caps are on 65 % of bottles). */
const LID = { from: 0.25, to: 0.9 } as const;

/** How much more or less than its kind a piece takes: deviation 0.35 of the mean, as things aged alike differ (0.3-0.5; netSEM laminates). */
const prone = (u: number) => 0.4 + 1.2 * u;

function stainKindOf(look: Look, soilType: ItemState['soilType']): StainKind {
  if (soilType === 'biofilm' || soilType === 'clay') return 'mould';
  if (soilType === 'fat') return 'grease';
  if (soilType === 'sugar') return 'drink';
  return look.labelShare > 0 && surfaceKind(look) === 'polymer' ? 'glue' : 'dirt';
}

/** What hands did: stains, tears, dents, a lost lid; `used` is the share of the life that wear has taken. */
export function useFields(
  body: ItemState,
  look: Look,
  used: number,
  soilType: ItemState['soilType'],
  brittle: number,
) {
  const kind = surfaceKind(look);
  const most = STAINED[kind];
  const stainCover = most * used * prone(body.stainProneness);
  const torn = kind === 'fibre' || kind === 'textile' || look.shape === 'film' || look.shape === 'bag';
  const snaps = body.crushKind === 'shards';
  const lidded = body.capped > 0 || look.shape === 'can';
  return {
    stainCover: Math.min(0.8, stainCover),
    stainKind: stainCover > 0.01 ? stainKindOf(look, soilType) : ('none' as const),
    tears: torn ? Math.min(1, used * prone(body.tearProneness)) : 0,
    dents: torn ? 0 : Math.min(1, used * prone(body.dentProneness)),
    breaks:
      snaps || brittle > 0.5 ? Math.min(1, prone(body.tearProneness) * Math.max(brittle, 0.7 * used)) : 0,
    lidMissing: lidded && used > LID.from + (LID.to - LID.from) * body.lidHold ? 1 : 0,
  };
}
