import * as Plot from '@observablehq/plot';
import type { Row } from '../../record/table.ts';
import { colourBy, ink, plain, scaleOf, seriesOf } from '../../report/colours.ts';
import { draw, type Figure, lines, num, patchesOf, roomFor, short, text } from '../../report/draw.ts';
import { bestOf, underWay, wayColours, wayOf } from './document.ts';
import type { RegionData } from './read.ts';

const daysPerYear = 365;
const tonnes = (kg: number): number => kg / 1000;
const millions = (eur: number): number => eur / 1e6;

/** The rows of the first price history, and of what was trained several times those of the first training. */
function firstRows({ manifest, table }: RegionData, name: string): readonly Row[] {
  const replication = manifest.plays[0]?.replication ?? 0;
  const rows = table(name).filter((row) => num(row, 'replication') === replication);
  const trainings = new Map(rows.toReversed().map((row) => [text(row, 'routing'), row.training]));
  return rows.filter((row) => trainings.get(text(row, 'routing')) === row.training);
}

/** Those of the way that earned most. */
export function bestRows(data: RegionData, name: string): readonly Row[] {
  const best = bestOf(data.document.routing).name;
  return firstRows(data, name).filter((row) => text(row, 'routing') === best);
}

/** What each policy earned the sorting sites, against the bound on its own days. */
export function earnedFigure({ document }: RegionData): Figure {
  const rows = document.routing.map((r) => ({
    name: r.name,
    eur: millions(r.routingEur.mean),
    bound: millions(r.boundEur.mean),
  }));
  const svg = draw({
    height: 70 + 44 * rows.length,
    ...roomFor(rows.map((r) => r.name)),
    marginRight: 50,
    x: { label: 'million EUR', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: rows.map((r) => r.name), tickFormat: short },
    marks: [
      Plot.barX(rows, { x: 'eur', y: 'name', fill: colourBy('mark', 'earned'), insetTop: 6, insetBottom: 6 }),
      Plot.tickX(rows, { x: 'bound', y: 'name', stroke: colourBy('mark', 'bound'), strokeWidth: 3 }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  const best = bestOf(document.routing);
  return {
    title: `What each ${wayOf(document)} earned the sorting sites`,
    caption: `Bars: earned; ticks: the bound on the same days, which no routing policy can exceed. Best: ${best.name} with ${millions(best.routingEur.mean).toFixed(2)} of at most ${millions(best.boundEur.mean).toFixed(2)} million EUR.`,
    svg,
    legend: [
      { name: 'earned', colour: colourBy('mark', 'earned') },
      { name: 'bound', colour: colourBy('mark', 'bound') },
    ],
  };
}

const ways = [
  ['recycledKg', 'recycled into products'],
  ['reusedKg', 'reused'],
  ['marketKg', 'export market'],
  ['recoveryKg', 'energy recovery'],
  ['landfillKg', 'landfill'],
] as const;

/** Where material went, period by period, under the best policy. */
export function flowsFigure(data: RegionData): Figure {
  const flows = bestRows(data, 'flows');
  const rows = flows.flatMap((row) =>
    ways.map(([column, way]) => ({
      year: num(row, 'toDay') / daysPerYear,
      way,
      tonnesPerDay: tonnes(num(row, column)) / (num(row, 'toDay') - num(row, 'fromDay')),
    })),
  );
  const series = seriesOf(
    'way',
    ways.map(([, way]) => way),
  );
  const svg = draw({
    height: 300,
    x: { label: 'end of the period, years', labelAnchor: 'center', labelOffset: 38, tickFormat: '.1f' },
    y: { label: 'tonnes per day', grid: true },
    color: scaleOf(series),
    marks: [
      Plot.barY(rows, { x: 'year', y: 'tonnesPerDay', fill: 'way', order: ways.map(([, way]) => way) }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const last = flows.at(-1);
  const share = last ? (100 * num(last, 'recycledKg')) / Math.max(1, num(last, 'givenUpKg')) : 0;
  return {
    title: 'Where material went',
    caption: `Tonnes per day ${underWay(data.document, bestOf(data.document.routing).name)}; in the last period, makers used ${share.toFixed(0)} kg of recycled feed for every 100 kg that was discarded.`,
    svg,
    legend: patchesOf(series),
  };
}

/** Recycled content over the periods, one line for each policy. */
export function contentFigure(data: RegionData): Figure {
  const { document } = data;
  const rows = firstRows(data, 'flows').map((row) => ({
    year: num(row, 'toDay') / daysPerYear,
    routing: text(row, 'routing'),
    percent: (100 * num(row, 'recycledKg')) / Math.max(1, num(row, 'recycledKg') + num(row, 'virginKg')),
  }));
  const series = seriesOf(
    wayColours(document),
    document.routing.map(({ name }) => name),
  );
  const svg = draw({
    height: 300,
    x: { label: 'years', labelAnchor: 'center', labelOffset: 38 },
    y: { label: 'recycled content of the period, %', grid: true, zero: true },
    color: scaleOf(series),
    marks: [
      ...lines(rows, series, ['year', 'percent', 'routing']),
      Plot.dot(rows, { x: 'year', y: 'percent', fill: 'routing', symbol: 'routing', r: 3.5 }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const best = bestOf(document.routing);
  return {
    title: 'Recycled content',
    caption: `Share of what makers used that was recycled; over all days ${(100 * best.recycledContent.mean).toFixed(1)} % ${underWay(document, best.name)}.${document.perceptions ? ' Networks of the first training.' : ''}`,
    svg,
    legend: series,
  };
}

const kinds = ['maker', 'collection', 'transit', 'sorting', 'workshop', 'reprocessor'] as const;

/** What lies between use and use at the end of each period, under the best policy; what is in use is far more and has its own table. */
export function stocksFigure(data: RegionData): Figure {
  const stocks = bestRows(data, 'stocks');
  const series = seriesOf('place', kinds);
  const rows = stocks.flatMap((row) =>
    kinds.map((kind) => ({
      year: num(row, 'day') / daysPerYear,
      kind,
      tonnes: tonnes(num(row, `${kind}Kg`)),
    })),
  );
  const svg = draw({
    height: 300,
    x: { label: 'end of the period, years', labelAnchor: 'center', labelOffset: 38, tickFormat: '.1f' },
    y: { label: 'tonnes', grid: true },
    color: scaleOf(series),
    marks: [
      Plot.barY(rows, { x: 'year', y: 'tonnes', fill: 'kind', order: [...kinds] }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  const inUse = tonnes(num(stocks.at(-1) ?? {}, 'useKg'));
  return {
    title: 'Stocks in the chain',
    caption: `Stocks at the places and on the road at the end of each period; another ${inUse.toFixed(0)} t are in use at the end.`,
    svg,
    legend: patchesOf(series),
  };
}

/** Circularity of each material's products under the best policy. */
export function circularityFigure(data: RegionData): Figure {
  const best = bestOf(data.document.routing);
  const rows = Object.entries(best.circularityByMaterial)
    .map(([material, indicator]) => ({ material, indicator }))
    .sort((a, b) => b.indicator - a.indicator);
  const svg = draw({
    height: 70 + 15 * rows.length,
    marginLeft: 190,
    x: { label: 'indicator', labelAnchor: 'center', labelOffset: 38, grid: true, domain: [0, 1] },
    y: { label: null, domain: rows.map(({ material }) => material) },
    marks: [
      Plot.ruleY(rows, { x: 'indicator', y: 'material', stroke: plain, strokeWidth: 2 }),
      Plot.dot(rows, { x: 'indicator', y: 'material', fill: plain, r: 3.5 }),
      Plot.ruleX([best.circularity.mean], { stroke: ink, strokeWidth: 2, strokeDasharray: '5 4' }),
    ],
  });
  return {
    title: 'Material Circularity Indicator by product material',
    caption: `0.1 = only virgin material in and only waste out, 1 = fully closed. Dashed: all products together, ${best.circularity.mean.toFixed(3)}, ${underWay(data.document, best.name)}.`,
    svg,
  };
}
