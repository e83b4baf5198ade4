import { materials } from './catalogue.ts';
import { advance, doseRate, type Law, lawById, lifeUsed } from './laws.ts';
import type { Material } from './material.ts';
import { type Stay, YEAR_S } from './stay.ts';

/** A part of the state that a law drives. */
export type Drive = Law['drives'];

/** All of them, in the order in which sensitivities are drawn and mechanisms are multiplied. */
export const drives: readonly Drive[] = [
  'oxidation',
  'greying',
  'wear',
  'corrosion',
  'chain',
  'delamination',
];

/** A number for each drive: how fast this very item ages against the mean of its kind, what it has gathered. */
export type PerDrive = Readonly<Record<Drive, number>>;

/** A number for each drive from its name and its place in the order. */
export function perDrive(of: (drive: Drive, place: number) => number): PerDrive {
  return {
    oxidation: of('oxidation', 0),
    greying: of('greying', 1),
    wear: of('wear', 2),
    corrosion: of('corrosion', 3),
    chain: of('chain', 4),
    delamination: of('delamination', 5),
  };
}

/** One number for each law of a material, in their order: dose (rate * time; for corrosion the depth in um), or dose rate. */
export type Doses = Float64Array;

const lawsByMaterial: ReadonlyMap<string, readonly Law[]> = new Map(
  materials.map((m) => [m.id, orderedLaws(m)]),
);

/** The laws that age a material of the catalogue, in the order of their drives, at most one a drive. */
export function lawsOf(material: Material): readonly Law[] {
  return lawsByMaterial.get(material.id)!;
}

function orderedLaws({ id, look, hiddenLaws }: Material): Law[] {
  const place = (law: Law) => drives.indexOf(law.drives);
  const found = [...look.laws, ...hiddenLaws].map(lawById).sort((a, b) => place(a) - place(b));
  found.forEach((law, i) => {
    const next = found[i + 1];
    if (law.drives === next?.drives)
      throw new Error(`material ${id}: laws ${law.id} and ${next.id} both drive ${law.drives}; keep one`);
  });
  return found;
}

/** Dose rates per year of one stay, written to `out`. */
export function ratesOf(
  laws: readonly Law[],
  stay: Stay,
  sensitivities: PerDrive,
  out: Doses = new Float64Array(laws.length),
): Doses {
  for (let i = 0; i < laws.length; i++) {
    const law = laws[i]!;
    out[i] = doseRate(law, stay) * sensitivities[law.drives];
  }
  return out;
}

/** Adds a time at constant rates to the doses, in place; exact for every law. */
export function gather(laws: readonly Law[], doses: Doses, rates: Doses, years: number): void {
  for (let i = 0; i < laws.length; i++) doses[i] = advance(laws[i]!, doses[i]!, rates[i]!, years);
}

/** The doses after a list of stays, from `start` (zero when absent). Deterministic and monotone in every duration. */
export function dosesAfter(
  material: Material,
  stays: readonly Stay[],
  sensitivities: PerDrive,
  start?: Doses,
): Doses {
  const laws = lawsOf(material);
  const doses = start ? start.slice() : new Float64Array(laws.length);
  const rates = new Float64Array(laws.length);
  for (const stay of stays) {
    gather(laws, doses, ratesOf(laws, stay, sensitivities, rates), stay.durationS / YEAR_S);
  }
  return doses;
}

/**
 * The one damage scale, 0..1, irreversible: what is left of an item is the product of what each mechanism has left,
 * damage = 1 - product over mechanisms of (1 - share of life used). Independent mechanisms multiply as survival
 * probabilities do; each share only grows, so damage only grows. `visibleOnly`: as far as the eye can see it.
 */
export function damageOf(laws: readonly Law[], doses: Doses, visibleOnly = false): number {
  let left = 1;
  for (let i = 0; i < laws.length; i++) {
    const law = laws[i]!;
    if (visibleOnly && (law.drives === 'chain' || law.drives === 'delamination')) continue;
    left *= 1 - lifeUsed(law, doses[i]!);
  }
  return 1 - left;
}
