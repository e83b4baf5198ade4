import type { Figure } from '../../report/draw.ts';
import { batteryFigure, energyFigure, flowFigure, massFigure } from './day-figures.ts';
import { conditionFigure, confusionFigure, curveFigure } from './learning-figures.ts';
import { pageHtml } from './page.ts';
import type { ReportData } from './read.ts';
import { accuracyFigure, regretFigure, valueFigure } from './value-figures.ts';

const figures: readonly ((data: ReportData) => Figure | undefined)[] = [
  valueFigure,
  regretFigure,
  accuracyFigure,
  batteryFigure,
  energyFigure,
  massFigure,
  flowFigure,
  curveFigure,
  confusionFigure,
  conditionFigure,
];

/** The report of a day as one self-contained HTML page, drawn from the files of its folder. */
export function reportHtml(data: ReportData): string {
  return pageHtml(
    data,
    figures.flatMap((figure) => figure(data) ?? []),
  );
}
