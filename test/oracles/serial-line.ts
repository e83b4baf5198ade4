import { matrixProblems, RESIDUE, type TransferMatrix } from '../../sim/region/spec/transfer-matrix.ts';

/**
 * Matrix of stages in series: stage s takes the share e[s][m] of what reaches it, the rest passes on, so
 * share(s, m) = e[s][m] prod_{k<s} (1 - e[k][m]). Stages may share an output name: their shares add up.
 */
export function serialLine(
  inputs: readonly string[],
  stages: readonly { readonly output: string; readonly takes: Readonly<Record<string, number>> }[],
): TransferMatrix {
  const problems = stages.flatMap((stage) => matrixProblems(inputs, { [stage.output]: stage.takes }));
  if (problems.length > 0) throw new Error(`serial line: ${problems.join('; ')}`);
  const outputs = [...new Set(stages.map((stage) => stage.output)), RESIDUE];
  const share = new Float64Array(outputs.length * inputs.length);
  inputs.forEach((input, column) => {
    let passing = 1;
    for (const stage of stages) {
      const taken = passing * stage.takes[input]!;
      share[outputs.indexOf(stage.output) * inputs.length + column]! += taken;
      passing -= taken;
    }
    share[(outputs.length - 1) * inputs.length + column] = passing;
  });
  return { inputs, outputs, share };
}

/** kg of each input that leaves by each output: row-major [outputs, inputs], from a feed in kg by input. */
export function splitFeed(
  matrix: TransferMatrix,
  feedKg: ArrayLike<number>,
  out: Float64Array = new Float64Array(matrix.share.length),
): Float64Array {
  const columns = matrix.inputs.length;
  for (let cell = 0; cell < out.length; cell++) out[cell] = matrix.share[cell]! * feedKg[cell % columns]!;
  return out;
}
