import {
  type ExportDocument,
  exportModel as exportOf,
  type ExportOptions as FileOptions,
} from '../studies/export/export.ts';
import { formats, formatsIn } from '../studies/export/formats.ts';
import { checkName, checkOptions, fileRules, list } from './options.ts';

/** What `exportModel` may be told; all formats are written if none is named. */
export type ExportOptions = Omit<FileOptions, 'formats'> & Partial<Pick<FileOptions, 'formats'>>;

const text = { must: 'must be the folder of a run', holds: (value: unknown) => typeof value === 'string' };
const rules = { ...fileRules, formats: list, run: text };

/**
 * Writes the student of a run folder, or a model file, as ONNX, int8 ONNX and C header with a model card, into a folder of its
 * own. Throws InputError for what cannot be used.
 */
export async function exportModel(path: string, options: ExportOptions = {}): Promise<ExportDocument> {
  checkName('exportModel', path, 'runs/quickstart-1a2b3c4d');
  checkOptions('exportModel', options, rules);
  return exportOf(path, { ...options, formats: formatsIn((options.formats ?? formats).join(',')) });
}
