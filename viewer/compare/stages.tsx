import { useMemo } from 'preact/hooks';
import type { Shown } from '../panels/shown.ts';
import { StageView } from '../panels/stage-view.tsx';
import { differs, type Pair } from '../recording/difference.ts';
import type { Timeline } from '../recording/timeline.ts';
import type { Glows } from '../scene/site-scene.ts';
import type { ViewName } from '../url.ts';
import { euros } from '../words.ts';
import { hundredths } from './ahead.ts';

const nothingGlows: Glows = () => false;
/** An item glows for so long after it has fallen into its bin; then it lies under others. */
const GLOWS_ON_US = 20e6;

interface Props extends Pick<Shown, 'timeline' | 'player' | 'timeUs' | 'following'> {
  readonly pair: Pair | null;
  readonly view: ViewName;
  readonly setView: (view: ViewName) => void;
  readonly labelOf: (timeline: Timeline) => string;
}

/** Whose day a scene shows, and what it stands at. */
function Caption({ timeline, timeUs }: Pick<Shown, 'timeline' | 'timeUs'>) {
  const { valueEur, co2eKg } = timeline.stateAt(timeUs).accounts;
  return (
    <figcaption>
      <b>{timeline.started.data.perception}</b> <span data-arm-value="eur">{euros(valueEur, 2)}</span>
      {', '}
      <span data-arm-value="co2e">{hundredths(co2eKg)}</span>
    </figcaption>
  );
}

/** The scene of a day; or those of two days side by side under one clock, where items that part glow. */
export function Stages({ pair, timeline, labelOf, ...shared }: Props) {
  const glows = useMemo<Glows>(() => {
    if (pair === null) return nothingGlows;
    const [a, b] = [pair.shown.items, pair.beside.items];
    return (itemId, timeUs) => {
      const [x, y] = [a.get(itemId), b.get(itemId)];
      const landedUs = Math.min(x?.binnedUs ?? 0, y?.binnedUs ?? 0);
      return timeUs < landedUs + GLOWS_ON_US && differs(x, y, timeUs);
    };
  }, [pair]);
  if (pair === null)
    return <StageView {...shared} {...{ timeline, glows }} leads label={labelOf(timeline)} />;
  return (
    <div class="stages">
      {[pair.shown, pair.beside].map((day, i) => (
        <figure key={day.started.data.perception} class="stage-of" data-arm={day.started.data.perception}>
          <Caption timeline={day} timeUs={shared.timeUs} />
          <StageView {...shared} glows={glows} timeline={day} leads={i === 0} label={labelOf(day)} />
        </figure>
      ))}
    </div>
  );
}
