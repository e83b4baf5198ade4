import { join } from 'node:path';
import { materialById } from '../../../sim/materials/catalogue.ts';
import { defaultSpectrometer, wavelengthsOf } from '../../../sim/senses/spectral/state.ts';
import { isTelephone } from '../../../sim/senses/visual/state.ts';
import { version } from '../../version.ts';
import { fileHash } from '../synth/card.ts';
import { columnsOf, shapeOf } from './columns.ts';
import { LABELS } from './render.ts';
import { rowsOf, type SetSpec } from './spec.ts';

/** What the columns of the label table mean. */
const LABEL_WORDS: Readonly<Record<string, string>> = {
  row: 'place in every array, from 0',
  material: 'catalogue id: a substance in a form',
  class: 'polymer, alloy or fibre, such as PET',
  family: 'polymer, fibre, textile, metal, mineral, wood, elastomer or composite',
  state: 'degradation 0..9, tenths of the functional life used up',
  quality: 'remaining value 0..1: undamaged share, less what soil and water take',
  look: 'form and colour family; materials that share it are look-alikes',
  item_id: 'names all draws of the piece, together with the seed',
};

const SOURCES = [
  'Absorption and colours: USGS Spectral Library Version 7 (Kokaly et al. 2017, doi:10.3133/ds1035, public domain), Knaeps et al. 2021 (doi:10.5194/essd-13-713-2021, CC0), refractiveindex.info database (CC0)',
  'Every number of the catalogue has unit, source and doubt: looptwin materials <id>',
];

const LIMITS = [
  'Everything is computed; no photograph and no measurement of a real piece is in the set.',
  'One piece, one look: there are no repeated looks at a piece.',
  'States are equally frequent in the set; in a waste stream they are not.',
  'Camera, light and pose differ from row to row within ranges that were chosen, not counted.',
];

/** Who looks, as the background decides it (see `cameraBefore`). */
function lookedAtBy({ background }: SetSpec): string {
  const telephone =
    'a telephone held over one thing on a light board, in a room with lamps and windows; sharpened, with more contrast and colour, as telephones do it, not packed as JPEG';
  const belt = 'a camera fixed over a belt with lamps on both sides; neither sharpened nor toned';
  return isTelephone(background) ? telephone : belt;
}

/** What a set is, for programs. */
export async function cardOf(spec: SetSpec, out: string, hashes: { specHash: string; code: string }) {
  const arrays = columnsOf(spec).map((column) => ({ ...column, path: `${column.name}.npy` }));
  const files = await Promise.all(
    [...arrays.map(({ path }) => path), 'labels.csv'].map(async (path) => {
      return { path, sha256: await fileHash(join(out, path)) };
    }),
  );
  return {
    what: 'synthetic pieces of waste and goods, each rendered from one hidden state',
    how: 'sim/materials draws and ages a piece; sim/senses turns its state into frames. No class template, no label is read.',
    version: version(),
    licence: 'Apache-2.0, as the code that makes them',
    ...hashes,
    seed: spec.seed,
    camera: spec.senses.includes('visual') ? lookedAtBy(spec) : null,
    rows: rowsOf(spec),
    spec,
    classes: Object.fromEntries(spec.materials.map((id) => [id, materialById(id).class])),
    arrays: arrays.map(({ path, type, what, shape: _, ...column }) => {
      return { path, dtype: type, shape: shapeOf(spec, { ...column, type, what, shape: _ }), what };
    }),
    labels: Object.fromEntries(LABELS.split(',').map((name) => [name, LABEL_WORDS[name] ?? ''])),
    wavelengthsNm: spec.senses.includes('spectral') ? [...wavelengthsOf(defaultSpectrometer())] : [],
    files,
    sources: SOURCES,
    limits: LIMITS,
  };
}

type Card = Awaited<ReturnType<typeof cardOf>>;

/** The same for people, as README.md. */
export function readmeOf(card: Card): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  const { spec } = card;
  const arrays = card.arrays.map(
    (array) => `\`${array.path}\` ${array.dtype} [${array.shape.join(', ')}]: ${array.what}`,
  );
  const labels = Object.entries(card.labels).map(([name, words]) => `\`${name}\`: ${words}`);
  const axis = card.wavelengthsNm;
  const bands =
    axis.length > 0 ? `\nBands: ${axis.length} from ${axis[0]} to ${axis.at(-1)} nm, evenly spaced.\n` : '';
  return `# Data set of looptwin ${card.version}

${card.rows} ${card.what}. ${card.how}

Made with seed ${card.seed}, ${spec.perMaterial} pieces a material, states ${spec.states.join(', ')}, over a background of reflectance
${spec.background}. ${card.camera === null ? '' : `Camera: ${card.camera}. `}Code ${card.code}, settings ${card.specHash}. Equal settings, seed and code give equal bytes.

## Arrays (NumPy, version 1.0, C order)

${list(arrays)}
${bands}
## labels.csv

${list(labels)}

## Materials

${list(Object.entries(card.classes).map(([id, code]) => `${id} (${code})`))}

## Sources

${list(card.sources)}

## Limits

${list(card.limits)}

## Licence

${card.licence}.
`;
}
