import raw from './sensor-ranges.json' with { type: 'json' };

/** Lowest and highest legal value of a number; `whole` = integers only. */
interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

/**
 * What each number of a sensor's state may be. Where the sensing room has a limit of its own it is that limit; the others
 * keep out what no such instrument is (from memory), not what is merely unusual: faults are part of the game.
 */
export const sensorRanges: Readonly<Record<string, Range>> = raw.ranges;
