import { type BackendName, findBackend } from '../models/engine/found.ts';
import { InputError } from './errors.ts';

/**
 * The backend that networks are computed on: the one asked for, of which `note` hears what was found, else `wasm`.
 * Throws InputError where this machine does not have it.
 */
export function requireBackend(asked: BackendName | undefined, note?: (text: string) => void): BackendName {
  const { name, available, found, cure } = findBackend(asked ?? 'wasm');
  if (!available) throw new InputError({ what: found, where: `--backend ${name}`, cure });
  if (asked !== undefined) note?.(`backend ${name}: ${found}`);
  return name;
}
