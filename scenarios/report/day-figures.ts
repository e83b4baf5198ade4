import * as Plot from '@observablehq/plot';
import type { ReportData } from './data.ts';
import { draw, type Figure, ink, num, palette, sPerHour, text } from './draw.ts';

/** Charge of the robots over the day, in bins of five minutes. */
export function batteryFigure(data: ReportData): Figure | undefined {
  const startHour = data.manifest.scenario.values.site.startHour;
  const raw = data.table('robots').map((row) => ({
    robot: text(row, 'subject').replace('robot:', ''),
    hour: startHour + num(row, 'timeS') / sPerHour,
    percent: 100 * num(row, 'soc'),
  }));
  if (raw.length === 0) return undefined;
  const last = new Map<string, (typeof raw)[number]>();
  for (const row of raw) last.set(`${row.robot}/${Math.floor(row.hour * 12)}`, row);
  const rows = [...last.values()];
  const robots = [...new Set(rows.map((r) => r.robot))].sort();
  const ends = robots.map((name) => rows.filter((r) => r.robot === name).at(-1)!);
  const svg = draw({
    height: 260,
    marginRight: 60,
    x: { label: 'solar time, h' },
    y: { label: 'battery charge, %', grid: true, domain: [0, 100] },
    color: { domain: robots, range: palette },
    marks: [
      Plot.lineY(rows, { x: 'hour', y: 'percent', stroke: 'robot', strokeWidth: 2, curve: 'linear' }),
      Plot.text(ends, { x: 'hour', y: 'percent', text: 'robot', dx: 8, textAnchor: 'start', fill: ink }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const lows = robots.map((name) => {
    const least = Math.min(...raw.filter((r) => r.robot === name).map((r) => r.percent));
    return `${name} ${least.toFixed(0)} %`;
  });
  return { title: 'Battery over the day', caption: `Lowest charge: ${lows.join(', ')}.`, svg };
}

/** Mass in the bins over the day, one line an output. */
export function massFigure(data: ReportData): Figure | undefined {
  const startHour = data.manifest.scenario.values.site.startHour;
  const total = new Map<string, number>();
  const rows: { bin: string; hour: number; kg: number }[] = [];
  const massOf = new Map(data.table('items').map((row) => [num(row, 'itemId'), num(row, 'massKg')]));
  for (const row of data.table('binned')) {
    const bin = text(row, 'bin');
    const kg = (total.get(bin) ?? 0) + (massOf.get(num(row, 'itemId')) ?? 0);
    total.set(bin, kg);
    rows.push({ bin, hour: startHour + num(row, 'timeS') / sPerHour, kg });
  }
  if (rows.length === 0) return undefined;
  const bins = [...total.keys()].sort((a, b) => total.get(b)! - total.get(a)!);
  const ends = bins.map((bin) => rows.filter((r) => r.bin === bin).at(-1)!);
  const svg = draw({
    height: 280,
    marginRight: 110,
    x: { label: 'solar time, h' },
    y: { label: 'collected, kg', grid: true, nice: true },
    color: { domain: bins, range: palette },
    marks: [
      Plot.lineY(thinned(rows), { x: 'hour', y: 'kg', stroke: 'bin', strokeWidth: 2, curve: 'step-after' }),
      Plot.text(
        ends,
        Plot.dodgeY({
          x: () => Math.max(...ends.map((e) => e.hour)),
          y: 'kg',
          text: 'bin',
          dx: 8,
          textAnchor: 'start',
          fill: ink,
        } as Plot.TextOptions),
      ),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const words = ends.map((e) => `${e.bin} ${e.kg.toFixed(1)} kg`).join(', ');
  return { title: 'Mass into the bins over the day', caption: `At the end: ${words}.`, svg };
}

/** Every step of a line at most once in five minutes; the last point stays. */
function thinned<T extends { bin: string; hour: number }>(rows: readonly T[]): T[] {
  const last = new Map<string, T>();
  for (const row of rows) last.set(`${row.bin}/${Math.floor(row.hour * 12)}`, row);
  return [...last.values()];
}

/** Where the mass went: for each output, what it really holds. */
export function flowFigure(data: ReportData): Figure | undefined {
  const items = new Map(data.table('items').map((row) => [num(row, 'itemId'), row]));
  const sums = new Map<string, { bin: string; material: string; right: string; kg: number }>();
  for (const row of data.table('binned')) {
    const item = items.get(num(row, 'itemId'));
    if (!item) continue;
    const [bin, material] = [text(row, 'bin'), text(item, 'materialId')];
    const right = row.correct ? 'accepted' : 'wrong';
    const key = `${bin}/${material}/${right}`;
    const sum = sums.get(key) ?? { bin, material, right, kg: 0 };
    sum.kg += num(item, 'massKg');
    sums.set(key, sum);
  }
  const rows = [...sums.values()].sort((a, b) => b.kg - a.kg);
  if (rows.length === 0) return undefined;
  const bins = [...new Set(rows.map((r) => r.bin))];
  const materials = [...new Set(rows.map((r) => r.material))].sort();
  const svg = draw({
    height: 110 + 24 * materials.length,
    marginLeft: 170,
    marginBottom: 50,
    x: { label: null, domain: bins },
    y: { label: 'true material', domain: materials },
    r: { range: [0, 22] },
    marks: [
      Plot.gridX({ stroke: ink, strokeOpacity: 0.12 }),
      Plot.gridY({ stroke: ink, strokeOpacity: 0.12 }),
      Plot.dot(rows, {
        x: 'bin',
        y: 'material',
        r: 'kg',
        fill: (r: { right: string }) => (r.right === 'accepted' ? palette[2]! : palette[5]!),
        fillOpacity: 0.8,
        title: (r: { kg: number; right: string }) => `${r.kg.toFixed(2)} kg, ${r.right}`,
      }),
      Plot.text(
        rows.filter((r) => r.kg >= 0.02 * rows[0]!.kg),
        {
          x: 'bin',
          y: 'material',
          text: (r: { kg: number }) => r.kg.toFixed(1),
          fill: ink,
          stroke: 'var(--paper)',
          strokeWidth: 3,
        },
      ),
    ],
  });
  const wrong = rows.filter((r) => r.right === 'wrong').reduce((sum, r) => sum + r.kg, 0);
  return {
    title: 'Where the mass went (kg; area = mass)',
    caption: `Green: the output accepts it; red-orange: it does not, or it was lost to the residue (${wrong.toFixed(1)} kg).`,
    svg,
  };
}

/** What the joules were spent on, by robot state. */
export function energyFigure({ document }: ReportData): Figure {
  const rows = document.perceptions.flatMap((p) =>
    Object.entries(p.energyShareByState).map(([state, share]) => ({
      name: p.name,
      state,
      joules: share * p.energyJPerItem,
    })),
  );
  const states = [...new Set(rows.filter((r) => r.joules > 0).map((r) => r.state))];
  const names = document.perceptions.map((p) => p.name);
  const svg = draw({
    height: 70 + 40 * names.length,
    marginLeft: 90,
    marginRight: 30,
    x: { label: 'J per item', grid: true, nice: true },
    y: { label: null, domain: names },
    color: { domain: states, range: palette },
    marks: [
      Plot.barX(rows, { x: 'joules', y: 'name', fill: 'state', insetTop: 5, insetBottom: 5, order: states }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  return {
    title: 'What the joules were spent on',
    caption: `Robot states: ${states.join(', ')}.`,
    svg,
    legend: states.map((state, i) => ({ name: state, colour: palette[i]! })),
  };
}
