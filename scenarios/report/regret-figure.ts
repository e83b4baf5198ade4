import * as Plot from '@observablehq/plot';
import { colourBy, ink } from './colours.ts';
import { draw, type Figure, roomFor } from './draw.ts';

/** Somebody's regret against the bound, EUR. */
interface Regret {
  readonly name: string;
  readonly eur: number;
}

/** Regret as bars, one for each name; what it consists of is a command of its own. */
export function regretFigureOf(regrets: readonly Regret[]): Pick<Figure, 'title' | 'svg'> {
  const names = regrets.map(({ name }) => name);
  const svg = draw({
    ...roomFor(names),
    height: 70 + 28 * regrets.length,
    x: { label: 'EUR lost', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: names },
    marks: [
      Plot.barX(regrets, {
        ...{ x: 'eur', y: 'name', insetTop: 4, insetBottom: 4 },
        fill: colourBy('cause', 'regret'),
      }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  return { title: 'Regret: what was lost against the bound', svg };
}
