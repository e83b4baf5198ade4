import { advance, doseRate, type Law, lawById, lifeUsed } from './laws.ts';
import type { Material } from './material.ts';
import { type Stay, YEAR_S } from './stay.ts';

/** The parts of the state that laws drive, in the order of every dose array. */
export const drives = ['oxidation', 'greying', 'wear', 'corrosion', 'chain', 'delamination'] as const;
const VISIBLE_DRIVES = 4;

/** One dose a drive, [6]: accumulated rate * time; for corrosion the depth in um. */
export type Doses = Float64Array;

/** How fast this very item ages against the mean of its kind, one factor a drive, [6]. */
export type Sensitivities = ArrayLike<number>;

const lawsCache = new Map<string, readonly (Law | null)[]>();

/** The law behind each drive of a material, null where nothing happens; at most one law a drive. */
export function lawsOf(material: Material): readonly (Law | null)[] {
  const cached = lawsCache.get(material.id);
  if (cached) return cached;
  const found: (Law | null)[] = drives.map(() => null);
  for (const id of [...material.look.laws, ...material.hiddenLaws]) {
    const law = lawById(id);
    const at = drives.indexOf(law.drives);
    if (found[at])
      throw new Error(
        `material ${material.id}: laws ${found[at].id} and ${id} both drive ${law.drives}; keep one`,
      );
    found[at] = law;
  }
  lawsCache.set(material.id, found);
  return found;
}

/** Dose rates per year of one stay, one a drive, written to `out` [6]. */
export function ratesOf(
  laws: readonly (Law | null)[],
  stay: Stay,
  sensitivities: Sensitivities,
  out: Doses = new Float64Array(drives.length),
): Doses {
  for (let i = 0; i < drives.length; i++) {
    const law = laws[i];
    out[i] = law ? doseRate(law, stay) * sensitivities[i]! : 0;
  }
  return out;
}

/** Adds a time at constant rates to the doses, in place; exact for every law. */
export function gather(laws: readonly (Law | null)[], doses: Doses, rates: Doses, years: number): void {
  for (let i = 0; i < drives.length; i++) {
    const law = laws[i];
    if (law) doses[i] = advance(law, doses[i]!, rates[i]!, years);
  }
}

/** The doses after a list of stays, from `start` (zero when absent). Deterministic and monotone in every duration. */
export function dosesAfter(
  material: Material,
  stays: readonly Stay[],
  sensitivities: Sensitivities,
  start?: Doses,
): Doses {
  const laws = lawsOf(material);
  const doses = start ? start.slice() : new Float64Array(drives.length);
  const rates = new Float64Array(drives.length);
  for (const stay of stays) {
    gather(laws, doses, ratesOf(laws, stay, sensitivities, rates), stay.durationS / YEAR_S);
  }
  return doses;
}

/**
 * The one damage scale, 0..1, irreversible: what is left of an item is the product of what each mechanism has left,
 * damage = 1 - product over mechanisms of (1 - share of life used). Independent mechanisms multiply as survival
 * probabilities do; each share only grows, so damage only grows.
 */
export function damageOf(laws: readonly (Law | null)[], doses: Doses, visibleOnly = false): number {
  let left = 1;
  const count = visibleOnly ? VISIBLE_DRIVES : drives.length;
  for (let i = 0; i < count; i++) {
    const law = laws[i];
    if (law) left *= 1 - lifeUsed(law, doses[i]!);
  }
  return 1 - left;
}
