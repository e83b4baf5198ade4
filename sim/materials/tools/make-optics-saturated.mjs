// Moves a band that is saturated in most pieces of the fit to where unsaturated pieces show it: the flat bottom of a thick bottle
// does not say where its middle is. Last step, after make-optics-thin.mjs.
// Use: node make-optics-saturated.mjs DATA_FOLDER thin.json > optics-bands-fitted.json
import { readFileSync } from 'node:fs';
import { readUsgs } from './make-read-spectra.mjs';

/** Band to move (by substance and place), the window around it in nm, and fibres in which R stays above 0.15 there. */
const SATURATED = [{ id: 'pet', from: 2235, to: 2275, pieces: ['GDS429', 'GDS434', 'GDS435'] }];

const [folder, table] = process.argv.slice(2);
const usgs = readUsgs(folder);
const fitted = JSON.parse(readFileSync(table, 'utf8'));

/** Where a curve is lowest in a window, by a parabola through the lowest point and the two 4 nm beside it. */
function lowest(at, { from, to }) {
  let best = from;
  for (let nm = from; nm <= to; nm++) if (at(nm) < at(best)) best = nm;
  const [left, middle, right] = [at(best - 4), at(best), at(best + 4)];
  return best + (2 * (left - right)) / (left - 2 * middle + right);
}

for (const plan of SATURATED) {
  const own = plan.pieces.map((code) => {
    const { r } = usgs.find(({ name }) => name.includes(code));
    return lowest((nm) => r[nm - 350], plan);
  });
  const measured = own.reduce((sum, nm) => sum + nm, 0) / own.length;
  const { bands } = fitted[plan.id];
  const strongest = bands.reduce(
    (a, b) => (b[0] > plan.from && b[0] < plan.to && b[1] > a[1] ? b : a),
    [0, 0],
  );
  const alpha = (nm) =>
    bands.reduce(
      (sum, [centre, height, sigma]) => sum + height * Math.exp(-0.5 * ((nm - centre) / sigma) ** 2),
      0,
    );
  const move = measured - lowest((nm) => -alpha(nm), plan);
  strongest[0] = Number((strongest[0] + move).toFixed(1));
  console.error(
    `${plan.id}: pieces ${own.map((nm) => nm.toFixed(1)).join(', ')}; moved by ${move.toFixed(1)} nm to ${strongest[0]}`,
  );
  fitted[plan.id].source += `; band at ${strongest[0]} nm from ${plan.pieces.join(' ')}`;
}
const entries = Object.entries(fitted).map(
  ([id, { source, bands }]) =>
    `  ${JSON.stringify(id)}: {\n    "source": ${JSON.stringify(source)},\n    "bands": ${JSON.stringify(bands)}\n  }`,
);
console.log(`{\n${entries.join(',\n')}\n}`);
