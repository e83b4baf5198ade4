import type { Language } from '../language.ts';
import type { Player } from '../player.ts';
import type { Moment } from '../recording/moments.ts';
import type { Timeline } from '../recording/timeline.ts';

/** What panels are given of the recording and of the instant shown; each picks what it needs. */
export interface Shown {
  readonly timeline: Timeline;
  readonly player: Player;
  readonly moments: readonly Moment[];
  readonly timeUs: number;
  readonly endUs: number;
  readonly startHour: number;
  readonly selected: number | null;
  readonly following: () => boolean;
  readonly dark: boolean;
  readonly setDark: (dark: boolean) => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}
