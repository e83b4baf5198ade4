/** What of a day's variant says whether and where it is recorded. */
interface Played {
  readonly instead?: unknown;
  readonly perception: string;
  readonly maintenance: string;
}

/** The recording of the day that a run tells of: with all that arrives, and the hidden states. */
export const mainRecording = 'events.mcap';

/** Perceptions that are named as files are; those of a caller may have any name. */
const plain = /^[a-z0-9-]+$/;

/**
 * File of the recording of each variant of a run, null for those that are not recorded: every perception of the robots is,
 * under the maintenance policy of the main variant; where nobody or a person works there is nothing to look through. The files of the others hold what is their own (see `FurtherRecording`).
 */
export function recordingNames(variants: readonly Played[], main: Played): (string | null)[] {
  return variants.map(({ perception, maintenance, instead }, i) => {
    if (maintenance !== main.maintenance || instead !== undefined) return null;
    if (perception === main.perception) return mainRecording;
    return `events-${plain.test(perception) ? perception : i + 1}.mcap`;
  });
}
