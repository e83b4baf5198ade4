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
 * Records a canvas, on which the first picture stands already, until it is stopped or a minute long; then hands the film to `done`,
 * in what the browser writes. `frame` is called before every picture of the screen and draws what has changed.
 */
export function startFilm(canvas: HTMLCanvasElement, frame: () => void, done: (film: Blob) => void): Film {
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_PER_S));
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void pieces.push(data);
  let request = 0;
  const next = (): void => {
    request = requestAnimationFrame(next);
    frame();
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
  request = requestAnimationFrame(next);
  return { stop };
}
