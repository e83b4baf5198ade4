import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fitted from '../../../sim/materials/data/optics-bands-fitted.json' with { type: 'json' };
import { codeHash, synthCode } from '../../store/code.ts';
import { version } from '../../version.ts';
import { type Household, materialsOf, OOD_DAMAGE } from './household.ts';
/** What is known to be missing or doubtful in every set, for whoever uses the data. */
import limits from './limits.json' with { type: 'json' };

/** Which classes of a set absorb, in part or whole, as nobody measured: `ABS (abs, butadiene)`; no sentence if there is none. */
export function unmeasuredLimit(classes: readonly string[]): string[] {
  const doubtful = classes.flatMap((code) => {
    const ids = materialsOf(code).flatMap((material) => material.optics.bands.map((band) => band.id));
    const unmeasured = [...new Set(ids)].filter((id) => !Object.hasOwn(fitted, id)).sort();
    return unmeasured.length > 0 ? [`${code} (${unmeasured.join(', ')})`] : [];
  });
  if (doubtful.length === 0) return [];
  return [
    `Absorption that is not fitted to measured spectra but derived from relatives, tables or memory: ${doubtful.join('; ')}.`,
  ];
}

/** SHA-256 of a file, read as a stream. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The code that decides the rows of a set. */
function setCode(): string {
  return codeHash(synthCode);
}

/** Hash of everything that decides the rows of a set: its spec and the code, so that no edit goes on in old rows. */
export function specHash(spec: object, code = setCode()): string {
  return createHash('sha256')
    .update(`${code}\n${JSON.stringify(spec)}`)
    .digest('hex');
}

export interface CardFile {
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
  readonly columns: string;
}

/** The data card: what the set is, how it was made, its seed and hashes, how it is split, what it cannot do. */
export function dataCard(
  household: Household,
  command: string,
  spec: object,
  files: readonly CardFile[],
  furtherLimits: readonly string[] = [],
) {
  return {
    what: 'synthetic pieces of a household waste stream, rendered from one hidden state per piece',
    how: 'sim/materials draws and ages a piece; sim/senses turns its state into reflectance (band absorption, Kubelka-Munk, surface, soil, water film) and a drawn unit of the instrument measures it. No class template, no label is read.',
    command,
    version: version(),
    code: setCode(),
    seed: household.seed,
    spec,
    materials: Object.fromEntries(
      household.classes.map((code) => [code, materialsOf(code).map((m) => m.id)]),
    ),
    files,
    splits: {
      by: 'object: one row is one piece; column split of the item table',
      shares: { train: 0.7, validation: 0.15, test: 0.15 },
      ood: `pieces with damage >= ${OOD_DAMAGE} (states 8 and 9), taken out of the other splits`,
    },
    limits: [...unmeasuredLimit(household.classes), ...limits, ...furtherLimits],
  };
}
