import { clockText } from '../clock.ts';
import { aheadAt, hundredths } from '../compare/ahead.ts';
import { say } from '../language.ts';
import type { Player } from '../player.ts';
import type { Pair } from '../recording/difference.ts';
import type { Timeline } from '../recording/timeline.ts';
import { euros } from '../words.ts';
import { compose, type PictureWords } from './compose.ts';
import { type Picture, plainName } from './share-bar.tsx';

/** What a scene shows: a day, or two days of one run beside one another. */
export interface SceneShown {
  readonly timeline: Timeline;
  readonly pair: Pair | null;
}

const clockAt = ({ site }: Timeline, timeUs: number): string => clockText(site.scene.startHour, timeUs);

/** Whose day it is, and what it stands at. */
function headingAt(day: Timeline, timeUs: number): string {
  const { valueEur, co2eKg } = day.stateAt(timeUs).accounts;
  return `${day.started.data.perception}: ${euros(valueEur, 2)}, ${hundredths(co2eKg)}`;
}

/** The words of a picture: name, clock and money of a day; of two days both names, what each stands at, and how far they are apart. */
export function wordsAt({ timeline, pair }: SceneShown, name: string, timeUs: number): PictureWords {
  const clock = clockAt(timeline, timeUs);
  const value = euros(timeline.stateAt(timeUs).accounts.valueEur, 2);
  if (pair === null) return { under: [say('share.caption', { name, clock, value })], over: [] };
  const { earned, emitted } = aheadAt(pair, timeUs);
  return {
    under: [`${name}, ${clock}`, earned, emitted],
    over: [pair.shown, pair.beside].map((day) => headingAt(day, timeUs)),
  };
}

/** The scene, or both of two days, with their words; null where the browser draws none. */
export function scenePicture(shown: SceneShown, player: Player, name: string): Picture | null {
  if (window.looptwin === undefined) return null;
  const words = (): PictureWords => wordsAt(shown, name, player.now.timeUs);
  /** Lets the scene be drawn again and its pixels be read in the same frame: the browser clears them afterwards. */
  const draw = (canvas: HTMLCanvasElement): Promise<boolean> => {
    const { timeUs } = player.now;
    const told = words();
    player.seek(timeUs > 0 ? timeUs - 1 : 1);
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const there = compose(canvas, told);
        player.seek(timeUs);
        resolve(there);
      });
    });
  };
  // While nothing plays, the last picture stands: a scene that has not been drawn anew has no pixels to read.
  const again = (canvas: HTMLCanvasElement): void => {
    if (player.now.playing) compose(canvas, words());
  };
  return { draw, again, fileName: () => plainName(`${name}-${clockAt(shown.timeline, player.now.timeUs)}`) };
}
