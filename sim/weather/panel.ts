/** Photovoltaic panel: cell temperature and electrical power. Temperatures in Celsius, as the models are published. */

/** Sandia (King 2004) open-rack glass/glass coefficients, as in pvlib. */
const sandia = { a: -3.47, b: -0.0594, deltaC: 3 };

export function sandiaModuleC(irradiance: number, ambientC: number, windMPerS: number): number {
  return irradiance * Math.exp(sandia.a + sandia.b * windMPerS) + ambientC;
}

export function sandiaCellC(irradiance: number, ambientC: number, windMPerS: number): number {
  return sandiaModuleC(irradiance, ambientC, windMPerS) + (irradiance / 1000) * sandia.deltaC;
}

/** Power of a panel of peak power `panelW` (1000 W/m2, 25 C); `tempPerK` about -0.004. Never negative. */
export function panelPowerW(panelW: number, irradiance: number, cellC: number, tempPerK: number): number {
  return Math.max(0, panelW * (irradiance / 1000) * (1 + tempPerK * (cellC - 25)));
}

/**
 * Indoor harvest of a cell: about 10 uW/cm2 at 250 lx for GaAs (Teran 2015), linear in lux.
 * Returns W for an area in m2.
 */
export function indoorPowerW(lux: number, areaM2: number): number {
  return (10e-6 * 1e4 * areaM2 * lux) / 250;
}
