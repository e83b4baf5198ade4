import { resolve } from 'node:path';
import { z } from 'zod';
import { must } from '../../../sim/record/must.ts';
import { led } from '../../../sim/senses/led/sense.ts';
import type { LedState } from '../../../sim/senses/led/state.ts';
import type { SenseModel } from '../../../sim/senses/sense.ts';
import { checked } from '../../schema/reading/merge.ts';
import { type FileKind, readSource } from '../../schema/reading/source.ts';
import { BENCH } from './spectra.ts';

/** How much farther away pieces lie from a hand-held board: with it a reading spreads as that of a spectrometer on the bench. */
const BENCH_DISTANCE_MM = 2;

/** The board that a file of its own changes: the default one, on the bench. */
function benchBoard(): LedState {
  const { backing, specularMax, spillMax } = BENCH;
  return { ...led.fresh(), backing, specularMax, spillMax, distanceSpreadMm: BENCH_DISTANCE_MM };
}

const BOARD_FILE: FileKind = {
  what: 'board file',
  cure: 'Start from the example in docs/senses/led.md, which explains every setting',
};

/** The default board on the bench, or as the YAML or JSON file changes it; throws InputError with all that is wrong, by line. */
export function boardFrom(file: string | undefined, cwd: string): LedState {
  if (file === undefined) return benchBoard();
  const source = readSource(resolve(cwd, file), cwd, BOARD_FILE);
  const merged = { value: source.value, chain: [source], settings: [] };
  return checked(merged, schemaOf(benchBoard(), led), (state) =>
    led.problems(state).map(({ key, ...problem }) => ({ path: [key], ...problem })),
  );
}

/** A schema that takes the numbers of a flat state by the ranges of its sense, and fills in from `state` what is left out. */
function schemaOf<S extends object>(state: S, { ranges, resizable = [] }: SenseModel<S>): z.ZodType<S> {
  const shape = Object.entries(state).map(([key, value]) => {
    const { least, most, whole } = must(ranges[key], `range of ${key}`);
    const number = (whole ? z.int() : z.number()).min(least).max(most);
    if (!Array.isArray(value)) return [key, number.default(value as number)] as const;
    const free = value.length === 0 || resizable.includes(key);
    const list = free ? z.array(number).max(LONGEST_LIST) : z.array(number).length(value.length);
    return [key, list.default(value as number[])] as const;
  });
  // The shape is built key by key from the state itself.
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<S>;
}

/** More entries than any curve or board needs. */
const LONGEST_LIST = 1000;
