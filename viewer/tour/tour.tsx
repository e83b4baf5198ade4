import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Phrase, say } from '../language.ts';

/** One station of a tour: what it tells, with the run's own numbers, and how it shows it. */
export interface Station {
  readonly title: Phrase;
  readonly text: string;
  readonly show: () => void;
}

interface Props {
  /** Asked once, when the tour begins. */
  readonly stationsOf: () => readonly Station[];
  readonly end: () => void;
}

/** On a narrow page the details lie far below what is on the screen. */
function bringIntoView(selector: string): void {
  const part = document.querySelector(selector);
  if (part !== null && part.getBoundingClientRect().top > window.innerHeight / 2)
    part.scrollIntoView({ block: 'start' });
}

/** Stations through a run, one after the other; Esc or the last button ends it, and nothing of it is remembered. */
export function Tour({ stationsOf, end }: Props) {
  const stations = useMemo(stationsOf, []);
  const [at, setAt] = useState(0);
  const next = useRef<HTMLButtonElement>(null);
  const before = useRef(document.activeElement);
  const station = stations[at];
  // With the drawing, not after it: a key pressed as soon as the station can be read must reach the button.
  useLayoutEffect(() => next.current?.focus(), [at]);
  useEffect(() => {
    station?.show();
    bringIntoView('.side');
  }, [at]);
  // Not after the drawing either: a tour that is ended at once must give the focus back, too.
  useLayoutEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    },
    [],
  );
  const onKey = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key !== 'Escape' && move === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') end();
    else setAt((now) => Math.min(stations.length - 1, Math.max(0, now + move)));
  };
  if (station === undefined) return null;
  const last = at === stations.length - 1;
  return (
    <section class="tour" role="dialog" aria-label={say('tour')} onKeyDown={onKey}>
      <p class="quiet">{say('tour.step', { step: at + 1, all: stations.length })}</p>
      <h2>{say(station.title)}</h2>
      <p aria-live="polite" data-tour={at + 1}>
        {station.text}
      </p>
      <div class="tour-buttons">
        <button type="button" class="plain" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {say('tour.back')}
        </button>
        <button ref={next} type="button" class="go" onClick={() => (last ? end() : setAt(at + 1))}>
          {say(last ? 'tour.end' : 'tour.next')}
        </button>
        {last ? null : (
          <button type="button" class="plain" onClick={end}>
            {say('tour.end')}
          </button>
        )}
      </div>
    </section>
  );
}
