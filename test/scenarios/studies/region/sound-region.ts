const carbon = { kgCo2ePerKg: 1, boundary: 'b', version: 'v', year: 2020 };
const material = { meanLifeDays: 30, lifeShape: 2, virginEurPerKg: 1, virginCarbon: carbon };
const takesAll = { accepts: [] as string[], minCondition: 'feed' };
const kgPerDay = { capacityKgPerDay: 1000 };

/** A small region written out place by place, sound as it stands. */
export const sound = () => ({
  title: 'a small region',
  region: {
    days: 10,
    materials: [
      { materialId: 'pet-bottle-clear', ...material },
      { materialId: 'aluminium-can', ...material },
    ],
    places: [
      {
        ...{ kind: 'maker', id: 'maker', maxRecycledShare: 0.5, seasonality: 0 },
        makes: [{ materialId: 'pet-bottle-clear', kgPerDay: 100 }],
      },
      { kind: 'use', id: 'town', climate: null as string | null, participation: 0.8 },
      {
        ...{ kind: 'collection', id: 'point', capacityKg: 900, triggerKg: 100 },
        maxWaitDays: 3,
        eurPerTrip: 5,
      },
      {
        ...{ kind: 'sorting', id: 'site', ...kgPerDay, hoursPerDay: 8, storageKg: 9000 },
        ...{ eurPerKg: 0.1, energyJPerKg: 10 },
        matrices: [
          {
            loadKgPerH: 10,
            cells: { bale: { 'pet-bottle-clear': 0.8, 'aluminium-can': 0.1 } } as Record<
              string,
              Record<string, number>
            >,
          },
        ],
      },
      {
        kind: 'workshop',
        id: 'shop',
        ...takesAll,
        yield: 0.5,
        lifeShare: 0.5,
        ...kgPerDay,
        eurPerKg: 1,
        tiers: [{ minPurity: 0, priceEurPerKg: -0.1 }],
      },
      {
        kind: 'landfill',
        id: 'landfill',
        ...takesAll,
        ...kgPerDay,
        carbon,
        tiers: [{ minPurity: 0, priceEurPerKg: -0.1 }],
      },
    ] as Record<string, unknown>[],
    lanes: [
      { from: 'maker', to: 'town', km: 1 },
      { from: 'town', to: 'point', km: 0 },
      { from: 'town', to: 'landfill', km: 1 },
      { from: 'point', to: 'site', km: 5 },
      { from: 'site', to: 'shop', km: 5, output: 'bale' },
      { from: 'site', to: 'landfill', km: 5 },
      { from: 'shop', to: 'town', km: 5 },
      { from: 'shop', to: 'landfill', km: 5, output: 'residue' },
    ] as Record<string, unknown>[],
    transport: { payloadKg: 500, eurPerKm: 1, kmPerDay: 100, carbonKgPerTkm: 0.1 },
  },
});
