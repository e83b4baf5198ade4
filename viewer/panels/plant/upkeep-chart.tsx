import { say, wordOf } from '../../language.ts';
import type { AssetStory } from '../../recording/upkeep.ts';
import { percent } from '../../words.ts';
import type { Shown } from '../shown.ts';

const WIDTH = 360;
const HEIGHT = 44;
/** Readings drawn at most. */
const DOTS = 80;

interface Drawing {
  readonly story: AssetStory;
  xOf(timeUs: number): number;
}

const yOf = (share: number): number => HEIGHT - 2 - Math.min(1, Math.max(0, share)) * (HEIGHT - 10);

/** Wear as steps: it is told when it has changed. */
function wearPath({ story, xOf }: Drawing, endUs: number): string {
  const steps = story.wear.map(({ timeUs, share }) => `H${xOf(timeUs).toFixed(1)}V${yOf(share).toFixed(1)}`);
  return `M0 ${yOf(story.wear[0]?.share ?? 0)}${steps.join('')}H${xOf(endUs).toFixed(1)}`;
}

function Services({ story, xOf }: Drawing) {
  return (
    <g>
      {story.services.map(({ fromUs, toUs, planned }) => {
        const x = xOf(fromUs);
        const width = Math.max(2, Math.min(WIDTH, xOf(toUs)) - x);
        return (
          <rect
            key={fromUs}
            class={planned ? 'planned' : 'repair'}
            x={x}
            y={0}
            width={width}
            height={HEIGHT}
          />
        );
      })}
    </g>
  );
}

function Marks({ story, xOf }: Drawing) {
  const every = Math.ceil(story.readings.length / DOTS);
  return (
    <g>
      {story.readings
        .filter((_, i) => i % every === 0)
        .map(({ timeUs, share }) => (
          <circle key={timeUs} cx={xOf(timeUs)} cy={yOf(share)} r={1.6} />
        ))}
      {story.warningsUs.map((timeUs) => (
        <path key={timeUs} class="warned" d={`M${xOf(timeUs)} 0l4 4-4 4-4-4z`} />
      ))}
      {story.failuresUs.map((timeUs) => (
        <path key={timeUs} class="failed" d={`M${xOf(timeUs)} 0l5 9h-10z`} />
      ))}
    </g>
  );
}

type Props = Pick<Shown, 'timeline' | 'timeUs' | 'endUs'>;

/** Wear, warnings, services and failures of every machine over the day, on one scale of time. */
export function UpkeepChart({ timeline, timeUs, endUs }: Props) {
  const { assets } = timeline.site.scene;
  if (assets.length === 0) return null;
  const xOf = (us: number): number => (us / Math.max(1, endUs)) * WIDTH;
  return (
    <section class="upkeep">
      <h3>{say('plant.upkeep')}</h3>
      <p class="quiet">{say('plant.key')}</p>
      {assets.map(({ id, name }) => {
        const story = timeline.upkeep.stories.get(id);
        if (story === undefined) return null;
        const words = say('plant.asset', {
          asset: wordOf(`machine.${name}`, name),
          wear: percent(story.wear.at(-1)?.share ?? 0),
          ...{ warnings: story.warningsUs.length, failures: story.failuresUs.length },
          visits: story.services.filter(({ planned }) => planned).length,
        });
        return (
          <figure key={id}>
            <figcaption>{words}</figcaption>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <Services story={story} xOf={xOf} />
              <path class="wear" d={wearPath({ story, xOf }, endUs)} />
              <Marks story={story} xOf={xOf} />
              <line class="now" x1={xOf(timeUs)} x2={xOf(timeUs)} y1={0} y2={HEIGHT} />
            </svg>
          </figure>
        );
      })}
    </section>
  );
}
