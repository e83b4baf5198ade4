import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kept } from '../../sim/kernel/core/kept.ts';
import { type EventData, type EventOf, idOf } from '../../sim/record/event.ts';
import { manifestName } from '../record/ownership.ts';
import { messagesOf } from '../record/replay.ts';

/** One look at an item that came to a decision: whose it was, and what was seen with what. */
export interface RecordedLook {
  readonly robot: string;
  readonly seen: EventData<'item.decided'>['seen'];
}

/** What the recording of one perception says of the looks on its day. */
export interface DayLooks {
  /** Name of its recording in the run folder. */
  readonly file: string;
  readonly began: EventData<'run.started'>;
  readonly byItem: ReadonlyMap<number, readonly RecordedLook[]>;
}

const recorded = z.object({
  variants: z.array(z.looseObject({ main: z.boolean(), recording: z.string().nullable().default(null) })),
});

/** What a file holds as JSON; null where it does not. */
function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Names of the recordings besides the main one, as the manifest gives them; none while there is no manifest. */
export function furtherFiles(folder: string): string[] {
  const { data } = recorded.safeParse(jsonOf(join(folder, manifestName)));
  return (data?.variants ?? []).flatMap(({ main, recording }) =>
    main || recording === null || !/^[\w-]+\.mcap$/.test(recording) ? [] : recording,
  );
}

const topics: ReadonlySet<string> = new Set(['run.started', 'item.decided']);

/** The looks in one further recording; null where it cannot be read from its beginning. */
function looksIn(
  folder: string,
  file: string,
  arrivals: readonly EventOf<'item.arrived'>[],
): DayLooks | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const byItem = new Map<number, RecordedLook[]>();
  let began: DayLooks['began'] | null = null;
  for (const message of messagesOf(path, { file, arrivals }, (topic) => topics.has(topic))) {
    if (message.type === 'run.started') began = message.data;
    if (message.type !== 'item.decided') continue;
    const { itemId, by, seen } = message.data;
    kept(byItem, itemId, () => []).push({ robot: idOf(by), seen });
  }
  return began === null ? null : { file, began, byItem };
}

/** The looks on the days of a finished run's further perceptions; read when they are first asked for. */
export class FurtherLooks {
  private days: readonly DayLooks[] | null = null;

  constructor(private readonly folder: string) {}

  /** All further days, in the order of the run; `arrivals` are those of the main recording, read to its end. */
  of(arrivals: readonly EventOf<'item.arrived'>[]): readonly DayLooks[] {
    if (this.days === null && existsSync(join(this.folder, manifestName)))
      this.days = furtherFiles(this.folder).flatMap((file) => looksIn(this.folder, file, arrivals) ?? []);
    return this.days ?? [];
  }
}
