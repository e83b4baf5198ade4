import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { JsonValue } from '../../sim/record/json.ts';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { cacheFolder } from '../bin/bundle.mjs';
import { InputError } from '../errors.ts';
import { refuseOther } from '../read-file.ts';
import { isRegionFolder } from '../studies/region/read.ts';
import { bundleViewer } from './bundle.ts';
import { answerFrames } from './frames.ts';
import { serveView } from './server.ts';
import { RecordedItems } from './states.ts';

/** Port of the viewer when none is asked for; the next free one is taken when it is busy. */
const DEFAULT_PORT = 4400;

export interface ViewOptions {
  readonly port?: number;
  readonly cacheDir?: string;
  /** Gets one line a message, among them the address; default: silent. */
  readonly log?: (line: string) => void;
}

export interface Viewer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
}

async function readJson(path: string): Promise<JsonValue> {
  try {
    if ((await sizeOf(path)) === null) return null;
    return JSON.parse(await readFile(path, 'utf8')) as JsonValue;
  } catch {
    return null;
  }
}

const words = z.string().catch('');

/** What the page needs of a manifest, which may be half-written or another program's: what does not fit counts as missing. */
const manifestFacts = z
  .object({
    finished: z.boolean().catch(true),
    scenario: z.object({ name: words, hash: words }).catch({ name: '', hash: '' }),
    outputs: z.array(z.object({ path: words, sha256: words })).catch([]),
  })
  .catch({ finished: false, scenario: { name: '', hash: '' }, outputs: [] });

async function describe(dir: string): Promise<RunInfo> {
  const manifest = manifestFacts.parse(await readJson(join(dir, 'manifest.json')));
  return {
    name: basename(dir),
    finished: manifest.finished,
    scenario: manifest.scenario.name,
    scenarioHash: manifest.scenario.hash,
    eventsBytes: (await sizeOf(join(dir, 'events.mcap'))) ?? 0,
    eventsSha256: manifest.outputs.find(({ path }) => path === 'events.mcap')?.sha256 ?? '',
  };
}

/** Throws Error in words when the item, its state or the look at it is not recorded. */
async function framesOf(
  items: RecordedItems,
  itemId: number,
  look: number | null,
  perception: string | null,
): Promise<JsonValue> {
  const item = await items.find(itemId);
  if (item === null) throw new Error(`the recording holds no state of item ${itemId}`);
  return answerFrames(item, look, perception);
}

async function checkFolder(dir: string): Promise<void> {
  const cure = 'Make one with: looptwin run quickstart';
  try {
    if (!(await stat(dir)).isDirectory())
      throw new InputError({ what: 'not a run folder', where: dir, cure });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError({ what: 'no such run folder', where: dir, cure });
  }
  for (const name of ['events.mcap', 'manifest.json']) refuseOther(join(dir, name), cure);
  const holdsRun = await Promise.all(['events.mcap', 'manifest.json'].map((f) => sizeOf(join(dir, f))));
  if (holdsRun.every((size) => size === null))
    throw new InputError({ what: 'holds neither events.mcap nor manifest.json', where: dir, cure });
  if (isRegionFolder(dir))
    throw new InputError({
      what: 'this is the run of a region, which has no belt to show',
      where: dir,
      cure: 'Open its report.html',
    });
}

/**
 * Serves the run folder `dir` with the 3D viewer on 127.0.0.1 until `close()`; follows a folder that is still
 * being written. Throws InputError when the folder is missing or holds no run.
 */
export async function startViewer(dir: string, options: ViewOptions = {}): Promise<Viewer> {
  const runDir = resolve(dir);
  const log = options.log ?? (() => {});
  await checkFolder(runDir);
  const cacheDir = options.cacheDir ?? cacheFolder();
  const bundleDir = await bundleViewer(cacheDir);
  const items = new RecordedItems(join(runDir, 'events.mcap'));
  const content = {
    bundleDir,
    runDir,
    describe: () => describe(runDir),
    frames: (itemId: number, look: number | null, perception: string | null) =>
      framesOf(items, itemId, look, perception),
  };
  const { server, port } = await serveView(content, options.port ?? DEFAULT_PORT, log);
  const url = `http://127.0.0.1:${port}/`;
  log(`viewer of ${basename(runDir)}: ${url}`);
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, port, close };
}
