import { describe, expect, test } from 'vitest';
import { materials } from '../../sim/materials/catalogue.ts';
import { makeItem } from '../../sim/materials/item.ts';
import { type FrameValues, sizeOf } from '../../sim/record/frames.ts';
import { stateProblems } from '../../sim/senses/interface/problems.ts';
import type { Range } from '../../sim/senses/interface/sense.ts';
import type { AnySense } from '../../sim/senses/registry.ts';

/** Thirteen materials of every family, fresh and worn. */
const items = materials
  .filter((_, i) => i % 12 === 0)
  .map(({ id }, i) => makeItem({ seed: 5, itemId: 100 + i, materialId: id, state: (3 * i) % 10 }));

type State = Readonly<Record<string, unknown>>;

/** The state with the number at a path changed, in a list every entry; an empty list gets one. */
function withNumber(state: object, path: string, change: (old: number | undefined) => number): object {
  const [key = '', ...rest] = path.split('.');
  const changed = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.length > 0 ? inner.map(changed) : [change(undefined)];
    return rest.length > 0 ? withNumber(inner as object, rest.join('.'), change) : change(inner as number);
  };
  return { ...state, [key]: changed((state as State)[key]) };
}

/** States in which one number has other values of its range: near what it was, so that lists stay in order, and far from it. */
function variants(state: object, path: string, { least, most, whole }: Range): object[] {
  const span = most - least;
  // A frame of hundreds of pixels a side would only take time.
  const legal = (value: number) =>
    whole ? Math.round(Math.min(value, Math.max(96, least))) : Math.min(Math.max(value, least), most);
  const far = [least, most, least + 0.25 * span, least + 1].map((value) => () => legal(value));
  const near = [1e-4, -1e-4, 0.01, -0.01].map(
    (share) => (old?: number) => legal((old ?? least) + share * span),
  );
  return [...near, ...far].map((change) => withNumber(state, path, change));
}

/** Lists have one entry a frame or a value. */
function drawnEntries(sense: AnySense): number | null {
  const drawing = sense.drawing(sense.fresh());
  if (drawing.kind === 'film') return drawing.timesS.length;
  if (drawing.kind === 'curve') return drawing.xs.length;
  return drawing.kind === 'bars' ? drawing.labels.length : null;
}

/** What every sense must do, whatever it looks with. */
export function senseContract(sense: AnySense): void {
  describe(`sense ${sense.name}`, () => {
    const fresh = sense.fresh();
    const seenBy = (state: object, order = items, noise?: boolean): Map<number, FrameValues> => {
      const instrument = sense.open(7);
      return new Map(order.map((item) => [item.itemId, instrument.render(item, state, noise)]));
    };
    const first = seenBy(fresh);

    test('has a plain name, a title, and a fresh state that is legal', () => {
      expect(sense.name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(sense.title).not.toBe('');
      expect(stateProblems(sense, fresh)).toEqual([]);
      for (const condition of ['shifted', 'faulty'] as const) {
        expect(stateProblems(sense, sense.tested(condition)), condition).toEqual([]);
        expect(sense.shape(sense.tested(condition)), condition).toEqual(sense.shape(fresh));
      }
    });

    test('gives frames of its shape, all values finite, of the type that its kind has', () => {
      for (const values of first.values()) {
        expect(values).toHaveLength(sizeOf(sense.shape(fresh)));
        expect(values.every(Number.isFinite)).toBe(true);
        expect(values).toBeInstanceOf(sense.input.kind === 'picture' ? Uint8Array : Float32Array);
      }
      const axes = sense.input.kind === 'vector' ? 1 : 3;
      expect(sense.shape(fresh)).toHaveLength(axes);
    });

    test('is deterministic, whatever was looked at before, and hands out frames that stay', () => {
      const kept = new Map([...first].map(([id, values]) => [id, values.slice()]));
      expect(seenBy(fresh, [...items].reverse())).toEqual(new Map([...first].reverse()));
      expect(first).toEqual(kept);
      for (const item of items.slice(0, 3))
        expect(sense.open(7).render(item, fresh)).toEqual(first.get(item.itemId));
    });

    test('another seed gives another look; without noise a look is repeatable', () => {
      const item = items[0]!;
      expect(sense.open(8).render(item, fresh)).not.toEqual(first.get(item.itemId));
      expect(seenBy(fresh, items, false)).toEqual(seenBy(fresh, items, false));
    });

    test('tells something: not all items look alike', () => {
      const texts = [...seenBy(fresh, items, false).values()].map((values) => values.join());
      expect(new Set(texts).size).toBeGreaterThan(1);
    });

    test('no wear changes nothing, full wear leaves a legal state of the same shape', () => {
      expect(sense.worn(fresh, { dirt: 0, lampAge: 0 })).toEqual(fresh);
      const worn = sense.worn(fresh, { dirt: 1, lampAge: 1 });
      expect(stateProblems(sense, worn)).toEqual([]);
      expect(sense.shape(worn)).toEqual(sense.shape(fresh));
      expect(stateProblems(sense, sense.worn(worn, { dirt: 1, lampAge: 1 }))).toEqual([]);
    });

    test('costs energy, time and money', () => {
      const { energyJ, timeUs } = sense.cost(fresh);
      expect(energyJ).toBeGreaterThan(0);
      expect(timeUs).toBeGreaterThan(0);
      expect(Number.isInteger(timeUs)).toBe(true);
      expect(sense.partsEur(fresh)).toBeGreaterThan(0);
    });

    test('is drawn with one entry a frame or a value', () => {
      const entries = drawnEntries(sense);
      if (entries !== null) expect(entries).toBe(sense.shape(fresh)[0]);
      else expect(sense.input.kind).toBe('picture');
    });

    test('a number out of its range is a problem with a cure', () => {
      for (const [path, range] of Object.entries<Range>(sense.ranges)) {
        for (const value of [range.least - 1, range.most + 1, Number.NaN]) {
          const [problem] = stateProblems(
            sense,
            withNumber(fresh, path, () => value),
          );
          expect(problem, `${path} = ${value}`).toMatchObject({ key: path });
          expect(problem?.cure).not.toBe('');
        }
      }
    });

    test('a number at either end of its range is honoured or refused: what looks is finite and of its shape', () => {
      const item = items[1]!;
      for (const [path, { least, most, whole }] of Object.entries<Range>(sense.ranges)) {
        // A frame of thousands of pixels a side would only take time.
        for (const value of whole ? [least, Math.min(most, 96)] : [least, most]) {
          const state = withNumber(fresh, path, () => value);
          if (stateProblems(sense, state).length > 0) continue;
          const values = sense.open(7).render(item, state);
          expect(values.length, `${path} = ${value}`).toBe(sizeOf(sense.shape(state)));
          expect(values.every(Number.isFinite), `${path} = ${value}`).toBe(true);
          expect(sense.cost(state).energyJ, `${path} = ${value}`).toBeGreaterThanOrEqual(0);
        }
      }
    });

    test('a number within its range changes what is seen or what it costs, or is refused', () => {
      for (const [path, range] of Object.entries<Range>(sense.ranges)) {
        const counts = variants(fresh, path, range).some((state) => {
          if (stateProblems(sense, state).length > 0) return false;
          if (JSON.stringify(sense.cost(state)) !== JSON.stringify(sense.cost(fresh))) return true;
          return items.slice(0, 4).some((item) => {
            const values = sense.open(7).render(item, state);
            return values.join() !== first.get(item.itemId)!.join();
          });
        });
        expect(counts, `${path} is legal and changes nothing`).toBe(true);
      }
    });
  });
}
