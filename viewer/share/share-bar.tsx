import { useEffect, useRef, useState } from 'preact/hooks';
import { clockText } from '../../sim/record/clock-text.ts';
import { say } from '../language.ts';
import type { Shown } from '../panels/shown.ts';
import { euros } from '../words.ts';
import { compose, save } from './compose.ts';
import { canFilm, type Film, startFilm } from './film.ts';

interface Props extends Pick<Shown, 'timeline' | 'player'> {
  /** Name of the run. */
  readonly name: string;
  readonly tour: () => void;
}

/** A file name that any system takes. */
const plain = (text: string): string => text.replaceAll(/[^\w-]+/g, '-');

/** Lets the scene be drawn again and its pixels be read in the same frame: the browser clears them afterwards. */
function takePicture({ player }: Props, caption: () => string, name: string): void {
  const { timeUs } = player.now;
  player.seek(timeUs > 0 ? timeUs - 1 : 1);
  requestAnimationFrame(() => {
    const canvas = document.createElement('canvas');
    const there = compose(canvas, caption());
    player.seek(timeUs);
    if (there) canvas.toBlob((png) => png !== null && save(png, `${name}.png`), 'image/png');
  });
}

/** What can be given away of the scene: a tour through it, its picture, a film of what plays. */
export function ShareBar(props: Props) {
  const { timeline, player, tour } = props;
  const [filmS, setFilmS] = useState<number | null>(null);
  const film = useRef<Film | null>(null);
  useEffect(() => {
    if (filmS === null) return;
    const timer = setTimeout(() => setFilmS(filmS + 1), 1000);
    return () => clearTimeout(timer);
  }, [filmS]);
  useEffect(() => () => film.current?.stop(), []);
  const clock = (): string => clockText(timeline.site.scene.startHour, player.now.timeUs);
  const caption = (): string => {
    const { valueEur } = timeline.stateAt(player.now.timeUs).accounts;
    return say('share.caption', { name: props.name, clock: clock(), value: euros(valueEur, 2) });
  };
  const fileName = (): string => plain(`${props.name}-${clock()}`);
  const turnFilm = (): void => {
    if (film.current !== null) {
      film.current.stop();
      return;
    }
    const name = fileName();
    setFilmS(0);
    if (!player.now.playing) player.toggle();
    film.current = startFilm(
      caption,
      () => player.now.playing,
      (bytes) => {
        film.current = null;
        setFilmS(null);
        save(bytes, `${name}.${bytes.type.includes('mp4') ? 'mp4' : 'webm'}`);
      },
    );
  };
  // A browser without WebGL2 has no scene to take away.
  const drawn = window.looptwin !== undefined;
  return (
    <fieldset class="share" aria-label={say('share')}>
      <button type="button" onClick={tour}>
        {say('tour')}
      </button>
      <button type="button" disabled={!drawn} onClick={() => takePicture(props, caption, fileName())}>
        {say('share.picture')}
      </button>
      {canFilm() ? (
        <button type="button" disabled={!drawn} aria-pressed={filmS !== null} onClick={turnFilm}>
          {filmS === null ? say('share.film') : say('share.stop', { seconds: filmS })}
        </button>
      ) : null}
    </fieldset>
  );
}
