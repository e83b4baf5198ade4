import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExperimentDocument } from '../experiment/document.ts';
import { experimentMarkdown } from './markdown.ts';
import { experimentHtml } from './report.ts';

/** Draws the report of an experiment into its folder: `report.html` for people, `report.md` for a pull request. */
export function writeExperimentReport(document: ExperimentDocument, folder: string): void {
  writeFileSync(join(folder, 'report.html'), experimentHtml(document));
  writeFileSync(join(folder, 'report.md'), experimentMarkdown(document));
}
