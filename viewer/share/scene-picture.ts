import { clockText } from '../../sim/record/clock-text.ts';
import { say } from '../language.ts';
import type { Player } from '../player.ts';
import type { Timeline } from '../recording/timeline.ts';
import { euros } from '../words.ts';
import { compose } from './compose.ts';
import { type Picture, plainName } from './share-bar.tsx';

/** The scene with name, clock and money under it; null where the browser draws none. */
export function scenePicture(timeline: Timeline, player: Player, name: string): Picture | null {
  if (window.looptwin === undefined) return null;
  const clock = (): string => clockText(timeline.site.scene.startHour, player.now.timeUs);
  const caption = (): string => {
    const { valueEur } = timeline.stateAt(player.now.timeUs).accounts;
    return say('share.caption', { name, clock: clock(), value: euros(valueEur, 2) });
  };
  /** Lets the scene be drawn again and its pixels be read in the same frame: the browser clears them afterwards. */
  const draw = (canvas: HTMLCanvasElement): Promise<boolean> => {
    const { timeUs } = player.now;
    const words = caption();
    player.seek(timeUs > 0 ? timeUs - 1 : 1);
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const there = compose(canvas, words);
        player.seek(timeUs);
        resolve(there);
      });
    });
  };
  // While nothing plays, the last picture stands: a scene that has not been drawn anew has no pixels to read.
  const again = (canvas: HTMLCanvasElement): void => {
    if (player.now.playing) compose(canvas, caption());
  };
  return { draw, again, fileName: () => plainName(`${name}-${clock()}`) };
}
