import type { Sense } from '../../sim/record/frames.ts';
import { sizeOf } from '../../sim/record/frames.ts';
import type { NetworkInput } from '../../sim/senses/interface/sense.ts';

/** What a network takes of one sense: the shape of its frames and how they go in. A picture's shape is that after averaging down. */
export interface SenseInput {
  readonly shape: readonly number[];
  readonly input: NetworkInput;
}

/** The same by sense. */
export type SenseInputs = Readonly<Record<Sense, SenseInput>>;

/** The sense that every student has, and that no modality dropout hides. */
export const CAMERA: Sense = 'visual';

/** What is taken of a sense; throws when it is not among the inputs. */
export function inputOf(inputs: SenseInputs, sense: Sense): SenseInput {
  const found = Object.hasOwn(inputs, sense) ? inputs[sense] : undefined;
  if (found) return found;
  const known = Object.keys(inputs).join(', ') || 'none';
  throw new Error(
    `network: no stream of the sense '${sense}', only ${known}. Cure: make the data set with that sense.`,
  );
}

/** Inputs of the named senses alone. */
export function inputsOf(inputs: SenseInputs, senses: readonly Sense[]): SenseInputs {
  return Object.fromEntries(
    senses.map((sense) => {
      const { shape, input } = inputOf(inputs, sense);
      return [sense, { shape, input }];
    }),
  );
}

/** Shape of one row as the network sees it: a picture [H, W, 3], a film [H, W, frames], a vector [n] or [2 n] with its variate. */
export function rowShape({ shape, input }: SenseInput): readonly number[] {
  if (input.kind === 'picture') return shape;
  const [first = 0, height = 0, width = 0] = shape;
  if (input.kind === 'film') return [height, width, first];
  return [input.variate ? 2 * first : first];
}

/** Values of one row as the network sees it. */
export function rowSize(input: SenseInput): number {
  return sizeOf(rowShape(input));
}

/** Side of the pictures that a network takes. */
export function imagePxOf({ inputs }: { readonly inputs: SenseInputs }): number {
  return inputOf(inputs, CAMERA).shape[0]!;
}

/** A shape in words, such as [8, 32, 32]. */
export function wordShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
