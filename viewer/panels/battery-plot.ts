import type uPlot from 'uplot';
import { at } from '../../sim/record/must.ts';
import { toneOf } from '../../sim/record/palette.ts';
import type { Timeline } from '../recording/timeline.ts';
import { robotHue, sunHue } from '../scene/forms/palette.ts';

export const PLOT_HEIGHT_PX = 116;
/** Left and right space of the plot; the scrubber above keeps the same, so that times stand over each other. */
const SIDE_PX = 46;
/** Distances of the hour marks, in seconds. */
const HOUR_MARKS = [60, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** Series of all robots on one common grid of half minutes (uPlot wants one x for all). */
export function alignedSeries(timeline: Timeline): uPlot.AlignedData {
  const times = [...new Set([...timeline.series.values()].flatMap((s) => s.timeS))].sort((a, b) => a - b);
  const columns = timeline.site.robots.flatMap(({ id }) => {
    const own = timeline.series.get(id);
    return (['soc', 'solarW'] as const).map((field) => {
      const scale = field === 'soc' ? 100 : 1;
      const known = new Map(own?.timeS.map((t, i) => [t, at(own[field], i) * scale]));
      return times.map((t) => known.get(t) ?? null);
    });
  });
  return [times, ...columns] as uPlot.AlignedData;
}

/** `6:05` of seconds since the start. */
function hourText(startHour: number, seconds: number): string {
  const minutes = Math.round((startHour * 3600 + seconds) / 60);
  return `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`;
}

function axesOf(startHour: number, stroke: string, grid: string): uPlot.Axis[] {
  const axis: uPlot.Axis = {
    stroke,
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
    font: '11px system-ui, "Open Sans", sans-serif',
  };
  const upright = (unit: string, own: uPlot.Axis): uPlot.Axis => {
    return { ...axis, scale: unit, size: SIDE_PX, values: (_, v) => v.map((n) => `${n} ${unit}`), ...own };
  };
  return [
    { ...axis, size: 24, incrs: HOUR_MARKS, values: (_, marks) => marks.map((s) => hourText(startHour, s)) },
    upright('%', { splits: () => [0, 50, 100] }),
    upright('W', { side: 1, grid: { show: false } }),
  ];
}

/** Charge as a line a robot (in its hue and dash), sun as a pale area. */
function seriesOf(robots: number, dark: boolean): uPlot.Series[] {
  const sun = sunHue[dark ? 'dark' : 'light'];
  const common = { spanGaps: true, points: { show: false } };
  const line = (i: number): uPlot.Series => {
    const { light, dark: pale, dash } = robotHue(i);
    const dashed = dash === '' ? {} : { dash: dash.split(' ').map(Number) };
    return { ...common, stroke: dark ? pale : light, width: 2, scale: '%', ...dashed };
  };
  const each = (i: number): uPlot.Series[] => [
    line(i),
    { ...common, stroke: sun, fill: `${sun}22`, width: 1, scale: 'W' },
  ];
  return [{}, ...Array.from({ length: robots }, (_, i) => each(i)).flat()];
}

/** Everything that the plot of a site's batteries needs to be told, for a width and a light or dark page. */
export function plotOptions(timeline: Timeline, width: number, dark: boolean): uPlot.Options {
  const theme = dark ? 'dark' : 'light';
  return {
    width,
    height: PLOT_HEIGHT_PX,
    padding: [8, 0, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false },
      '%': { range: [0, 100] },
      W: { range: (_, __, max) => [0, Math.max(10, max * 1.15)] },
    },
    axes: axesOf(timeline.site.scene.startHour, toneOf('soft', theme), toneOf('line', theme)),
    series: seriesOf(timeline.site.robots.length, dark),
  };
}
