import { dialPoints, isReady } from '../../../models/training/protocol/dial.ts';
import { unitKey } from '../../../models/training/protocol/protocol.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { settingsHash } from './plan.ts';
import type { TrainingResult } from './results.ts';

/** The main question, or the same at another value of the dial: a protocol of its own with its own results. */
export interface Part {
  /** `main`, or `dial 0.25`. */
  readonly name: string;
  /** Null of the main question. */
  readonly coupling: number | null;
  readonly protocol: Protocol;
  readonly results: readonly TrainingResult[];
  /** True once everything that it needs of the part before is there. */
  readonly ready: boolean;
}

/** All parts of a protocol, the main question first; each takes the results of its own settings out of the list. */
export function partsOf(protocol: Protocol, results: readonly TrainingResult[]): Part[] {
  const own = resultsOf(protocol, results);
  const main: Part = { name: 'main', coupling: null, protocol, results: own, ready: true };
  const dial = dialPoints(protocol, own, FULL_COUPLING).flatMap((point): Part[] =>
    point.protocol === null
      ? []
      : [
          {
            ...{ name: `dial ${point.coupling}`, coupling: point.coupling, protocol: point.protocol },
            ...{ results: resultsOf(point.protocol, results), ready: isReady(point) },
          },
        ],
  );
  return [main, ...dial];
}

/** Results of a part: made with its settings, on the items that its last line was made on. */
function resultsOf(protocol: Protocol, results: readonly TrainingResult[]): TrainingResult[] {
  const recipe = settingsHash(protocol);
  const own = results.filter((result) => result.recipe === recipe);
  const data = own.at(-1)?.data;
  const byUnit = new Map(
    own.filter((result) => result.data === data).map((result) => [unitKey(result.unit), result]),
  );
  return [...byUnit.values()];
}
