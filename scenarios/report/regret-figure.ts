import * as Plot from '@observablehq/plot';
import { type RegretDocument, regretCauses } from '../record/regret-file.ts';
import { colourBy, ink, scaleOf, seriesOf } from './colours.ts';
import { draw, type Figure, patchesOf, roomFor } from './draw.ts';
import { causeWord } from './said.ts';

/** Somebody's regret against the bound, EUR. */
interface Regret {
  readonly name: string;
  readonly eur: number;
}

/** Pieces of less than this are nowhere to be seen, EUR. */
const SEEN_EUR = 0.005;

/** Where nothing was lost, an axis of rounding errors would show nothing but digits. */
const euroAxis = (values: readonly number[]) =>
  values.some((eur) => Math.abs(eur) >= SEEN_EUR) ? {} : { domain: [0, 1] };

/** Regret as bars, one for each name; what it consists of is a command of its own. */
export function regretFigureOf(regrets: readonly Regret[]): Pick<Figure, 'title' | 'svg'> {
  const names = regrets.map(({ name }) => name);
  const axis = euroAxis(regrets.map(({ eur }) => eur));
  const svg = draw({
    ...roomFor(names),
    height: 70 + 28 * regrets.length,
    x: { label: 'EUR lost', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true, ...axis },
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

/** The same by cause, as `looptwin regret` split it: what a cause brought instead of costing stands at the other side of zero. */
export function causesFigureOf({ rows, freeBoundEur, answer }: RegretDocument): Figure {
  const pieces = rows.flatMap(({ name, causes }) =>
    regretCauses.map((cause) => ({ name, cause, said: causeWord(cause), eur: causes[cause] })),
  );
  const shown = pieces.filter(({ eur }) => Math.abs(eur) >= SEEN_EUR);
  const causes = regretCauses.filter((cause) => shown.some((piece) => piece.cause === cause));
  const series = seriesOf(
    'cause',
    causes.map((cause) => causeWord(cause)),
    causes,
  );
  const names = rows.map(({ name }) => name);
  const svg = draw({
    ...roomFor(names),
    height: 70 + 28 * rows.length,
    x: { label: 'EUR lost', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: names },
    color: scaleOf(series),
    marks: [
      Plot.barX(shown, { x: 'eur', y: 'name', fill: 'said', insetTop: 4, insetBottom: 4 }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  return {
    title: 'Regret: what was lost to what',
    caption: `${answer} Each is a Shapley value: the mean of what taking the limit away brings, over all orders. They add up to the bound without limits, EUR ${freeBoundEur.toFixed(2)}, minus the day's value.`,
    svg,
    legend: patchesOf(series),
    command: 'looptwin regret DIR',
  };
}
