import { at } from '../../../sim/record/must.ts';
import type { BandPair } from './band-report.ts';
import type { ClassifierResult, ClassReport } from './compare.ts';

const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`);

/** Aligned columns: the first left, the others right. */
export function columnsOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, c) => Math.max(name.length, ...rows.map((row) => row[c]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, c) => (c === 0 ? cell.padEnd(at(widths, c)) : cell.padStart(at(widths, c)))).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

export function classTable(reports: readonly ClassReport[]): string {
  const rows = reports.map((r) => [
    r.code,
    `${r.count}`,
    `${r.dark}`,
    percent(r.nearestRight),
    r.angleRad.toFixed(2),
  ]);
  return columnsOf(['class', 'pieces', 'dark', 'nearest class right', 'angle to nearest (rad)'], rows);
}

export function classifierTable(results: readonly ClassifierResult[]): string {
  const rows = results.map((r) => [
    `${r.classifier} on ${r.preprocessing}`,
    percent(r.light.accuracy),
    percent(r.light.balanced),
    r.dark.count ? percent(r.dark.accuracy) : '-',
  ]);
  return columnsOf(['trained on synthetic only', 'accuracy', 'balanced', 'dark pieces'], rows);
}

export function bandTable(bands: readonly BandPair[]): string {
  const rows = bands.map((b) => [
    b.code,
    b.measuredNm.toFixed(0),
    b.measuredDepth.toFixed(2),
    Number.isNaN(b.syntheticNm) ? '-' : b.syntheticNm.toFixed(0),
    Number.isNaN(b.syntheticNm) ? '-' : (b.syntheticNm - b.measuredNm).toFixed(1),
  ]);
  return columnsOf(['band', 'measured nm', 'depth', 'synthetic nm', 'difference'], rows);
}
