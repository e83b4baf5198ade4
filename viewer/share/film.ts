import { compose } from './compose.ts';

/** Longest film; a minute is about 20 MB. */
export const FILM_S = 60;
const FRAMES_PER_S = 25;

/** A film that is being recorded. */
export interface Film {
  stop(): void;
}

/** True where the browser can record what a canvas shows. */
export function canFilm(): boolean {
  return typeof MediaRecorder !== 'undefined' && 'captureStream' in HTMLCanvasElement.prototype;
}

/**
 * Records the stage frame by frame until it is stopped or a minute long; then hands the film to `done`, in what the browser
 * writes. While nothing is `drawn`, the last picture stands: a scene that has not been drawn anew has no pixels to read.
 */
export function startFilm(caption: () => string, drawn: () => boolean, done: (film: Blob) => void): Film {
  const canvas = document.createElement('canvas');
  compose(canvas, caption());
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_PER_S));
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void pieces.push(data);
  let request = 0;
  const frame = (): void => {
    request = requestAnimationFrame(frame);
    if (drawn()) compose(canvas, caption());
  };
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const timer = setTimeout(stop, FILM_S * 1000);
  recorder.onstop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(request);
    done(new Blob(pieces, { type: recorder.mimeType }));
  };
  recorder.start();
  request = requestAnimationFrame(frame);
  return { stop };
}
