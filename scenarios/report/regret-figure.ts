import * as Plot from '@observablehq/plot';
import { ink, scaleOf, seriesOf } from './colours.ts';
import { draw, patchesOf, roomFor } from './draw.ts';

/** Somebody's regret against the free bound, EUR by cause; the parts sum to the whole. */
interface Regret {
  readonly name: string;
  readonly partsEur: Readonly<Record<string, number>>;
}

/** Regret by cause as bars, one for each name, and the cause that most is lost to, EUR on average. Needs one regret at least. */
export function regretFigureOf(regrets: readonly Regret[]) {
  const causes = Object.keys(regrets[0]?.partsEur ?? {});
  const rows = regrets.flatMap(({ name, partsEur }) =>
    causes.map((cause) => ({ name, cause, eur: partsEur[cause] ?? 0 })),
  );
  const series = seriesOf('cause', causes);
  const names = regrets.map(({ name }) => name);
  const svg = draw({
    ...roomFor(names),
    height: 70 + 28 * regrets.length,
    x: { label: 'EUR lost', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: names },
    color: scaleOf(series),
    marks: [
      Plot.barX(rows, { x: 'eur', y: 'name', fill: 'cause', insetTop: 4, insetBottom: 4, order: causes }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  const means = causes.map((cause) => {
    const sum = regrets.reduce((eur, { partsEur }) => eur + (partsEur[cause] ?? 0), 0);
    return { cause, eur: sum / regrets.length };
  });
  const most = means.reduce((larger, one) => (one.eur > larger.eur ? one : larger), {
    cause: '',
    eur: -Infinity,
  });
  const legend = patchesOf(series);
  return { title: 'Where money was lost, by cause', svg, legend, most };
}
