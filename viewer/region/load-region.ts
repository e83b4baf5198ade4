import { monthsFile, readMonths } from '../../scenarios/record/months-reader.ts';
import type { Damage } from '../../scenarios/record/reader.ts';
import { sha256Hex } from '../../sim/record/canonical.ts';
import { alteredWords, type RunInfo } from '../../sim/record/run-info.ts';
import { ask } from '../ask.ts';
import { english } from '../language.ts';
import { RegionTimeline } from './region-timeline.ts';

/** What there is to show of a region, and what there is to say about its recording. */
export interface LoadedRegion {
  readonly timeline: RegionTimeline | null;
  /** Why nothing can be shown, or why less than was recorded. */
  readonly damage: Damage | null;
  /** What there is to say of a recording that is shown all the same: cut off, damaged, altered. */
  readonly warning: string | null;
}

const NONE: Damage = {
  what: english('heard.months', { file: monthsFile }),
  cure: english('heard.months.cure'),
};

/** Reads the recording of a region; what is wrong is told in words. */
export async function loadRegion(info: RunInfo): Promise<LoadedRegion> {
  if (info.eventsBytes === 0) return { timeline: null, damage: NONE, warning: null };
  const response = await ask(`run/${monthsFile}`);
  if (!response.ok)
    return {
      timeline: null,
      damage: {
        what: english('heard.unread', { file: monthsFile, status: response.status }),
        cure: english('heard.unread.cure'),
      },
      warning: null,
    };
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { messages, damage } = readMonths(bytes);
  const months = messages.some(({ type }) => type === 'region.month');
  const timeline = months ? new RegionTimeline(messages) : null;
  const found =
    damage === null ? alteredWords(monthsFile, sha256Hex(bytes), info) : `${damage.what}. ${damage.cure}.`;
  return { timeline, damage, warning: info.warning === '' ? found : info.warning };
}
