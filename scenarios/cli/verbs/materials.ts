import type { Command } from 'commander';
import {
  catalogueSources,
  lookGroups,
  materialById,
  materials,
  nearestIds,
} from '../../../sim/materials/catalogue.ts';
import { lawsOf } from '../../../sim/materials/kinetics.ts';
import type { Law } from '../../../sim/materials/laws.ts';
import type { Material, SourcedValue } from '../../../sim/materials/material.ts';
import { InputError } from '../../errors.ts';
import type { Cli } from '../terminal/context.ts';
import { table } from '../terminal/table.ts';

const short = (value: number): string => String(Number(value.toPrecision(4)));

/** One number as text: 1360, 0.2 .. 0.5. */
function valueText(cell: SourcedValue): string {
  return typeof cell.value === 'number'
    ? short(cell.value)
    : `${short(cell.value[0])} .. ${short(cell.value[1])}`;
}

/** The catalogue as a table: one line a material. */
export function catalogueText(list: readonly Material[] = materials): string {
  const rows = list.map((m) => [
    m.id,
    m.class,
    m.family,
    m.look.shape,
    m.optics.bands.map((band) => band.id).join('+') || m.optics.metal || '-',
    String(m.thermal.densityKgPerM3),
    m.look.colours.map((colour) => colour.name).join(' '),
  ]);
  const groups = lookGroups().length;
  return [
    table(['id', 'class', 'family', 'shape', 'absorbs like', 'kg/m3', 'colours'], rows),
    '',
    `${list.length} materials. ${groups} groups share a look: a camera tells them apart only as far as substances show (lookCoupling).`,
    'To see one in full: looptwin materials pet-bottle-clear',
  ].join('\n');
}

const LAW_NOTE =
  'rate: at 25 C, 50 % humidity and 7 W/m2 of ultraviolet; corrosion: loss of the first year in ISO 9223 classes C1 to CX; end: state at which this law alone ends the life of the item';

/** A law of ageing with its numbers. */
function lawRow(law: Law): string[] {
  const rate = {
    corrosion: `${law.firstYear.join(' ')} um`,
    wear: `${short(law.ratePerYear)} 1/cycle`,
    time: `${short(law.ratePerYear)} 1/yr`,
    light: `${short(law.ratePerYear)} 1/yr`,
  }[law.driver];
  const above = law.kinkTempK > 0 ? `, ${law.activationAboveKinkKJPerMol} above ${law.kinkTempK} K` : '';
  const activation = law.activationKJPerMol > 0 ? `${law.activationKJPerMol}${above}` : '-';
  const end = law.driver === 'corrosion' ? `${law.end} um` : `${law.end}`;
  const form = law.form === 'power' ? `power t^${law.exponent}` : law.form;
  return [law.id, law.drives, form, rate, activation, end, law.doubt, law.source];
}

/** Everything that is known of one material: every number with unit, doubt and source, its laws of ageing, its look-alikes. */
export function materialText(material: Material): string {
  const { look, fate } = material;
  const cells = Object.entries(material.cells).map(([path, cell]) => [
    path,
    valueText(cell),
    cell.unit,
    cell.doubt,
    cell.source,
  ]);
  const laws = lawsOf(material).map(lawRow);
  const cited = [...new Set(Object.values(material.cells).map((cell) => cell.source))];
  const alike = lookGroups().find((group) => group.includes(material.id)) ?? [];
  return [
    `${material.id}: ${material.name}`,
    `class ${material.class}, family ${material.family}, look ${look.id} (${look.shape}, ${look.texture})`,
    `absorbs like ${material.optics.bands.map((band) => band.id).join(' + ') || material.optics.metal || 'nothing'}`,
    `colours: ${look.colours.map((colour) => colour.name).join(', ')}`,
    `shares its look with: ${alike.filter((id) => id !== material.id).join(', ') || 'nothing else'}`,
    `next use: ${fate.reusable ? 'reuse, ' : ''}${fate.repairable ? 'repair, ' : ''}recycling ${fate.recycling}`,
    '',
    table(['number', 'value', 'unit', 'doubt', 'source'], cells),
    '',
    table(['law of ageing', 'drives', 'form', 'rate', 'Ea kJ/mol', 'end', 'doubt', 'source'], laws),
    LAW_NOTE,
    '',
    ...cited.map((source) => `${source}: ${catalogueSources[source]}`),
  ].join('\n');
}

/** Finds a material for the command line; an unknown id is the user's to cure. */
function materialFrom(id: string): Material {
  if (materials.some((material) => material.id === id)) return materialById(id);
  throw new InputError({
    what: 'unknown material',
    got: id,
    cure: `Nearest: ${nearestIds(id).join(', ')}; looptwin materials lists the whole catalogue`,
  });
}

/** `looptwin materials [id]`: the catalogue with units and sources. */
export function addMaterialsVerb(program: Command, cli: Cli): void {
  program
    .command('materials')
    .description(
      'list the material catalogue; with an id, show every number with its unit, uncertainty and source',
    )
    .argument('[id]', 'catalogue id')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin materials pet-bottle-clear')
    .action((id: string | undefined, options: { json?: boolean }) => {
      const chosen = id === undefined ? null : materialFrom(id);
      if (options.json) return cli.json(chosen ?? materials);
      cli.out(chosen ? materialText(chosen) : catalogueText());
    });
}
