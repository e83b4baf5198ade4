import type { ExportDocument, ExportOptions as FileOptions } from '../studies/export/export.js';
/** What `exportModel` may be told; all formats are written if none is named. */
export type ExportOptions = Omit<FileOptions, 'formats'> & Partial<Pick<FileOptions, 'formats'>>;
/**
 * Writes the student of a run folder, or a model file, as ONNX, int8 ONNX and C header with a model card, into a folder of its
 * own. Throws InputError for what cannot be used.
 */
export declare function exportModel(path: string, options?: ExportOptions): Promise<ExportDocument>;
export {};
