import type { SenseInput } from '../../models/nets/inputs.ts';
import { SENSES, type StandardSense } from '../../sim/senses/registry.ts';

/** What networks take of the standard senses, at these sizes. */
export function standardInputs(px: number, bands: number, film = [8, 32, 32]) {
  const shapes = { visual: [px, px, 3], thermal: film, spectral: [bands] };
  const inputs = Object.entries(shapes).map(([name, shape]) => [
    name,
    { shape, input: SENSES.need(name).input },
  ]);
  return Object.fromEntries(inputs) as Record<StandardSense, SenseInput>;
}
