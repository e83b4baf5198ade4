import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kept } from '../../sim/kernel/core/kept.ts';
import { type EventData, type EventOf, idOf } from '../../sim/record/event.ts';
import { manifestName } from '../record/ownership.ts';
import { messagesOf } from '../record/replay.ts';

/** What one perception of the run thought of an item at one look, on its own day. */
export interface FurtherThought {
  readonly perception: string;
  readonly robot: string;
  readonly thought: Pick<
    EventData<'item.decided'>['seen'],
    'label' | 'confidence' | 'next' | 'state' | 'stateConfidence' | 'quality'
  >;
}

const recorded = z.object({
  variants: z.array(
    z.looseObject({ perception: z.string(), main: z.boolean(), recording: z.string().nullable().default(null) }),
  ),
});

/** What a file holds as JSON; null where it does not. */
function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The recordings of the perceptions besides the main one, as the manifest names them; none while there is no manifest. */
function furtherFiles(folder: string): { readonly perception: string; readonly file: string }[] {
  const { data } = recorded.safeParse(jsonOf(join(folder, manifestName)));
  return (data?.variants ?? []).flatMap(({ perception, main, recording }) =>
    main || recording === null || !/^[\w-]+\.mcap$/.test(recording) ? [] : { perception, file: recording },
  );
}

const topics: ReadonlySet<string> = new Set(['run.started', 'item.decided']);

/** What the further perceptions of a finished run thought, by item; read when it is first asked for. */
export class FurtherThoughts {
  private byItem: Map<number, FurtherThought[]> | null = null;

  constructor(private readonly folder: string) {}

  /** The thoughts on an item, each perception in the order of the run, each look in the order of its decisions. */
  of(itemId: number, arrivals: readonly EventOf<'item.arrived'>[]): readonly FurtherThought[] {
    if (this.byItem === null && existsSync(join(this.folder, manifestName))) this.byItem = this.read(arrivals);
    return this.byItem?.get(itemId) ?? [];
  }

  private read(arrivals: readonly EventOf<'item.arrived'>[]): Map<number, FurtherThought[]> {
    const byItem = new Map<number, FurtherThought[]>();
    for (const { perception, file } of furtherFiles(this.folder)) {
      const path = join(this.folder, file);
      if (!existsSync(path)) continue;
      for (const message of messagesOf(path, { file, arrivals }, (topic) => topics.has(topic))) {
        if (message.type !== 'item.decided') continue;
        const { itemId, by, seen } = message.data;
        const { label, confidence, next, state, stateConfidence, quality } = seen;
        const thought = { label, confidence, next, state, stateConfidence, quality };
        kept(byItem, itemId, () => []).push({ perception, robot: idOf(by), thought });
      }
    }
    return byItem;
  }
}
