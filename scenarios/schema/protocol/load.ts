import { hasSection, readerOf, readMerged } from '../reading/merge.ts';
import { protocolFileSchema, protocolProblems } from './schema.ts';

/** True when the file describes a training protocol and not a site or a region: it has a `protocol` section. */
export function isProtocol(nameOrPath: string, cwd = process.cwd()): boolean {
  return hasSection(readMerged(nameOrPath, [], cwd), 'protocol');
}

/** Reads a protocol by name or path and applies `--set` texts; throws one InputError with all problems. */
export const loadProtocol = readerOf(protocolFileSchema, protocolProblems);
