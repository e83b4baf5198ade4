/** Other models of a panel's cell temperature, in Celsius: what the one in use is compared with. */

/** Faiman (2008): two heat-loss factors, W/m2/K and W s/m3/K. */
export function faimanC(irradiance: number, ambientC: number, windMPerS: number): number {
  return ambientC + irradiance / (25 + 6.84 * windMPerS);
}

/** PVsyst cell temperature: absorption alpha, module efficiency eta, heat loss 29 W/m2/K without wind. */
export function pvsystC(irradiance: number, ambientC: number, alpha = 0.9, eta = 0.1): number {
  return ambientC + (alpha * irradiance * (1 - eta)) / 29;
}

/** Ross: from the nominal operating cell temperature, given at 800 W/m2 and 20 C. */
export function rossC(irradiance: number, ambientC: number, noctC = 45): number {
  return ambientC + ((noctC - 20) / 800) * irradiance;
}
