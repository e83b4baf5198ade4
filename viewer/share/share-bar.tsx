import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../language.ts';
import type { Player } from '../player.ts';
import { save } from './compose.ts';
import { canFilm, type Film, startFilm } from './film.ts';

/** What can be taken away of a page: its picture, with a line of words under it. */
export interface Picture {
  /** Draws what is shown into a canvas that it sizes; false where there is nothing. */
  readonly draw: (canvas: HTMLCanvasElement) => Promise<boolean>;
  /** Draws it again before a picture of the screen, if it has changed. */
  readonly again: (canvas: HTMLCanvasElement) => void;
  /** Name of a file that holds it, without its ending. */
  readonly fileName: () => string;
}

interface Props {
  readonly player: Player;
  /** Null where there is nothing to take away. */
  readonly picture: Picture | null;
  readonly tour: () => void;
}

/** A file name that any system takes. */
export const plainName = (text: string): string => text.replaceAll(/[^\w-]+/g, '-');

/** A film of what plays: its seconds so far (null = none is being recorded), and the switch. */
function useFilm(player: Player, picture: Picture | null): readonly [number | null, () => void] {
  const [filmS, setFilmS] = useState<number | null>(null);
  const film = useRef<Film | null>(null);
  useEffect(() => {
    if (filmS === null) return;
    const timer = setTimeout(() => setFilmS(filmS + 1), 1000);
    return () => clearTimeout(timer);
  }, [filmS]);
  useEffect(() => () => film.current?.stop(), []);
  const begin = async (shown: Picture): Promise<void> => {
    const canvas = document.createElement('canvas');
    const name = shown.fileName();
    if (!(await shown.draw(canvas))) return;
    if (!player.now.playing) player.toggle();
    setFilmS(0);
    film.current = startFilm(
      canvas,
      () => shown.again(canvas),
      (bytes) => {
        film.current = null;
        setFilmS(null);
        save(bytes, `${name}.${bytes.type.includes('mp4') ? 'mp4' : 'webm'}`);
      },
    );
  };
  const turn = (): void => {
    if (film.current !== null) film.current.stop();
    else if (picture !== null) void begin(picture);
  };
  return [filmS, turn];
}

async function savePicture(picture: Picture): Promise<void> {
  const canvas = document.createElement('canvas');
  const name = picture.fileName();
  if (await picture.draw(canvas))
    canvas.toBlob((png) => png !== null && save(png, `${name}.png`), 'image/png');
}

/** What can be given away: a tour, a picture, a film of what plays. */
export function ShareBar({ player, picture, tour }: Props) {
  const [filmS, turnFilm] = useFilm(player, picture);
  return (
    <fieldset class="share" aria-label={say('share')}>
      <button type="button" onClick={tour}>
        {say('tour')}
      </button>
      <button
        type="button"
        disabled={picture === null}
        onClick={() => picture !== null && void savePicture(picture)}
      >
        {say('share.picture')}
      </button>
      {canFilm() ? (
        <button type="button" disabled={picture === null} aria-pressed={filmS !== null} onClick={turnFilm}>
          {filmS === null ? say('share.film') : say('share.stop', { seconds: filmS })}
        </button>
      ) : null}
    </fieldset>
  );
}
