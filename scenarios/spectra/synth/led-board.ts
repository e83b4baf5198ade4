import { resolve } from 'node:path';
import { led } from '../../../sim/senses/led/sense.ts';
import type { LedState } from '../../../sim/senses/led/state.ts';
import { stateSchemaOf } from '../../schema/day/sensors.ts';
import { checked } from '../../schema/reading/merge.ts';
import { type FileKind, readSource } from '../../schema/reading/source.ts';
import { type LedSpec, ledHeader, ledRows } from './leds.ts';
import type { Reader } from './reader.ts';
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
  return checked(merged, stateSchemaOf(led, benchBoard()), (state) =>
    led.problems(state).map(({ key, ...problem }) => ({ path: [key], ...problem })),
  );
}

/** What is doubtful in every set by a board of LEDs. */
const DOUBT =
  'Widths of LEDs and the responsivity of the photodiode are typical figures from memory unless the board file gives them; no board has been measured.';

/** A board of LEDs around one photodiode, the default one or one that a file describes. */
export const ledBoard: Reader = {
  about: 'a board of LEDs',
  options: [
    {
      name: 'leds',
      flags: '--leds <file>',
      about: 'YAML or JSON file that describes a board of your own, for --instrument led',
    },
  ],
  read({ household, count, options: { leds }, cwd }) {
    const spec: LedSpec = { household, count, instrument: 'led', board: boardFrom(leds, cwd) };
    return { spec, header: ledHeader(spec), rowAt: ledRows(spec), limits: [DOUBT] };
  },
};
