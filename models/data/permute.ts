import { stream } from '../../sim/kernel/random/random.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { CAMERA } from '../nets/inputs.ts';
import type { Dataset } from './dataset.ts';
import { shuffle } from './shuffle.ts';

/**
 * What a row is shown beside its image: what the other senses saw of another row of the pool, of the same material (`within`)
 * or of any (`across`). Each row's sensors are used once; the image stays the row's own.
 */
export function permutedSensors(
  data: Dataset,
  rows: Int32Array,
  how: 'within' | 'across',
  seed: number,
): (row: number, sense: Sense) => number {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const group = how === 'within' ? data.material[row]! : 0;
    const members = groups.get(group) ?? [];
    members.push(row);
    groups.set(group, members);
  }
  const source = new Map<number, number>();
  const random = stream({ seed, replication: 0, path: 'training', purpose: `permuted ${how}` });
  for (const group of groups.values()) {
    shuffle(group, random);
    // A cycle through the shuffled group: nobody keeps their own sensors.
    group.forEach((row, i) => {
      source.set(row, group[(i + 1) % group.length]!);
    });
  }
  return (row, sense) => (sense === CAMERA ? row : (source.get(row) ?? row));
}
