import { InputError } from '../../errors.ts';
import { didYouMean } from '../../schema/reading/nearest.ts';

/** Forms in which a student leaves the twin, each with its file. */
export const fileOf = { onnx: 'student.onnx', int8: 'student-int8.onnx', c: 'student.h' } as const;
export type Format = keyof typeof fileOf;
export const formats = Object.keys(fileOf) as Format[];

/** Formats in a text such as `onnx,int8`, each once. Throws InputError for each that is unknown. */
export function formatsIn(text: string): Format[] {
  const words = [...new Set(text.split(',').map((word) => word.trim()))];
  const unknown = words.filter((word) => !Object.hasOwn(fileOf, word));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map((got) => ({
        what: 'unknown format',
        got,
        where: '--format',
        cure: didYouMean(got, formats),
      })),
    );
  return formats.filter((format) => words.includes(format));
}
