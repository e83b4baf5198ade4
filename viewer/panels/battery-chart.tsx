import { useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { must } from '../../sim/record/must.ts';
import { varOf } from '../../sim/record/palette.ts';
import { usePaper } from '../hooks.ts';
import { say } from '../language.ts';
import { withPlainCanvas } from '../plain-canvas.ts';
import type { Timeline } from '../recording/timeline.ts';
import { robotHue } from '../scene/forms/palette.ts';
import { isSoftware } from '../scene/picture.ts';
import { percent } from '../words.ts';
import { alignedSeries, PLOT_HEIGHT_PX, plotOptions } from './battery-plot.ts';
import type { Shown } from './shown.ts';

function summary(timeline: Timeline): string {
  const parts = timeline.site.robots.map(({ id }) => {
    const soc = timeline.series.get(id)?.soc ?? [];
    return soc.length === 0
      ? say('chart.nothing', { robot: id })
      : say('chart.robot', {
          robot: id,
          low: percent(soc.reduce((least, share) => Math.min(least, share), 1)),
          last: percent(soc.at(-1) ?? 0),
        });
  });
  return `${say('chart.charge')} ${parts.join('; ')}.`;
}

interface Props extends Pick<Shown, 'timeline' | 'player' | 'endUs' | 'timeUs' | 'dark'> {
  readonly pieces: number;
}

/** Charge and sun over the day, under the scrubber and on the same scale; a click goes to that time. */
export function BatteryChart({ timeline, player, endUs, timeUs, pieces, ...page }: Props) {
  // A canvas knows no style sheet: on paper it is drawn anew, before the page is printed.
  const dark = usePaper() ? false : page.dark;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  useLayoutEffect(() => {
    const host = must(box.current, 'box of the chart');
    const make = () => new uPlot(plotOptions(timeline, host.clientWidth, dark), [[]], host);
    const chart = isSoftware() ? withPlainCanvas(make) : make();
    plot.current = chart;
    chart.over.addEventListener('click', (event) => {
      const over = chart.over.getBoundingClientRect();
      player.seek(((event.clientX - over.left) / over.width) * (chart.scales.x?.max ?? 0) * 1e6);
    });
    const watch = new ResizeObserver(() =>
      chart.setSize({ width: host.clientWidth, height: PLOT_HEIGHT_PX }),
    );
    watch.observe(host);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [timeline, dark]);
  useLayoutEffect(() => {
    plot.current?.setData(alignedSeries(timeline));
    plot.current?.setScale('x', { min: 0, max: Math.max(1, endUs / 1e6) });
  }, [timeline, pieces, endUs, dark]);
  return (
    <figure class="chart" aria-label={summary(timeline)}>
      <div ref={box} class="plot" />
      <div class="chart-now">
        <i style={{ left: `${Math.min(100, (100 * timeUs) / Math.max(1, endUs))}%` }} />
      </div>
      <div class="chart-key" aria-hidden="true">
        {timeline.site.robots.map(({ id }, i) => (
          <span key={id}>
            <svg class="stroke" width="22" height="4" aria-hidden="true">
              <line
                x2="22"
                y1="2"
                y2="2"
                stroke={varOf(robotHue(i))}
                stroke-width="3"
                stroke-dasharray={robotHue(i).dash}
              />
            </svg>
            {id}
          </span>
        ))}
        <span>
          <i class="swatch sun" /> {say('chart.sun')}
        </span>
      </div>
    </figure>
  );
}
