import type { CameraState } from './state.ts';

/** The light over a thing: lamps or windows, and the hall around. Directions in the frame of the camera: right, down, towards the lens. */

/** One lamp or window. */
export interface Lamp {
  /** Direction towards it. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** What it adds to a white surface that faces it, in red, green and blue. */
  readonly light: readonly [number, number, number];
  /** Tilt of a mirror that shows it. */
  readonly mirrorX: number;
  readonly mirrorY: number;
  /** Its size in that tilt, along and across (variances: a disc of angular radius r has r / 2, and tilts are half of angles). */
  readonly wideX: number;
  readonly wideY: number;
}

/** All light of one look. */
export interface Lighting {
  readonly lamps: readonly Lamp[];
  /** Light of the hall on a surface that faces up, by channel. */
  readonly hall: readonly [number, number, number];
  /** What the ground sends back upwards, by channel. */
  readonly ground: readonly [number, number, number];
  /** The way up in the frame of the camera. */
  readonly upY: number;
  readonly upZ: number;
  /** Change of the light across the frame, per frame to the right and down. */
  readonly slopeX: number;
  readonly slopeY: number;
  /** Where windows, walls and people stand in the hall that a mirror shows: start in the noise, texels. */
  readonly hallAt: number;
}

/** Places of the draws of a look's light. */
const draw = { count: 10, share: 11, slope: 12, slopeTo: 13, cast: 14, hall: 15, lamp: 20 } as const;
/** Draws that each lamp takes. */
const LAMP_DRAWS = 6;

/** A lamp by its place over the ground, degrees, its share of the light and its size. */
interface Spot {
  readonly azimuth: number;
  readonly elevation: number;
  readonly share: number;
  readonly sizeAlong: number;
  readonly sizeAcross: number;
  readonly cast: number;
}

const RAD = Math.PI / 180;

/** The two lamp bars along the belt, left and right of the camera, 35 degrees off the vertical (choice). */
const bars: readonly Spot[] = [
  { azimuth: -90, elevation: 55, share: 0.58, sizeAlong: 34, sizeAcross: 8, cast: 0 },
  { azimuth: 90, elevation: 55, share: 0.42, sizeAlong: 34, sizeAcross: 8, cast: 0 },
];

/** Lamps and windows of a room, drawn for each look: 1-4 of them, from all sides, 30-80 degrees high (memory). */
function roomSpots(at: (index: number) => number): Spot[] {
  const count = 1 + Math.floor(4 * at(draw.count));
  const spots: Spot[] = [];
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const own = (i: number) => at(draw.lamp + LAMP_DRAWS * k + i);
    const share = k === 0 ? 1 : 0.12 + 0.7 * own(0) * own(0);
    const size = 4 + 30 * own(3) * own(3);
    spots.push({
      azimuth: 360 * own(1),
      elevation: 25 + 60 * own(2),
      share,
      sizeAlong: size * (1 + 2 * own(4)),
      sizeAcross: size,
      cast: 0.16 * (own(5) - 0.5),
    });
    sum += share;
  }
  return spots.map((spot) => ({ ...spot, share: spot.share / sum }));
}

function lampFrom(spot: Spot, strength: number, cos: number, sin: number, turn: number): Lamp {
  const azimuth = spot.azimuth * RAD + turn;
  const [ce, se] = [Math.cos(spot.elevation * RAD), Math.sin(spot.elevation * RAD)];
  const [wx, wy, wz] = [ce * Math.cos(azimuth), ce * Math.sin(azimuth), se];
  const [x, y, z] = [wx, wy * cos - wz * sin, wy * sin + wz * cos];
  const half = Math.sqrt(Math.max(0.02, 2 + 2 * z));
  const light = (strength * spot.share) / se;
  const along = (spot.sizeAlong * RAD) / 4;
  const across = (spot.sizeAcross * RAD) / 4;
  // A long lamp lies across its own direction.
  const sideways = Math.sin(azimuth) * Math.sin(azimuth);
  return {
    x,
    y,
    z,
    light: [light * (1 + spot.cast), light, light * (1 - spot.cast)],
    mirrorX: x / half,
    mirrorY: y / half,
    wideX: along * along * sideways + across * across * (1 - sideways),
    wideY: across * across * sideways + along * along * (1 - sideways),
  };
}

/** The light of one look of an item; `ground`: reflectance of belt or board by channel; `cos`, `sin`: slant of the camera. */
export function lightingOf(
  camera: CameraState,
  at: (index: number) => number,
  ground: readonly [number, number, number],
  cos: number,
  sin: number,
): Lighting {
  const room = camera.lampSpread;
  const hallShare = camera.ambientShare * (1 + room * (1.3 * at(draw.share) - 0.6));
  const spots = room > 0 ? roomSpots(at) : bars;
  const turn = room > 0 ? 0 : 0.3 * (at(3) - 0.5);
  const cast = 0.12 * room * (at(draw.cast) - 0.5);
  const direct = 1 - hallShare;
  const lamps = spots.map((spot) => lampFrom(spot, direct, cos, sin, turn));
  const steep = camera.lightGradient * at(draw.slope);
  const towards = 2 * Math.PI * at(draw.slopeTo);
  return {
    lamps,
    hall: [hallShare * (1 + cast), hallShare, hallShare * (1 - cast)],
    ground: [0.7 * ground[0], 0.7 * ground[1], 0.7 * ground[2]],
    upY: -sin,
    upZ: cos,
    slopeX: steep * Math.cos(towards),
    slopeY: steep * Math.sin(towards),
    hallAt: Math.floor(4096 * at(draw.hall)),
  };
}
