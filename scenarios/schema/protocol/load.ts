import { checked, hasSection, readMerged } from '../reading/merge.ts';
import { type ProtocolFile, protocolFileSchema, protocolProblems } from './schema.ts';

/** True when the file describes a training protocol and not a site or a region: it has a `protocol` section. */
export function isProtocol(nameOrPath: string, cwd = process.cwd()): boolean {
  return hasSection(readMerged(nameOrPath, [], cwd), 'protocol');
}

/** Reads a protocol by name or path and applies `--set` texts; throws one InputError with all problems. */
export function loadProtocol(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): ProtocolFile {
  return checked(readMerged(nameOrPath, sets, cwd), protocolFileSchema, protocolProblems);
}
