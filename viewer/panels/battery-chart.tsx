import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { Player } from '../player.ts';
import type { Timeline } from '../recording/timeline.ts';
import { accentOf } from '../scene/palette.ts';
import { percent } from '../words.ts';

const HEIGHT_PX = 116;
/** Left and right space of the plot; the scrubber above keeps the same, so that times stand over each other. */
const SIDE_PX = 46;

/** Series of all robots on one common grid of half minutes (uPlot wants one x for all). */
export function alignedSeries(timeline: Timeline): uPlot.AlignedData {
  const times = [...new Set([...timeline.series.values()].flatMap((s) => s.timeS))].sort((a, b) => a - b);
  const at = new Map(times.map((t, i) => [t, i]));
  const columns = timeline.site.robots.flatMap(({ id }) => {
    const own = timeline.series.get(id);
    return (['soc', 'solarW'] as const).map((field) => {
      const column: (number | null)[] = times.map(() => null);
      own?.timeS.forEach((t, i) => {
        column[at.get(t)!] = own[field][i]! * (field === 'soc' ? 100 : 1);
      });
      return column;
    });
  });
  return [times, ...columns] as uPlot.AlignedData;
}

function options(timeline: Timeline, width: number, ink: string, grid: string): uPlot.Options {
  const { startHour } = timeline.site.scene;
  const hours = (values: number[]): string[] =>
    values.map((s) => {
      const minutes = Math.round((startHour * 3600 + s) / 60);
      return `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`;
    });
  const axis = {
    stroke: ink,
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
    font: '11px system-ui, "Open Sans", sans-serif',
  };
  const robots = timeline.site.robots.flatMap((_, i): uPlot.Series[] => [
    {
      stroke: accentOf(i),
      width: 2,
      ...(i % 2 === 1 ? { dash: [7, 3] } : {}),
      scale: '%',
      spanGaps: true,
      points: { show: false },
    },
    {
      stroke: '#c99a2e',
      fill: 'rgba(230,170,50,0.13)',
      width: 1,
      scale: 'W',
      spanGaps: true,
      points: { show: false },
    },
  ]);
  return {
    width,
    height: HEIGHT_PX,
    padding: [8, 0, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false },
      '%': { range: [0, 100] },
      W: { range: (_, __, max) => [0, Math.max(50, max * 1.15)] },
    },
    axes: [
      {
        ...axis,
        size: 24,
        values: (_, splits) => hours(splits),
        incrs: [60, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400],
      },
      {
        ...axis,
        scale: '%',
        size: SIDE_PX,
        splits: () => [0, 50, 100],
        values: (_, v) => v.map((n) => `${n} %`),
      },
      {
        ...axis,
        scale: 'W',
        side: 1,
        size: SIDE_PX,
        grid: { show: false },
        values: (_, v) => v.map((n) => `${n} W`),
      },
    ],
    series: [{}, ...robots],
  };
}

function summary(timeline: Timeline): string {
  const parts = timeline.site.robots.map(({ id }) => {
    const soc = timeline.series.get(id)?.soc ?? [];
    return soc.length === 0
      ? `${id}: nothing recorded`
      : `${id}: lowest ${percent(Math.min(...soc))}, last ${percent(soc.at(-1)!)}`;
  });
  return `Charge of the batteries over the day. ${parts.join('; ')}.`;
}

interface Props {
  readonly timeline: Timeline;
  readonly player: Player;
  readonly endUs: number;
  readonly timeUs: number;
  readonly pieces: number;
  readonly dark: boolean;
}

/** Charge and sun over the day, under the scrubber and on the same scale; a click goes to that time. */
export function BatteryChart({ timeline, player, endUs, timeUs, pieces, dark }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  useEffect(() => {
    const host = box.current!;
    const chart = new uPlot(
      options(timeline, host.clientWidth, dark ? '#aeb9c4' : '#55606b', dark ? '#2c3640' : '#e3e8ec'),
      [[]],
      host,
    );
    plot.current = chart;
    chart.over.addEventListener('click', (event) => {
      const over = chart.over.getBoundingClientRect();
      player.seek(((event.clientX - over.left) / over.width) * (chart.scales.x!.max ?? 0) * 1e6);
    });
    const watch = new ResizeObserver(() => chart.setSize({ width: host.clientWidth, height: HEIGHT_PX }));
    watch.observe(host);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [timeline, dark]);
  useEffect(() => {
    plot.current?.setData(alignedSeries(timeline));
    plot.current?.setScale('x', { min: 0, max: Math.max(1, endUs / 1e6) });
  }, [timeline, pieces, endUs, dark]);
  return (
    <figure class="chart" aria-label={summary(timeline)}>
      <div ref={box} class="plot" />
      <div class="chart-now">
        <i style={{ left: `${(100 * timeUs) / Math.max(1, endUs)}%` }} />
      </div>
      <div class="chart-key" aria-hidden="true">
        {timeline.site.robots.map(({ id }, i) => (
          <span key={id}>
            <i
              class="stroke"
              style={{ borderTop: `3px ${i % 2 === 1 ? 'dashed' : 'solid'} ${accentOf(i)}` }}
            />
            {id}
          </span>
        ))}
        <span>
          <i class="swatch sun" /> sun
        </span>
      </div>
    </figure>
  );
}
