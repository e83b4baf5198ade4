import { drawKey, normalAt } from '../kernel/random/random.ts';
import raw from './data/lives.json' with { type: 'json' };
import type { Look } from './material.ts';

/** How long a kind of goods is in use: median in years and sigma of the logarithm. */
export interface Lives {
  readonly kind: string;
  readonly medianYears: number;
  readonly sigmaLn: number;
}

const kinds: Readonly<Record<string, readonly unknown[]>> = raw.kinds;
const kindOfLook: Readonly<Record<string, string>> = raw.looks;

/** The lives of goods of a look; throws for a look that lives.json does not know. */
export function livesOf({ id }: Look): Lives {
  const kind = kindOfLook[id] ?? '';
  const [span] = kinds[kind] ?? [];
  if (!Array.isArray(span)) throw new Error(`lives.json: no kind of goods for the look "${id}"`);
  const [medianYears, sigmaLn] = span.map(Number);
  return { kind, medianYears: medianYears!, sigmaLn: sigmaLn! };
}

/** Years in use of one piece: packaging weeks, durable goods years; by the look, never by the substance. */
export function drawUseYears(seed: number, itemId: number, look: Look): number {
  const { medianYears, sigmaLn } = livesOf(look);
  const key = drawKey(seed, 0, 'materials/item', 'use-years');
  return medianYears * Math.exp(sigmaLn * normalAt(key, itemId));
}
