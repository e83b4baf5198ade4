import { d65, xBar, yBar, zBar } from '../../sim/senses/optics/colour.ts';

/** CIELAB (2 degrees) of a reflectance spectrum [31] under a light [31], D65 when absent. */
export function labOf(
  spectrum: ArrayLike<number>,
  light: ArrayLike<number> = d65,
): { l: number; a: number; b: number } {
  let [x, y, z, xn, yn, zn] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 31; i++) {
    const e = light[i]!;
    xn += e * xBar[i]!;
    yn += e * yBar[i]!;
    zn += e * zBar[i]!;
    x += e * xBar[i]! * spectrum[i]!;
    y += e * yBar[i]! * spectrum[i]!;
    z += e * zBar[i]! * spectrum[i]!;
  }
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / xn), f(y / yn), f(z / zn)];
  return { l: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz) };
}
