import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Recording, written } from '../../scenarios/record/recording.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { ItemState } from '../../sim/record/item-state.ts';

/** Writes a run folder as a run leaves it: events.mcap, item states beside the events, and a manifest with its hash. */
export async function writeRunFolder(
  dir: string,
  events: readonly WorldEvent[],
  states: ReadonlyMap<number, ItemState> = new Map(),
  finished = true,
): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'events.mcap');
  const recording = await Recording.open(path);
  for (const event of events) {
    await recording.add([written(event)]);
    const { timeUs, subject } = event;
    const state = event.type === 'item.arrived' ? states.get(event.data.itemId) : undefined;
    if (state !== undefined)
      await recording.add([written({ type: 'item.state', timeUs, subject, data: state })]);
  }
  await recording.close();
  if (finished) writeManifest(dir);
  return dir;
}

/** Lists a file of a run folder in its manifest, with the hash that it has now. */
export function listFile(dir: string, path: string): void {
  const bytes = readFileSync(join(dir, path));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly outputs: readonly object[] };
  const outputs = [...manifest.outputs, { path, sha256, bytes: bytes.length }];
  writeFileSync(file, JSON.stringify({ ...manifest, outputs }));
}

/** Writes the manifest that says that the recording in `dir` is whole, and what its hash is. */
export function writeManifest(dir: string): void {
  const bytes = readFileSync(join(dir, 'events.mcap'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const manifest = {
    schema: 'looptwin.manifest/1',
    finished: true,
    scenario: { name: 'fixture', hash: '0123456789abcdef', values: {} },
    seed: 7,
    replication: 0,
    outputs: [{ path: 'events.mcap', sha256, bytes: bytes.length }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
}
