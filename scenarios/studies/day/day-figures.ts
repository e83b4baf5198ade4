import * as Plot from '@observablehq/plot';
import { colourBy, ink, scaleOf, seriesOf } from '../../report/colours.ts';
import { draw, type Figure, namedLines, num, patchesOf, roomFor, text } from '../../report/draw.ts';
import { leastOf, mostOf } from '../../report/extremes.ts';
import { stateWord } from '../../report/said.ts';
import { timeAxisOf } from '../../report/time-axis.ts';
import type { ReportData } from './read.ts';

/** Charge of the robots over the run, the last one in each bin of time. */
export function batteryFigure(data: ReportData): Figure | undefined {
  const axis = timeAxisOf(data.document);
  const raw = data.table('robots').map((row) => ({
    robot: text(row, 'subject').replace('robot:', ''),
    bin: axis.binOf(num(row, 'timeS')),
    time: axis.at(num(row, 'timeS')),
    percent: 100 * num(row, 'soc'),
  }));
  if (raw.length === 0) return undefined;
  const last = new Map(raw.map((row) => [`${row.robot}/${row.bin}`, row]));
  const rows = [...last.values()];
  const robots = [...new Set(rows.map((r) => r.robot))].sort();
  const svg = draw({
    height: 260,
    marginRight: 60,
    x: { label: axis.label, labelAnchor: 'center', labelOffset: 38 },
    y: { label: 'battery charge, %', grid: true, domain: [0, 100] },
    marks: [
      ...namedLines(rows, seriesOf(null, robots), ['time', 'percent', 'robot'], 8),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const lows = robots.map((name) => {
    const least = leastOf(raw.filter((r) => r.robot === name).map((r) => r.percent));
    return `${name} ${least.toFixed(0)} %`;
  });
  return { title: `Battery over ${axis.over}`, caption: `Lowest charge: ${lows.join(', ')}.`, svg };
}

/** Every item that came to rest: where, when, what it truly is. */
function landings(data: ReportData) {
  const items = new Map(data.table('items').map((row) => [num(row, 'itemId'), row]));
  return data.table('binned').flatMap((row) => {
    const item = items.get(num(row, 'itemId'));
    if (!item) return [];
    return {
      bin: text(row, 'bin'),
      material: text(item, 'materialId'),
      timeS: num(row, 'timeS'),
      kg: num(item, 'massKg'),
      accepted: row.correct === true,
    };
  });
}

/** Mass in the bins over the run, one line an output; the residue is told in words, it would dwarf the rest. */
export function massFigure(data: ReportData): Figure | undefined {
  const total = new Map<string, number>();
  const axis = timeAxisOf(data.document);
  const points = new Map<string, { bin: string; time: number; y: number }>();
  for (const { bin, timeS, kg } of landings(data)) {
    const y = (total.get(bin) ?? 0) + kg;
    total.set(bin, y);
    points.set(`${bin}/${axis.binOf(timeS)}`, { bin, time: axis.at(timeS), y });
  }
  const bins = [...total.keys()].filter((bin) => bin !== 'residue').sort();
  const rows = [...points.values()].filter(({ bin }) => bin !== 'residue');
  if (rows.length === 0) return undefined;
  const top = mostOf(rows.map((r) => r.y));
  const { outputs } = data.manifest.scenario.values;
  const useOf = (bin: string) => outputs.find(({ id }) => id === bin)?.use ?? bin;
  const svg = draw({
    height: 280,
    marginRight: 90,
    x: { label: axis.label, labelAnchor: 'center', labelOffset: 38 },
    y: { label: 'collected, kg', grid: true, nice: true },
    marks: [
      ...namedLines(
        rows,
        seriesOf('grade', bins, bins.map(useOf)),
        ['time', 'y', 'bin'],
        top * 0.07,
        'step-after',
      ),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const words = bins.map((bin) => `${bin} ${total.get(bin)?.toFixed(1)} kg`).join(', ');
  const residue = (total.get('residue') ?? 0).toFixed(1);
  return {
    title: `Mass in the bins over ${axis.over}`,
    caption: `At the end: ${words}; residue at the end of the belt ${residue} kg.`,
    svg,
  };
}

/** The transfer matrix of the day: where each material's mass went, in percent of its row. */
export function flowFigure(data: ReportData): Figure | undefined {
  const landed = landings(data);
  if (landed.length === 0) return undefined;
  const massOf = new Map<string, number>();
  const cells = new Map<string, { bin: string; material: string; kg: number; accepted: boolean }>();
  for (const { bin, material, kg, accepted } of landed) {
    massOf.set(material, (massOf.get(material) ?? 0) + kg);
    const key = `${material}/${bin}`;
    const cell = cells.get(key) ?? { bin, material, kg: 0, accepted };
    cell.kg += kg;
    cells.set(key, cell);
  }
  const rows = [...cells.values()].map((c) => ({ ...c, share: c.kg / (massOf.get(c.material) ?? 1) }));
  const materials = [...massOf.keys()].sort();
  const bins = [...new Set(landed.map((l) => l.bin))].filter((bin) => bin !== 'residue').sort();
  const svg = draw({
    height: 120 + 26 * materials.length,
    marginLeft: 170,
    marginBottom: 90,
    padding: 0.05,
    x: { label: null, domain: [...bins, 'residue'], tickRotate: -40 },
    y: { label: null, domain: materials },
    marks: [
      Plot.cell(rows, {
        x: 'bin',
        y: 'material',
        fill: (r: { accepted: boolean }) => (r.accepted ? 'right' : 'wrong'),
        fillOpacity: (r: { share: number }) => Math.max(0.05, 0.45 * r.share),
      }),
      Plot.text(rows, {
        x: 'bin',
        y: 'material',
        text: (r: { share: number }) => (r.share < 0.005 ? '' : (100 * r.share).toFixed(0)),
        fill: ink,
      }),
    ],
    color: { domain: ['right', 'wrong'], range: [colourBy('mark', 'right'), colourBy('mark', 'wrong')] },
  });
  const wrongKg = landed.filter((l) => !l.accepted && l.bin !== 'residue').reduce((sum, l) => sum + l.kg, 0);
  return {
    title: 'Where each material went (% of its mass)',
    caption: `Contaminants in the outputs: ${wrongKg.toFixed(2)} kg. Whatever no robot picks ends up in the residue.`,
    svg,
    legend: [
      { name: 'accepted by the output', colour: colourBy('mark', 'right') },
      { name: 'not accepted there, or lost to the residue', colour: colourBy('mark', 'wrong') },
    ],
  };
}

/** What the joules were spent on, by robot state. */
export function energyFigure({ document }: ReportData): Figure {
  const rows = document.perceptions.flatMap((p) =>
    Object.entries(p.energyShareByState).map(([state, share]) => ({
      name: p.name,
      state,
      said: stateWord(state),
      joules: share * p.energyJPerItem,
    })),
  );
  const states = [...new Set(rows.filter((r) => r.joules > 0).map((r) => r.state))];
  const said = states.map(stateWord);
  const series = seriesOf('state', said, states);
  const names = document.perceptions.map((p) => p.name);
  const svg = draw({
    ...roomFor(names),
    height: 70 + 40 * names.length,
    marginRight: 30,
    x: { label: 'J per item', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: names },
    color: scaleOf(series),
    marks: [
      Plot.barX(rows, { x: 'joules', y: 'name', fill: 'said', insetTop: 5, insetBottom: 5, order: said }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  return {
    title: 'Where the energy went',
    caption: `What robots did: ${said.join('; ')}.`,
    svg,
    legend: patchesOf(series),
  };
}
