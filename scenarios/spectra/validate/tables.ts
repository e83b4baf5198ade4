import { at } from '../../../sim/record/must.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import type { BandPair } from './band-report.ts';
import type { ClassifierResult, ClassReport } from './compare.ts';

const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`);

/** Aligned columns: the first left, the others right. */
function columnsOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, c) => Math.max(name.length, ...rows.map((row) => row[c]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, c) => (c === 0 ? cell.padEnd(at(widths, c)) : cell.padStart(at(widths, c)))).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

const classColumns: Columns<ClassReport> = [
  ['class', (r) => r.code],
  ['pieces', (r) => `${r.count}`],
  ['dark', (r) => `${r.dark}`],
  ['nearest class right', (r) => percent(r.nearestRight)],
  ['angle to nearest (rad)', (r) => r.angleRad.toFixed(2)],
];

const classifierColumns: Columns<ClassifierResult> = [
  ['trained on synthetic only', (r) => `${r.classifier} on ${r.preprocessing}`],
  ['accuracy', (r) => percent(r.light.accuracy)],
  ['balanced', (r) => percent(r.light.balanced)],
  ['dark pieces', (r) => (r.dark.count ? percent(r.dark.accuracy) : '-')],
];

const bandColumns: Columns<BandPair> = [
  ['band', (b) => b.code],
  ['measured nm', (b) => b.measuredNm.toFixed(0)],
  ['depth', (b) => b.measuredDepth.toFixed(2)],
  ['synthetic nm', (b) => (Number.isNaN(b.syntheticNm) ? '-' : b.syntheticNm.toFixed(0))],
  ['difference', (b) => (Number.isNaN(b.syntheticNm) ? '-' : (b.syntheticNm - b.measuredNm).toFixed(1))],
];

/** All that a validation says in numbers. */
export function validationTables(
  classes: readonly ClassReport[],
  classifiers: readonly ClassifierResult[],
  bands: readonly BandPair[],
): string {
  return [
    columnsOf(...textsOf(classColumns, classes)),
    columnsOf(...textsOf(classifierColumns, classifiers)),
    columnsOf(...textsOf(bandColumns, bands)),
  ].join('\n\n');
}
