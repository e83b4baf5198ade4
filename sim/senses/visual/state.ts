import type { Cost } from '../../record/frames.ts';
import { BELT_VIEW } from '../form/pose.ts';

/** State of a colour camera over the belt. Sensor figures are typical of industrial cameras, from memory, unless marked. */
export interface CameraState {
  /** Side of the square frame, 32..96. */
  readonly sizePx: number;
  /** Correlated colour temperature of the lamps, K. */
  readonly lightTempK: number;
  /** Exposure against nominal, 1 = white at 80 % of the full well. */
  readonly exposure: number;
  /** Spread of exposure between looks, EV; of the red and blue gains, relative. */
  readonly exposureSpreadEv: number;
  readonly whiteBalanceSpread: number;
  /** Brightness lost in the corners, 0..1. */
  readonly vignette: number;
  /** Blur of the optics, sigma in px at 64 px, and belt motion during the exposure, px. */
  readonly blurPx: number;
  readonly motionPx: number;
  readonly fullWellE: number;
  readonly readNoiseE: number;
  /** Fixed pattern: relative gain spread and dark offset in electrons. */
  readonly prnu: number;
  readonly dsnuE: number;
  /** Reflectance of the belt or board, its red and blue against its green, and the spread of all three between looks, relative. */
  readonly beltReflectance: number;
  readonly beltRed: number;
  readonly beltBlue: number;
  readonly beltSpread: number;
  /** Weave and stains of the belt, 1 = fabric, 0 = smooth board. */
  readonly beltTexture: number;
  /** Share 0..1 of things that stand, lean or show an end; slant of the camera, drawn between 0 and this, degrees. */
  readonly uprightShare: number;
  readonly tiltDeg: number;
  /** Distance from lens to thing, m; share of the frame that a thing fills, its mean, or 0 for fields of view in steps. */
  readonly distanceM: number;
  readonly fill: number;
  /** 0 = two lamp bars over a belt, above it = lamps and windows of a room, drawn for each look, and how freely. */
  readonly lampSpread: number;
  /** Share of the light that comes from all sides; change of the light across the frame, most. */
  readonly ambientShare: number;
  readonly lightGradient: number;
  /** Samples along the side of a pixel of the finished frame: 2 = seen twice as fine and averaged, as a reduced photograph is. */
  readonly oversampling: number;
  /** Overshoot of sharpening, 0 = none; contrast about middle grey and saturation, 1 = as it is. */
  readonly sharpening: number;
  readonly contrast: number;
  readonly saturation: number;
  /** Quality 1..100 of JPEG that the frame is put through, 0 = none. */
  readonly jpegQuality: number;
  /** Age of the lamps 0..1: at 1 they give 20 % less light, 400 K warmer. */
  readonly lampAge: number;
  /** Share of the lens covered by dust and grease, 0..1. */
  readonly lensDirt: number;
  /** Rows that read zero: a fault. */
  readonly deadRows: readonly number[];
  /** The item is not where the crop thinks it is: a fault, share of the frame. */
  readonly misregistration: number;
  /** Electric energy of one look (lamp strobe, sensor, read-out) and its duration. */
  readonly lookEnergyJ: number;
  readonly lookTimeUs: number;
}

/** A camera in good order. */
export function defaultCamera(): CameraState {
  return {
    sizePx: 64,
    lightTempK: 5000,
    exposure: 1,
    exposureSpreadEv: 0.2,
    whiteBalanceSpread: 0.04,
    vignette: 0.2,
    blurPx: 0.7,
    motionPx: 0.5,
    fullWellE: 10_000,
    readNoiseE: 5,
    prnu: 0.008,
    dsnuE: 2,
    beltReflectance: 0.16,
    beltRed: 0.94,
    beltBlue: 0.98,
    beltSpread: 0.12,
    beltTexture: 1,
    uprightShare: BELT_VIEW.uprightShare,
    tiltDeg: BELT_VIEW.tiltDeg,
    distanceM: BELT_VIEW.distanceM,
    fill: BELT_VIEW.fill,
    lampSpread: 0,
    ambientShare: 0.35,
    lightGradient: 0,
    oversampling: 1,
    sharpening: 0,
    contrast: 1,
    saturation: 1,
    jpegQuality: 0,
    lampAge: 0,
    lensDirt: 0,
    deadRows: [],
    misregistration: 0,
    lookEnergyJ: 0.5,
    lookTimeUs: 10_000,
  };
}

/** Energy and time of one look. */
export function visualCost(camera: CameraState): Cost {
  return { energyJ: camera.lookEnergyJ, timeUs: camera.lookTimeUs };
}

/** From this reflectance on, what lies below a thing is a board in a room and not a belt. */
const BOARD_FROM = 0.5;

/** Whether `cameraBefore` takes a telephone before a background of a reflectance. */
export const isTelephone = (background: number) => background >= BOARD_FROM;

/**
 * The camera before a background of a reflectance 0..1: a telephone over one thing on a light board under lamps and windows from
 * 0.5 on, else the camera over a belt of that reflectance. Figures of the telephone from memory.
 */
export function cameraBefore(background: number, sizePx: number): CameraState {
  const belt = { ...defaultCamera(), sizePx, beltReflectance: background };
  if (!isTelephone(background)) return belt;
  return {
    ...belt,
    exposure: 0.78,
    exposureSpreadEv: 0.22,
    whiteBalanceSpread: 0.06,
    vignette: 0.15,
    blurPx: 0.45,
    motionPx: 0,
    fullWellE: 250_000,
    prnu: 0.0005,
    dsnuE: 10,
    beltRed: 1,
    beltBlue: 0.97,
    beltSpread: 0.12,
    beltTexture: 0.08,
    uprightShare: 0.4,
    tiltDeg: 55,
    distanceM: 0.35,
    fill: 1,
    lampSpread: 1,
    ambientShare: 0.4,
    lightGradient: 0.25,
    oversampling: 2,
    sharpening: 0.12,
    contrast: 1.15,
    saturation: 1.1,
  };
}
