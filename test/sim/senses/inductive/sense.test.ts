import { describe, expect, it } from 'vitest';
import { materials } from '../../../../sim/materials/catalogue.ts';
import { type ItemState, makeItem } from '../../../../sim/materials/item.ts';
import type { FrameValues } from '../../../../sim/record/frames.ts';
import { MU_0 } from '../../../../sim/senses/inductive/coil.ts';
import { contents, layersOf, metals } from '../../../../sim/senses/inductive/conductor.ts';
import { inductive } from '../../../../sim/senses/inductive/sense.ts';

const state = inductive.fresh();
const still = {
  ...state,
  liftOffSpreadM: 0,
  missSpreadM: 0,
  driftSpreadK: 0,
  mineralSpread: 0,
  frameResidue: 0,
};
const items = (materialId: string, count: number, first = 0) =>
  Array.from({ length: count }, (_, i) => makeItem({ seed: 3, itemId: first + i, materialId }));
/** A flat plate of 0.2 m and 2 mm of a material, whatever the catalogue makes of it. */
const plate = (materialId: string): ItemState => ({
  ...makeItem({ seed: 1, itemId: 7, materialId, state: 0 }),
  ...{
    shape: 'sheet',
    lengthM: 0.2,
    widthM: 0.2,
    thicknessM: 0.002,
    pitchRad: 0,
    crumple: 0,
    tempK: 293.15,
    corrosionUm: 0,
  },
});
const reader = inductive.open(1);
const read = (item: ItemState, of = still) => reader.render(item, of, false);

describe('what metals do', () => {
  it('a better conductor loses less and takes more of the inductance: copper, aluminium, brass, stainless steel', () => {
    const ids = ['copper-pipe', 'aluminium-sheet', 'brass-fitting', 'stainless-sheet'];
    const radiusM = (state.innerRadiusM + state.outerRadiusM) / 2;
    const numbers = ids.map((id) => {
      const { conductivitySPerM, relativePermeability } = layersOf(plate(id))[0]!;
      return 2 * Math.PI * 1e5 * MU_0 * relativePermeability * conductivitySPerM * radiusM * radiusM;
    });
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    for (const channel of [0, 1]) {
      const loss = ids.map((id) => read(plate(id))[2 * channel]!);
      const reactance = ids.map((id) => read(plate(id))[2 * channel + 1]!);
      expect(loss).toEqual([...loss].sort((a, b) => a - b));
      expect(reactance).toEqual([...reactance].sort((a, b) => a - b));
      expect(Math.max(...reactance)).toBeLessThan(0);
    }
  });
  it('steel raises the inductance at 5 kHz and lowers it in a can at 100 kHz; both cost energy', () => {
    for (const id of ['steel-can', 'steel-can-bare'])
      for (const item of items(id, 20)) {
        const [loss, low, fastLoss, high] = read(item);
        expect(loss).toBeGreaterThan(0);
        expect(fastLoss).toBeGreaterThan(0);
        expect(low).toBeGreaterThan(0.005);
        expect(high).toBeLessThan(-0.01);
      }
  });
  it('farther away every part of the reading is smaller', () => {
    const distances = [0.008, 0.01, 0.013, 0.017, 0.022, 0.03, 0.05];
    for (const id of Object.keys(contents)) {
      const item = items(id, 12).find((each) => layersOf(each).length > 0)!;
      const sizes = distances.map((liftOffM) => Math.hypot(...read(item, { ...still, liftOffM })));
      expect(sizes, id).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes.at(-1)!, id).toBeLessThan(0.2 * sizes[0]!);
    }
  });
  it('a plate as wide as the belt in sea water, 3 mm thick, would read below the noise', () => {
    // What `metals.json` says of salt water: 5 S/m (sea, memory) stands for the carbon fibre's 5e3-3e4 and is linear in it.
    const panel = { ...plate('cfrp-panel'), thicknessM: 0.003 };
    const share = 5 / layersOf(panel)[0]!.conductivitySPerM;
    expect(Math.hypot(...read(panel)) * share).toBeLessThan(state.noiseShare);
  });
});

describe('which is which', () => {
  /** Five times the largest spread that a thing without metal shows (mineral and bridge, 1.1e-4), and room for the metal's sign. */
  const threshold = 6e-4;
  const rule = (values: FrameValues) => {
    if (Math.max(...Array.from(values, Math.abs)) < threshold) return 'rest';
    return values[1]! > threshold ? 'steel' : 'other metal';
  };
  /** The share of the items, `count` of each material with numbers of their own, that the rule answers so. */
  const shareOf = (ids: readonly string[], answer: string, count: number) => {
    const reader = inductive.open(5);
    const answers = ids.flatMap((id, i) =>
      items(id, count, i * count).map((item) => rule(reader.render(item, state))),
    );
    return answers.filter((each) => each === answer).length / answers.length;
  };
  it('cans, foil and trays at the default settings: aluminium, steel and the rest, each right in 99 of 100', () => {
    expect(shareOf(['aluminium-can', 'aluminium-foil'], 'other metal', 300)).toBeGreaterThanOrEqual(0.99);
    expect(shareOf(['steel-can', 'steel-can-bare'], 'steel', 300)).toBeGreaterThanOrEqual(0.99);
    const trays = materials
      .filter(({ look, family }) => look.shape === 'tray' && family !== 'metal')
      .map(({ id }) => id);
    expect(trays.length).toBeGreaterThan(5);
    expect(shareOf(trays, 'rest', 100)).toBe(1);
  });
  it('of 30,000 looks at plastics, dirty and wet ones among them, none is called metal', () => {
    const plastics = materials.filter(({ family }) => family === 'polymer').map(({ id }) => id);
    const reader = inductive.open(5);
    let looks = 0;
    let called = 0;
    for (const [i, id] of plastics.entries()) {
      const item = makeItem({ seed: 3, itemId: i, materialId: id });
      // The noise of a look goes by the item's number: other numbers are other looks.
      for (let look = 0; look < 280; look++, looks++)
        if (rule(reader.render({ ...item, itemId: 280 * i + look }, state)) !== 'rest') called++;
    }
    expect(looks).toBeGreaterThan(30_000);
    expect(called).toBe(0);
  });
  it('cartons with foil are told from those without', () => {
    const reader = inductive.open(5);
    const right = items('beverage-carton', 300).filter(
      (item) => (rule(reader.render(item, state)) === 'rest') === (layersOf(item).length === 0),
    );
    expect(right.length).toBeGreaterThanOrEqual(297);
  });
});

