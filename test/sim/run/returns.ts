import { againstLandfill } from '../../../sim/accounts/carbon.ts';
import type { OutputSpec, WorldSpec } from '../../../sim/world.ts';
import { depot } from './kit.ts';

const carbon = againstLandfill('PP', 'recycled');

const output = (id: string, rest: Partial<OutputSpec>): OutputSpec => ({
  ...{ id, use: 'recycle-low', accepts: ['polymer', 'wood', 'textile', 'metal'], maxState: 9, tiers: [] },
  ...{ contaminantEurPerKg: 0.2, carbon, capacityKg: 0, emptyEur: 0 },
  ...rest,
});

/** A shelf for what can be used again. */
export const shelf = output('shelf', {
  use: 'reuse',
  grades: ['reuse'],
  bench: {
    ...{
      eurPerHour: 22,
      checkMinutes: 1,
      missedShare: 0.2,
      missedEur: 5,
      scrapEurPerKg: 0.05,
      replacementShare: 0.5,
    },
    pieces: [
      {
        ...{ grade: 'reuse', eurPerPiece: 3, minutes: 2, partsEur: 0, passShare: 0.97 },
        ...{ returnShare: 0.05, returnEur: 1, newKgCo2ePerKg: -2 },
      },
    ],
  },
});

/** A workshop: parts, minutes, and a test that a good third fails. */
export const workshop = output('workshop', {
  use: 'repair',
  accepts: ['wood', 'textile', 'metal', 'ABS'],
  grades: ['repair'],
  bench: {
    ...{
      eurPerHour: 22,
      checkMinutes: 3,
      missedShare: 0,
      missedEur: 0,
      scrapEurPerKg: -0.1,
      replacementShare: 0.5,
    },
    pieces: [
      {
        ...{ grade: 'repair', eurPerPiece: 6, minutes: 5, partsEur: 0.5, passShare: 0.64 },
        ...{ returnShare: 0.1, returnEur: 2, newKgCo2ePerKg: -2 },
      },
    ],
  },
});

const high = output('high', {
  grades: ['reuse', 'repair', 'recycle-high'],
  tiers: [{ minPurity: 0, priceEurPerKg: 0.4 }],
});

const low = output('low', {
  grades: ['reuse', 'repair', 'recycle-high', 'recycle-low'],
  tiers: [{ minPurity: 0, priceEurPerKg: 0.1 }],
});

/** What comes back at a returns centre, at all ages: two hours of it, with outputs by best next use. */
export const returns = (hours = 2): WorldSpec =>
  depot(
    (base) => ({
      feed: {
        ...base.feed,
        ratePerHour: 240,
        poolSize: 400,
        stateWeights: Array.from({ length: 10 }, () => 1),
        materials: ['hdpe-crate-coloured', 'wood-pine', 'steel-galvanised', 'cotton', 'abs-housing'].map(
          (materialId) => ({ materialId, share: 1 }),
        ),
      },
      outputs: [shelf, workshop, high, low],
      robots: base.robots.map((robot) => ({
        ...robot,
        ...{ outputs: ['shelf', 'workshop', 'high', 'low'], batteryWh: 500, startSoc: 1 },
      })),
      assets: [],
    }),
    hours,
  );
