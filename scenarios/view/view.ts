import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kept } from '../../sim/kernel/core/kept.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { cacheFolder } from '../bin/bundle.mjs';
import { daysName, manifestName } from '../record/ownership.ts';
import { bundleViewer } from './bundle.ts';
import { checkFolder, describe } from './describe.ts';
import { answerFrames } from './frames.ts';
import { serveView, type ViewContent } from './server.ts';
import { RecordedItems } from './states.ts';

/** Port of the viewer when none is asked for; the next free one is taken when it is busy. */
const DEFAULT_PORT = 4400;

export interface ViewOptions {
  readonly port?: number;
  readonly cacheDir?: string;
  /** Gets one line a message; default: silent. The address is in what `startViewer` returns. */
  readonly log?: (line: string) => void;
}

export interface Viewer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
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

/** What is shown of a run folder, and of the days inside it. */
function contentOf(bundleDir: string, runDir: string): ViewContent {
  const items = new RecordedItems(join(runDir, 'events.mcap'));
  const days = new Map<string, ViewContent>();
  return {
    ...{ bundleDir, runDir },
    describe: () => describe(runDir),
    frames: (itemId, look, perception) => framesOf(items, itemId, look, perception),
    day(name) {
      const folder = join(runDir, daysName, name);
      return existsSync(join(folder, manifestName))
        ? kept(days, name, () => contentOf(bundleDir, folder))
        : null;
    },
  };
}

/**
 * Serves the run folder `dir`, of a day or a region, with the viewer on 127.0.0.1 until `close()`; waits for a run that has just
 * begun and follows one that is still being written. Throws InputError when the folder is missing or holds no run.
 */
export async function startViewer(dir: string, options: ViewOptions = {}): Promise<Viewer> {
  const runDir = resolve(dir);
  const log = options.log ?? (() => {});
  await checkFolder(runDir);
  const cacheDir = options.cacheDir ?? cacheFolder();
  const bundleDir = await bundleViewer(cacheDir);
  const { server, port } = await serveView(contentOf(bundleDir, runDir), options.port ?? DEFAULT_PORT, log);
  const url = `http://127.0.0.1:${port}/`;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, port, close };
}
