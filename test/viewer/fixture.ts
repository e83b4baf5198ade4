import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Recording } from '../../scenarios/record/recording.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { JsonObject } from '../../sim/record/json.ts';

/** Writes a run folder as a run leaves it: events.mcap, item states beside the events, and a manifest with its hash. */
export async function writeRunFolder(
  dir: string,
  events: readonly WorldEvent[],
  states: ReadonlyMap<number, JsonObject> = new Map(),
  finished = true,
): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'events.mcap');
  const recording = await Recording.open(path);
  for (const event of events) {
    await recording.add([{ topic: event.type, timeUs: event.timeUs, text: JSON.stringify(event) }]);
    const state = states.get(Number(event.data.itemId));
    if (event.type !== 'item.arrived' || state === undefined) continue;
    const text = JSON.stringify({ timeUs: event.timeUs, subject: event.subject, data: state });
    await recording.add([{ topic: 'item.state', timeUs: event.timeUs, text }]);
  }
  await recording.close();
  if (finished) writeManifest(dir);
  return dir;
}

function writeManifest(dir: string): void {
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
