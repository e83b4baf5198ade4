import { MU_0 } from '../../../../sim/senses/inductive/coil.ts';

/** Complete elliptic integrals K and E of parameter m by the arithmetic-geometric mean. */
function elliptic(m: number): readonly [number, number] {
  let a = 1;
  let b = Math.sqrt(1 - m);
  let c = Math.sqrt(m);
  let power = 0.5;
  let sum = power * c * c;
  while (c > 1e-15) {
    c = (a - b) / 2;
    const mean = (a + b) / 2;
    b = Math.sqrt(a * b);
    a = mean;
    power *= 2;
    sum += power * c * c;
  }
  const k = Math.PI / (2 * a);
  return [k, k * (1 - sum)];
}

/** Mutual inductance of two coaxial rings of radii a and b at distance z, H (Maxwell). */
export function mutualInductance(a: number, b: number, z: number): number {
  const m = (4 * a * b) / ((a + b) ** 2 + z * z);
  const [k, e] = elliptic(m);
  return ((2 * MU_0 * Math.sqrt(a * b)) / Math.sqrt(m)) * ((1 - m / 2) * k - e);
}

type Pair = [number, number];
const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];
const over = ([a, b]: Pair, [c, d]: Pair): Pair => [
  (a * c + b * d) / (c * c + d * d),
  (b * c - a * d) / (c * c + d * d),
];
const less = ([a, b]: Pair, [c, d]: Pair): Pair => [a - c, b - d];

/** Solves the complex system by elimination; it changes what it is given. */
function solve(matrix: Pair[][], right: Pair[]): Pair[] {
  const n = right.length;
  for (let i = 0; i < n; i++)
    for (let k = i + 1; k < n; k++) {
      const share = over(matrix[k]![i]!, matrix[i]![i]!);
      for (let j = i; j < n; j++) matrix[k]![j] = less(matrix[k]![j]!, times(share, matrix[i]![j]!));
      right[k] = less(right[k]!, times(share, right[i]!));
    }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) right[i] = less(right[i]!, times(matrix[i]![j]!, right[j]!));
    right[i] = over(right[i]!, matrix[i]![i]!);
  }
  return right;
}

/**
 * Change of the inductance (H, complex) of a ring of `radiusM` by a coaxial disc at `distanceM`, a thin sheet of conductance `sheetS`:
 * the disc as rings that carry what the coil induces in them. Shares no code and no idea with the sum over spatial frequencies.
 */
export function discInductance(
  disc: { readonly radiusM: number; readonly sheetS: number },
  radiusM: number,
  distanceM: number,
  omega: number,
  rings = 30,
): Pair {
  const widthM = disc.radiusM / rings;
  const radii = Array.from({ length: rings }, (_, i) => (i + 0.5) * widthM);
  const matrix = radii.map((a, i) =>
    radii.map((b, j): Pair => {
      // A flat ring's own inductance: Maxwell's with the mean distance of a strip's points, 0.2235 of its width.
      const henry =
        i === j ? MU_0 * a * (Math.log((8 * a) / (0.2235 * widthM)) - 2) : mutualInductance(a, b, 0);
      return [i === j ? (2 * Math.PI * a) / (disc.sheetS * widthM) : 0, omega * henry];
    }),
  );
  const reach = radii.map((a) => mutualInductance(radiusM, a, distanceM));
  const currents = solve(
    matrix,
    reach.map((henry): Pair => [0, -omega * henry]),
  );
  return currents.reduce<Pair>(([re, im], [a, b], i) => [re + reach[i]! * a, im + reach[i]! * b], [0, 0]);
}

/** A winding so thin that it is a ring of `radiusM`, and how far its middle lies from its face. */
export function ringForm(radiusM: number) {
  const thicknessM = radiusM * 1e-3;
  const form = {
    innerRadiusM: radiusM - thicknessM / 2,
    outerRadiusM: radiusM + thicknessM / 2,
    heightM: thicknessM,
    turns: 1,
  };
  return { form, middleM: thicknessM / 2 };
}
