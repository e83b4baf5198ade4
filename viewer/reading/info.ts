import { sha256Hex } from '../../sim/record/canonical.ts';
import { problemOf } from '../../sim/record/field.ts';
import { alteredWords, type RunInfo, runInfo } from '../../sim/record/run-info.ts';
import { ask } from '../ask.ts';
import { english } from '../language.ts';

/** What the run folder under `base` holds now. Throws Error in words. */
export async function fetchRunInfo(base: string, signal?: AbortSignal): Promise<RunInfo> {
  const response = await ask(`${base}api/run`, signal ? { signal } : {});
  const info: unknown = await response.json();
  const problem = problemOf({ record: runInfo }, info, 'api/run');
  if (problem !== null) throw new Error(problem);
  return info as RunInfo;
}

/** A file of a run folder, and what there is to say of it: null where it is as the run wrote it. */
export interface RunFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly warning: string | null;
}

/** A whole file of the run folder, held against the manifest; throws Error in words where it cannot be had. */
export async function fetchFile(base: string, name: string, info: Pick<RunInfo, 'hashes'>): Promise<RunFile> {
  const response = await ask(`${base}run/${name}`);
  if (!response.ok) throw new Error(`${english('heard.unread', { file: name, status: response.status })}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { bytes, warning: alteredWords(name, sha256Hex(bytes), info) };
}

/** What a file holds as JSON; null where it is no JSON. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
