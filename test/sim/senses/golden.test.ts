import { describe, test } from 'vitest';
import { materials } from '../../../sim/materials/catalogue.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { sha256Hex } from '../../../sim/record/canonical.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import { defaultSensors } from '../../../sim/senses/sensors.ts';
import { expectGolden } from '../to-the-bit.ts';

/** Every material, fresh and worn. */
const items: ItemState[] = materials.flatMap(({ id }, i) => [
  makeItem({ seed: 1, itemId: 2 * i, materialId: id }),
  makeItem({ seed: 1, itemId: 2 * i + 1, materialId: id, state: 7 }),
]);

describe('to the bit', () => {
  test('items of every material', () => expectGolden('items', items));

  test('what three used sensors see of them', () => {
    const { visual, thermal, spectral } = defaultSensors();
    const used = {
      visual: { ...visual, lensDirt: 0.2, lampAge: 0.3, misregistration: 0.05, deadRows: [7] },
      thermal: { ...thermal, minutesSinceShutter: 3 },
      spectral: { ...spectral, windowDirt: 0.1 },
    };
    const instruments = new Instruments(1);
    const hashes = items.map((item) => {
      const { streams } = instruments.look(item, used, ['visual', 'thermal', 'spectral']);
      return ['visual', 'thermal', 'spectral'].map((sense) =>
        sha256Hex(new Uint8Array(streams[sense]!.values.buffer)),
      );
    });
    expectGolden('frames', hashes);
  });
});
