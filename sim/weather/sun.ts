/** Sun position and clear-sky irradiance. Angles in degrees, irradiance in W/m2 on the horizontal. */

const radians = Math.PI / 180;

/** Solar declination in degrees by day of year 1..365 (Cooper 1969). */
export function declinationDeg(dayOfYear: number): number {
  return 23.45 * Math.sin((radians * 360 * (284 + dayOfYear)) / 365);
}

/** Cosine of the sun's zenith angle at a solar hour (12 = south), without refraction. */
export function cosZenith(latitudeDeg: number, declination: number, solarHour: number): number {
  const [lat, dec] = [latitudeDeg * radians, declination * radians];
  const hourAngle = (solarHour - 12) * 15 * radians;
  return Math.sin(lat) * Math.sin(dec) + Math.cos(lat) * Math.cos(dec) * Math.cos(hourAngle);
}

/** Haurwitz (1945) global horizontal irradiance as in pvlib: needs the zenith only. */
export function haurwitzWPerM2(cosZ: number): number {
  return cosZ > 0 ? 1098 * cosZ * Math.exp(-0.059 / cosZ) : 0;
}

/** Absolute air mass at sea level (Kasten and Young 1989). */
export function airMass(zenithDeg: number): number {
  return 1 / (Math.cos(zenithDeg * radians) + 0.50572 * Math.exp(-1.6364 * Math.log(96.07995 - zenithDeg)));
}

/** Extraterrestrial irradiance that the vectors of the clear-sky model use. */
export const solarConstantWPerM2 = 1361;

/** Ineichen-Perez (2002) clear-sky global horizontal irradiance as in pvlib; `linkeTurbidity` about 2 (clean) to 5 (hazy). */
export function ineichenWPerM2(zenithDeg: number, linkeTurbidity: number, altitudeM: number): number {
  const cosZ = Math.cos(zenithDeg * radians);
  if (cosZ <= 0) return 0;
  const fh1 = Math.exp(-altitudeM / 8000);
  const fh2 = Math.exp(-altitudeM / 1250);
  const cg1 = 5.09e-5 * altitudeM + 0.868;
  const cg2 = 3.92e-5 * altitudeM + 0.0387;
  // Pressure-corrected air mass (pvlib's alt2pres): absolute = relative * p/p0.
  const pressureRatio = Math.exp(5.25588 * Math.log(1 - 2.25577e-5 * altitudeM));
  const path = airMass(zenithDeg) * pressureRatio;
  return cg1 * solarConstantWPerM2 * cosZ * Math.exp(-cg2 * path * (fh1 + fh2 * (linkeTurbidity - 1)));
}

/** Clear-sky irradiance of a site at a solar hour; turbidity 0 selects Haurwitz. */
export function clearSkyWPerM2(
  site: {
    readonly latitudeDeg: number;
    readonly altitudeM: number;
    readonly linkeTurbidity: number;
  },
  dayOfYear: number,
  solarHour: number,
): number {
  const cosZ = cosZenith(site.latitudeDeg, declinationDeg(dayOfYear), solarHour);
  if (cosZ <= 0) return 0;
  if (site.linkeTurbidity === 0) return haurwitzWPerM2(cosZ);
  return ineichenWPerM2(Math.acos(Math.min(1, cosZ)) / radians, site.linkeTurbidity, site.altitudeM);
}
