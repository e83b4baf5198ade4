import { problemOf } from '../../sim/record/field.ts';
import { type RunInfo, runInfo } from '../../sim/record/run-info.ts';
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

/** A whole file of the run folder; throws Error in words where it cannot be had. */
export async function fetchFile(base: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await ask(`${base}${path}`);
  if (!response.ok) throw new Error(`${english('heard.unread', { file: path, status: response.status })}.`);
  return new Uint8Array(await response.arrayBuffer());
}
