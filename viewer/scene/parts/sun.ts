/**
 * Where the sun stands at a local solar hour (12 = south): elevation over the horizon; azimuth from south, west positive; radians. Declination by Cooper (1969): 23.45 deg * sin(360/365 * (284 + n)); good
 * to about half a degree, which a picture does not show.
 */
export function sunAt(latitudeDeg: number, dayOfYear: number, solarHour: number) {
  const rad = Math.PI / 180;
  const declination = 23.45 * rad * Math.sin(((2 * Math.PI) / 365) * (284 + dayOfYear));
  const hourAngle = (solarHour - 12) * 15 * rad;
  const latitude = latitudeDeg * rad;
  const sinElevation =
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  const elevationRad = Math.asin(sinElevation);
  const azimuthRad = Math.atan2(
    Math.sin(hourAngle),
    Math.cos(hourAngle) * Math.sin(latitude) - Math.tan(declination) * Math.cos(latitude),
  );
  return { elevationRad, azimuthRad };
}
