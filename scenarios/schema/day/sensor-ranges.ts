/** Lowest and highest legal value of a number; `whole` = integers only. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
}

const from = (least: number, most: number): Range => ({ least, most });
const whole = (least: number, most: number): Range => ({ least, most, whole: true });
const share = from(0, 1);

/**
 * What each number of a sensor's state may be. Where the sensing room has a limit of its own it is that limit; the others
 * keep out what no such instrument is (from memory), not what is merely unusual: faults are part of the game.
 */
export const sensorRanges: Readonly<Record<string, Range>> = {
  'visual.sizePx': whole(16, 256),
  'visual.lightTempK': from(2000, 10_000),
  'visual.exposure': from(0.05, 20),
  'visual.exposureSpreadEv': from(0, 4),
  'visual.whiteBalanceSpread': share,
  'visual.vignette': share,
  'visual.blurPx': from(0, 16),
  'visual.motionPx': from(0, 32),
  'visual.fullWellE': from(100, 1e6),
  'visual.readNoiseE': from(0, 1000),
  'visual.prnu': share,
  'visual.dsnuE': from(0, 1000),
  'visual.beltReflectance': share,
  'visual.lampAge': share,
  'visual.lensDirt': share,
  'visual.deadRows': whole(0, 255),
  'visual.misregistration': from(0, 0.5),
  'visual.lookEnergyJ': from(0, 1000),
  'visual.lookTimeUs': from(0, 60e6),
  'thermal.sizePx': whole(8, 256),
  'thermal.frames': whole(1, 64),
  'thermal.rateHz': from(0.1, 9),
  'thermal.flashJPerM2': from(0, 1000),
  'thermal.flashAreaM2': from(0, 1),
  'thermal.lampEfficiency': from(0.01, 1),
  'thermal.netdK': from(0, 5),
  'thermal.blurPx': from(0, 16),
  'thermal.airTempK': from(233.15, 333.15),
  'thermal.reflectedTempK': from(233.15, 473.15),
  'thermal.airTransmission': share,
  'thermal.driftKPerMinute': from(-5, 5),
  'thermal.minutesSinceShutter': from(0, 1440),
  'thermal.offsetSpreadK': from(0, 50),
  'thermal.patternShare': from(0, 100),
  'thermal.lampAge': share,
  'thermal.lensDirt': share,
  'thermal.convectionWPerM2K': from(0, 1000),
  'thermal.saturationK': from(273.15, 2000),
  'thermal.deadRows': whole(0, 255),
  'thermal.misregistration': from(0, 0.5),
  'thermal.readoutEnergyJ': from(0, 1000),
  'spectral.fromNm': from(200, 5000),
  'spectral.toNm': from(200, 5000),
  'spectral.bands': whole(2, 4096),
  'spectral.slitFwhmNm': from(0, 500),
  'spectral.axisOffsetNm': from(-200, 200),
  'spectral.axisScale': from(-0.5, 0.5),
  'spectral.axisJitterNm': from(0, 200),
  'spectral.noiseFloor': from(0, 1),
  'spectral.noiseShot': from(0, 1),
  'spectral.strayShare': share,
  'spectral.lampSlope': from(-1, 1),
  'spectral.windowDirt': share,
  'spectral.backing': share,
  'spectral.gainSpread': from(0, 5),
  'spectral.specularMax': share,
  'spectral.spillMax': share,
  'spectral.deadBands': whole(0, 4095),
  'spectral.saturation': from(0.01, 100),
};