describe('a look', () => {
  const can = makeItem({ seed: 1, itemId: 9, materialId: 'steel-can' });
  it('is a pure function of item, state and seed, whatever was looked at before', () => {
    const first = inductive.open(1).render(can, state);
    const reader = inductive.open(1);
    for (const item of items('aluminium-can', 5))
      reader.render(item, { ...state, liftOffM: 0.02, frequenciesHz: [1e4] });
    expect(reader.render(can, state)).toEqual(first);
    expect(inductive.open(2).render(can, state)).not.toEqual(first);
    expect(first.length).toBe(inductive.shape(state)[0]);
  });
  it('the metal is the piece, not the sensor: other seeds read it alike but for distance and noise', () => {
    const calm = { ...still, noiseShare: 0 };
    expect(inductive.open(1).render(can, calm)).toEqual(inductive.open(99).render(can, calm));
    expect(layersOf(can)).not.toEqual(layersOf({ ...can, alphaScale: can.alphaScale + 0.01 }));
  });
  it('without metal it is noise and offset of the size that the state says', () => {
    const reader = inductive.open(1);
    const values = items('pet-tray-coloured', 600).map((item) => reader.render(item, state));
    const spread = (k: number) =>
      Math.sqrt(values.reduce((sum, v) => sum + v[k]! * v[k]!, 0) / values.length);
    // The bridge alone at 100 kHz; with the belt's mineral in the reactance; with the winding's warmth at 5 kHz.
    expect(spread(2) / state.noiseShare).toBeCloseTo(1, 0);
    expect(spread(3)).toBeCloseTo(Math.hypot(state.noiseShare, state.mineralSpread), 5);
    expect(spread(0)).toBeGreaterThan(state.noiseShare);
  });
  it('takes a few hundredths of a joule; a dead coil reads nothing; wear of lens and lamp is nothing to it', () => {
    const { energyJ, timeUs } = inductive.cost(state);
    expect(energyJ).toBeGreaterThan(0.01);
    expect(energyJ).toBeLessThan(1);
    expect(timeUs).toBe(20_000);
    expect([...inductive.open(1).render(can, inductive.tested('faulty'))].slice(2)).toEqual([0, 0]);
    expect(inductive.tested('shifted').liftOffM).toBeGreaterThan(state.liftOffM);
    expect(inductive.worn(state, { dirt: 1, lampAge: 1 })).toEqual(state);
    expect(inductive.drawing(state)).toMatchObject({
      labels: ['5 kHz R', '5 kHz X', '100 kHz R', '100 kHz X'],
    });
  });
});

describe('data and settings', () => {
  it('every metal of the catalogue and every composite is decided on, and nothing else is named', () => {
    const ids = new Set(materials.map(({ id }) => id));
    for (const { id, family } of materials)
      if (family === 'metal') expect(Object.keys(contents)).toContain(id);
    for (const [id, { layers }] of Object.entries(contents)) {
      expect(ids).toContain(id);
      for (const { metal } of layers) expect(metals[metal], metal).toBeDefined();
    }
    for (const [name, { conductivitySPerM, relativePermeability }] of Object.entries(metals)) {
      expect(conductivitySPerM[0], name).toBeGreaterThan(1e3);
      expect(conductivitySPerM[1], name).toBeLessThan(6e7);
      for (const range of [conductivitySPerM, relativePermeability])
        expect(range[0]).toBeLessThanOrEqual(range[1]);
      expect(relativePermeability[0], name).toBeGreaterThanOrEqual(1);
    }
  });
  it.each([
    ['frequenciesHz', { frequenciesHz: [] }],
    ['frequenciesHz', { frequenciesHz: [5e3, 5e3] }],
    ['outerRadiusM', { outerRadiusM: 0.02 }],
    ['liftOffM', { liftOffM: 0.2 }],
    ['integrationS', { integrationS: 1e-4 }],
    ['deadChannels', { deadChannels: [2] }],
  ])('an impossible %s is found', (key, change) => {
    expect(inductive.problems({ ...state, ...change }).map((problem) => problem.key)).toEqual([key]);
  });
  it('every number has a range that the sensors in use keep', () => {
    for (const each of [state, inductive.tested('shifted'), inductive.tested('faulty')]) {
      expect(inductive.problems(each)).toEqual([]);
      expect(Object.keys(inductive.ranges).sort()).toEqual(Object.keys(each).sort());
      for (const [key, value] of Object.entries(each))
        for (const number of [value].flat()) {
          const { least, most } = inductive.ranges[key]!;
          expect(number >= least && number <= most, `${key} ${number}`).toBe(true);
        }
    }
  });
});
