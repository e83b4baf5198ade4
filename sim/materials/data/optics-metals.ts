/**
 * Specular + diffuse reflectance of clean metals at normal incidence, from n and k of the CC0 refractive-index database
 * (Ordal, Querry, Karlsson): [nm, R] points, linear between them.
 */
export const METALS: Readonly<Record<string, readonly (readonly [nm: number, reflectance: number])[]>> = {
  aluminium: [
    [400, 0.92],
    [700, 0.9],
    [830, 0.865],
    [1000, 0.94],
    [2500, 0.97],
  ],
  steel: [
    [400, 0.55],
    [700, 0.58],
    [1300, 0.67],
    [2500, 0.78],
  ],
  stainless: [
    [400, 0.55],
    [700, 0.6],
    [1300, 0.7],
    [2500, 0.78],
  ],
  copper: [
    [400, 0.5],
    [550, 0.6],
    [620, 0.9],
    [1300, 0.97],
    [2500, 0.98],
  ],
  brass: [
    [400, 0.4],
    [500, 0.65],
    [560, 0.85],
    [1300, 0.93],
    [2500, 0.95],
  ],
  zinc: [
    [400, 0.85],
    [800, 0.8],
    [1030, 0.56],
    [1300, 0.86],
    [2500, 0.95],
  ],
};
