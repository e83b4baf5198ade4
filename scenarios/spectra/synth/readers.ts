import { InputError } from '../../errors.ts';
import { ledBoard } from './led-board.ts';
import { knownFrom } from './options.ts';
import type { Asked, Reader, ReaderOption, Readings } from './reader.ts';
import { spectrometers } from './spectrometers.ts';

/** Everything that `synth spectra` can read with, by the name of --instrument. */
const READERS: Readonly<Record<string, Reader>> = {
  ...spectrometers,
  led: ledBoard,
};

/** `led = a board of LEDs; ...` */
export function readersText(): string {
  return Object.entries(READERS)
    .map(([name, { about }]) => `${name} = ${about}`)
    .join('; ');
}

/** The options of all readers, each once. */
export function readerOptions(): ReaderOption[] {
  return [...new Set(Object.values(READERS).flatMap(({ options }) => options))];
}

/**
 * The readings of the instrument of that name; `given` says which options the user wrote. Throws InputError for an unknown
 * instrument, for an option of another one, and where the options make no instrument.
 */
export function readingsOf(name: string, asked: Asked, given: (option: string) => boolean): Readings {
  const names = Object.keys(READERS);
  const reader = READERS[knownFrom(['instrument', '--instrument'], name, names)] as Reader;
  for (const option of readerOptions()) {
    if (!given(option.name) || reader.options.includes(option)) continue;
    const owners = names.filter((other) => READERS[other]?.options.includes(option));
    throw new InputError({
      what: 'does not belong to this instrument',
      got: name,
      where: `--${option.name}`,
      cure: `Leave it out, or use --instrument ${owners.join(' or ')}`,
    });
  }
  return reader.read(asked);
}
