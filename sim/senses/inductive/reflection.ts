import { type CoilField, MU_0 } from './coil.ts';

/** A plane layer of a conductor; the last of a stack may be endless (`Infinity`). */
export interface Layer {
  readonly thicknessM: number;
  readonly conductivitySPerM: number;
  readonly relativePermeability: number;
}

/** A complex number that functions write their answer into. */
export interface Complex {
  re: number;
  im: number;
}

/**
 * Share of a field of spatial frequency alpha (1/m) that a stack of layers, nearest first, with air behind it throws back at the angular
 * frequency omega (rad/s), into `out`. Dodd and Deeds (1968) as an admittance that is carried through the layers: Y = alpha_k / mu_k
 * behind an endless layer, reflection = (alpha - Y) / (alpha + Y); -1 for a perfect conductor, (mu - 1) / (mu + 1) for a magnet that
 * does not conduct.
 */
export function reflection(alpha: number, omega: number, layers: readonly Layer[], out: Complex): void {
  let re = alpha;
  let im = 0;
  for (let k = layers.length - 1; k >= 0; k--) {
    const { thicknessM, conductivitySPerM, relativePermeability: mu } = layers[k]!;
    // alpha_k = sqrt(alpha^2 + j omega mu sigma)
    const loss = omega * MU_0 * mu * conductivitySPerM;
    const square = alpha * alpha;
    const kRe = Math.sqrt((Math.sqrt(square * square + loss * loss) + square) / 2);
    const kIm = loss / (2 * kRe);
    const eRe = kRe / mu;
    const eIm = kIm / mu;
    if (thicknessM === Number.POSITIVE_INFINITY) {
      re = eRe;
      im = eIm;
      continue;
    }
    // tanh(alpha_k d) = (1 - e) / (1 + e) with e = exp(-2 alpha_k d), which does not overflow.
    const decay = Math.exp(-2 * kRe * thicknessM);
    const cos = decay * Math.cos(2 * kIm * thicknessM);
    const sin = decay * Math.sin(2 * kIm * thicknessM);
    const below = (1 + cos) * (1 + cos) + sin * sin;
    const tRe = (1 - decay * decay) / below;
    const tIm = (2 * sin) / below;
    // Y = eta (Y + eta tanh) / (eta + Y tanh)
    const upRe = re + eRe * tRe - eIm * tIm;
    const upIm = im + eRe * tIm + eIm * tRe;
    const downRe = eRe + re * tRe - im * tIm;
    const downIm = eIm + re * tIm + im * tRe;
    const size = downRe * downRe + downIm * downIm;
    const qRe = (upRe * downRe + upIm * downIm) / size;
    const qIm = (upIm * downRe - upRe * downIm) / size;
    re = eRe * qRe - eIm * qIm;
    im = eRe * qIm + eIm * qRe;
  }
  const size = (alpha + re) * (alpha + re) + im * im;
  out.re = (alpha * alpha - re * re - im * im) / size;
  out.im = (-2 * alpha * im) / size;
}

/**
 * Change of the coil's inductance (H, complex: its negative imaginary part times omega is a resistance) by a stack of layers at
 * `liftOffM` from its face, into `out`. `edgePerM` is the least spatial frequency that a thing of finite size can carry, 0 for an endless one.
 */
export function reflectedInductance(
  field: CoilField,
  omega: number,
  liftOffM: number,
  layers: readonly Layer[],
  out: Complex,
  edgePerM = 0,
): void {
  let re = 0;
  let im = 0;
  for (let i = 0; i < field.alphaPerM.length; i++) {
    const alpha = field.alphaPerM[i]!;
    reflection(Math.sqrt(alpha * alpha + edgePerM * edgePerM), omega, layers, out);
    const weight = field.weightH[i]! * Math.exp(-2 * alpha * liftOffM);
    re += weight * out.re;
    im += weight * out.im;
  }
  out.re = re;
  out.im = im;
}
