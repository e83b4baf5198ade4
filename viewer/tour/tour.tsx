import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../language.ts';
import type { TabName } from '../url.ts';
import { stepsOf, type TourOf } from './steps.ts';

interface Props extends TourOf {
  readonly setTab: (tab: TabName) => void;
  readonly end: () => void;
}

/** Six stations through the run, one after the other; Esc or the last button ends it, and nothing of it is remembered. */
export function Tour({ setTab, end, ...of }: Props) {
  const { timeline, player } = of;
  const steps = useMemo(() => stepsOf(of), [timeline, of.result]);
  const [at, setAt] = useState(0);
  const next = useRef<HTMLButtonElement>(null);
  const before = useRef(document.activeElement);
  const step = steps[at];
  useEffect(() => {
    if (step === undefined) return;
    player.pause();
    player.seek(step.timeUs);
    player.select(step.itemId);
    setTab(step.tab);
    next.current?.focus();
  }, [at]);
  useEffect(
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
    else setAt((now) => Math.min(steps.length - 1, Math.max(0, now + move)));
  };
  if (step === undefined) return null;
  const last = at === steps.length - 1;
  return (
    <section class="tour" role="dialog" aria-label={say('tour')} onKeyDown={onKey}>
      <p class="quiet">{say('tour.step', { step: at + 1, all: steps.length })}</p>
      <h2>{say(step.title)}</h2>
      <p aria-live="polite" data-tour={at + 1}>
        {step.text}
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
