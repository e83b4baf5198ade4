import { createHash } from 'node:crypto';
import type { Hasher } from '../../sim/record/canonical.ts';

/** SHA-256 by Node's own implementation, behind the port of the world. */
export function nodeHasher(): Hasher {
  const hash = createHash('sha256');
  return {
    update(data) {
      hash.update(data);
    },
    hex: () => hash.copy().digest('hex'),
  };
}
