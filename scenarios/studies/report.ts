import type { Figure } from '../report/draw.ts';
import { batteryFigure, energyFigure, flowFigure, massFigure } from './day/day-figures.ts';
import { confusionFigure, curveFigure } from './day/learning-figures.ts';
import { pageHtml } from './day/page.ts';
import { type ReportData, readRun } from './day/read.ts';
import { accuracyFigure, valueFigure } from './day/value-figures.ts';
import { isRegionFolder, readRegion } from './region/read.ts';
import { regionHtml } from './region/report.ts';

const figures: readonly ((data: ReportData) => Figure | undefined)[] = [
  valueFigure,
  accuracyFigure,
  batteryFigure,
  energyFigure,
  massFigure,
  flowFigure,
  curveFigure,
  confusionFigure,
];

/** The report of a run as one self-contained HTML page, drawn from the files of its folder. */
export function reportHtml(data: ReportData): string {
  return pageHtml(
    data,
    figures.flatMap((figure) => figure(data) ?? []),
  );
}

/** The report of a finished run folder, of a site's day or of a region's years. Throws InputError if it is none. */
export async function reportOf(folder: string): Promise<string> {
  return isRegionFolder(folder) ? regionHtml(await readRegion(folder)) : reportHtml(await readRun(folder));
}
