// Writes optics-looks.json: reflectance of bodies whose colour is not a pigment in a clear polymer, fresh and weathered.
// Use: node make-optics-looks.mjs DATA_FOLDER > optics-looks.json   (USGS splib07, public domain)
import { readUsgs } from './make-read-spectra.mjs';

/** Id of the visible absorption of a look: USGS object when fresh, and when weathered. */
const LOOKS = {
  cedar: ['GDS357', 'GDS361'],
  wood: ['GDS363', 'GDS361'],
  plywood: ['GDS365', 'GDS361'],
  mdf: ['GDS364', 'GDS361'],
  cardboard: ['GDS371'],
  jute: ['GDS430'],
  'textile-white': ['GDS437'],
  concrete: ['GDS375'],
  brick: ['GDS349'],
  bitumen: ['GDS285A', 'GDS285B'],
};
/** Up to 1300 nm: beyond, absorption bands of the substance take over. */
const NM = [400, 430, 460, 490, 520, 550, 580, 610, 640, 670, 700, 740, 780, 850, 900, 950, 1000, 1100, 1300];

const usgs = readUsgs(process.argv[2]);
const looks = Object.entries(LOOKS).map(([id, codes]) => {
  const [fresh, weathered] = codes.map((code) => {
    const { name, r } = usgs.find((spectrum) => spectrum.name.includes(code));
    return { object: name, r: NM.map((nm) => Number(r[nm - 350].toFixed(3))) };
  });
  return `  ${JSON.stringify(id)}: { "fresh": ${JSON.stringify(fresh)}${weathered ? `,\n    "weathered": ${JSON.stringify(weathered)}` : ''} }`;
});
console.log(
  `{\n  "nm": ${JSON.stringify(NM)},\n  "looks": {\n${looks.map((line) => `  ${line}`).join(',\n')}\n  }\n}`,
);
