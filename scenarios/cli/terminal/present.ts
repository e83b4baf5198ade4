import { resolve } from 'node:path';
import type { Plain } from '../../../sim/record/json.ts';
import { writeOutput } from '../../store/leftovers.ts';
import type { Cli } from './context.ts';
import type { StudyOptions } from './options.ts';

/** Prints the document of a finished experiment and writes it where asked to; returns it. */
export function present<D>(
  cli: Cli,
  document: D & Plain<D>,
  text: (document: D) => string,
  { out, json }: StudyOptions,
): D {
  if (out) writeOutput(resolve(cli.cwd, out), `${JSON.stringify(document, null, 2)}\n`);
  if (json) cli.json<D>(document);
  else cli.out(text(document));
  return document;
}
