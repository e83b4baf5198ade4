import { kept } from '../../kernel/core/kept.ts';
import { Noise, noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKeys, normalAt, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import type { GeometryBuffer } from '../form/buffer.ts';
import { lumps, TEXEL_MASK, TEXELS, TILE, TILE_MASK } from '../form/noise.ts';
import { viewOf } from '../form/pose.ts';
import { Scenes } from '../form/scene.ts';
import { takesLoops } from '../loops/loops.ts';
import { ItemOptics } from '../optics/reflectance.ts';
import { apparentTemperature, bandRadiance, radianceSlope } from './band-radiance.ts';
import { blurMap } from './blur.ts';
import { type ThermalBody, thermalBody } from './body.ts';
import { CompiledFilm, type FilmWriter, PlainFilm, type Warming } from './film.ts';
import { flashLoss, flashSlab, slabSurfaceFast } from './heat.ts';
import type { ThermographState } from './state.ts';

/** Belt: rubber on fabric (memory): emissivity, effusivity W s^0.5/m2/K, share of the flash it takes. */
const BELT = { emissivity: 0.95, effusivity: 600, absorptance: 0.84 } as const;
/** Time on the belt before the look, s (belt of a few metres at 1-2 m/s). */
const TIME_ON_BELT_S = 5;
/** Radiative part of the heat loss of a black surface at 293 K: 4 sigma T^3, W/m2/K. */
const RADIATIVE_W_PER_M2K = 5.7;

/** Rise of the item's surface per unit of absorbed flash (1 J/m2) at a time after it, K m2 / J. */
export function flashRise(body: ThermalBody, timeS: number, lossWPerM2K: number): number {
  const heatPerM2K = body.heatPerM3K * body.thicknessM;
  const fourier = (body.diffusivity * timeS) / (body.thicknessM * body.thicknessM);
  const rise =
    (flashSlab(fourier) / heatPerM2K) *
    flashLoss(timeS, lossWPerM2K, body.heatPerM3K, body.diffusivity, body.thicknessM);
  if (body.gapM2KPerW <= 0) return rise;
  // An open glue line half-way down: two halves of the heat capacity exchange through the gap, dT = (1 + exp(-4 t / (R C))) / C.
  const halves = (1 + Math.exp((-4 * timeS) / (body.gapM2KPerW * heatPerM2K))) / heatPerM2K;
  return Math.max(rise, halves);
}

/** Surface temperature just before the flash: the item came with its own temperature and cooled on the belt. */
function startTemperature(item: ItemState, body: ThermalBody, airK: number, lossWPerM2K: number): number {
  const half = body.thicknessM / 2;
  const fourier = (body.diffusivity * TIME_ON_BELT_S) / (half * half);
  const biot = (lossWPerM2K * half) / (body.diffusivity * body.heatPerM3K);
  return airK + (item.tempK - airK) * slabSurfaceFast(fourier, biot);
}

/**
 * Apparent temperature of a surface in K: eps L(T) + (1 - eps - tau) L(reflected) + tau L(behind), through the air path,
 * read back as a black body.
 */
export function apparent(
  surfaceK: number,
  emissivity: number,
  transmittance: number,
  behindK: number,
  state: ThermographState,
): number {
  const leaving =
    emissivity * bandRadiance(surfaceK) +
    (1 - emissivity - transmittance) * bandRadiance(state.reflectedTempK) +
    transmittance * bandRadiance(behindK);
  const air = state.airTransmission;
  return apparentTemperature(air * leaving + (1 - air) * bandRadiance(state.airTempK));
}

/** What films of one size are worked out in; maps are [size * size]. */
interface Workspace {
  readonly size: number;
  /** How much item a pixel shows. */
  readonly cover: Float32Array;
  /** What the lamp sends there. */
  readonly lamp: Float32Array;
  /** How much wet item a pixel shows. */
  readonly wet: Float32Array;
  /** Fixed pattern that the last shutter event left, in units of NETD: columns and a soft drift (memory). */
  readonly pattern: Float32Array;
  readonly blurred: Float32Array;
  readonly film: FilmWriter;
}

/** A writer whose loop is compiled ahead, where it can be. */
function filmOf(size: number): FilmWriter {
  return takesLoops(size) ? new CompiledFilm(size) : new PlainFilm(size);
}

function workspaceOf(size: number): Workspace {
  const map = () => new Float32Array(size * size);
  return {
    size,
    ...{ cover: map(), lamp: lampMap(size), wet: map() },
    ...{ pattern: patternOf(size), blurred: map(), film: filmOf(size) },
  };
}

/** The lamp lights the middle best: 12 % less at the edges (estimate). */
function lampMap(size: number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, i) => {
    const dx = (2 * (i % size) + 1) / size - 1;
    const dy = (2 * Math.floor(i / size) + 1) / size - 1;
    return 1 - 0.12 * (dx * dx + dy * dy);
  });
}

/** Where wet spots and open glue lines lie in the noise: the water where the camera sees it. */
const place = { wet: 12289, open: 5303 } as const;
/** Softness of the edge of a patch, share of the ranked noise (as in colour frames). */
const PATCH_EDGE = 0.25;

/** How much of a patch that covers `share` of the area is at a texel. */
function patchAt(texel: number, at: number, share: number): number {
  const above = share * (1 + PATCH_EDGE) - lumps[(texel + at) & TEXEL_MASK]!;
  return Math.min(1, Math.max(0, above / PATCH_EDGE));
}

/** The form is laid out so many times as fine as the film: as fine as a colour frame, whose layout it then shares. */
const FINER = 2;

/** Writes the maps of what the optics, blurred by `blurPx`, show of the item laid out, whose patches lie at `offset`. */
function writeMaps(
  maps: Workspace,
  geometry: GeometryBuffer,
  body: ThermalBody,
  offset: number,
  blurPx: number,
): void {
  const { size, cover, wet, lamp, blurred } = maps;
  const { gain, open, belt } = maps.film.maps;
  for (const map of [cover, gain, wet, open]) map.fill(0);
  const { wetShare, openShare } = body;
  const { inside, count, tiltX, tiltY, texel: texels, cover: covers, size: wide } = geometry;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const tx = tiltX[pixel]!;
    const ty = tiltY[pixel]!;
    const facing = 1 - 0.5 * (tx * tx + ty * ty);
    const texel = texels[pixel]!;
    const y = (pixel / wide) | 0;
    const to = (y >> 1) * size + ((pixel - y * wide) >> 1);
    const share = covers[pixel]! / (FINER * FINER);
    const lit = share * facing * (0.92 + 0.16 * lumps[(texel + offset) & TEXEL_MASK]!) * lamp[to]!;
    cover[to]! += share;
    gain[to]! += lit;
    if (wetShare > 0) wet[to]! += share * patchAt(texel, place.wet, wetShare);
    if (openShare > 0) open[to]! += lit * patchAt(texel, place.open, openShare);
  }
  blurMap(cover, size, blurPx, blurred);
  blurMap(gain, size, blurPx, blurred);
  if (wetShare > 0) blurMap(wet, size, blurPx, blurred);
  if (openShare > 0) blurMap(open, size, blurPx, blurred);
  for (let p = 0; p < size * size; p++) belt[p] = lamp[p]! * (1 - cover[p]!);
}

function patternOf(size: number): Float32Array {
  const random = new Noise(0x7e401);
  const columns = Float32Array.from({ length: size }, () => random.gaussian());
  return Float32Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return 0.8 * columns[x]! + 2 * (lumps[((y * 2) & TILE_MASK) * TILE + ((x * 2) & TILE_MASK)]! - 0.5);
  });
}

/** What a look is made of before its frames are written: body, temperatures, losses. */
interface Look {
  readonly body: ThermalBody;
  /** The body where its glue line holds. */
  readonly glued: ThermalBody;
  readonly startK: number;
  readonly lossWPerM2K: number;
  /** Apparent temperature of belt and item without the flash. */
  readonly beltK: number;
  readonly itemK: number;
  /** The same of its wet spots. */
  readonly wetK: number;
}

function lookOf(item: ItemState, state: ThermographState, itemOptics: ItemOptics): Look {
  const body = thermalBody(item, itemOptics);
  const lossWPerM2K = state.convectionWPerM2K + RADIATIVE_W_PER_M2K * body.emissivity;
  const startK = startTemperature(item, body, state.airTempK, lossWPerM2K);
  const beltK = apparent(state.airTempK, BELT.emissivity, 0, state.airTempK, state);
  const itemK = apparent(startK, body.emissivity, body.transmittance, state.airTempK, state);
  const wetK = apparent(
    startK - body.evaporativeK,
    body.emissivity,
    body.transmittance,
    state.airTempK,
    state,
  );
  const glued = body.gapM2KPerW > 0 ? { ...body, gapM2KPerW: 0 } : body;
  return { body, glued, startK, lossWPerM2K, beltK, itemK, wetK };
}

/** What the flash adds to the apparent temperatures of belt, item and its spots with an open glue line, at a time after it. */
function warmingAt(look: Look, timeS: number, state: ThermographState): Warming {
  const { body } = look;
  const flash = state.flashJPerM2 * (1 - state.lampAge);
  const behindK =
    state.airTempK + (BELT.absorptance * flash) / (BELT.effusivity * Math.sqrt(Math.PI * timeS));
  const warmed = (whole: ThermalBody) => {
    const warmK = look.startK + body.absorptance * flash * flashRise(whole, timeS, look.lossWPerM2K);
    return apparent(warmK, body.emissivity, body.transmittance, behindK, state) - look.itemK;
  };
  const belt = apparent(behindK, BELT.emissivity, 0, state.airTempK, state) - look.beltK;
  const item = warmed(look.glued);
  return { belt, item, open: body.openShare > 0 ? warmed(body) - item : 0 };
}

/** Share of the light that a lens lets through. */
const clearOf = ({ lensDirt }: ThermographState) => 1 - 0.5 * lensDirt;

/** What every frame of a look shows without the flash. */
function writeStill(state: ThermographState, maps: Workspace, look: Look, offsetK: number): void {
  const { cover, wet, pattern } = maps;
  const { still } = maps.film.maps;
  const patternK = state.netdK * state.patternShare;
  const clean = clearOf(state);
  const base = clean * look.beltK + (1 - clean) * state.airTempK + offsetK;
  const step = clean * (look.itemK - look.beltK);
  const wetStep = clean * (look.wetK - look.itemK);
  for (let p = 0; p < still.length; p++)
    still[p] = base + step * cover[p]! + wetStep * wet[p]! + patternK * pattern[p]!;
}

function writeFilm(
  film: Float32Array,
  look: Look,
  state: ThermographState,
  maps: Workspace,
  offsetK: number,
  grain: Noise | null,
): void {
  writeStill(state, maps, look, offsetK);
  // NETD is given at 303 K; where the radiance curve is flatter the same noise is more kelvin.
  const sigmaK = grain ? (state.netdK * radianceSlope(303.15)) / radianceSlope(look.startK) : 0;
  const clean = clearOf(state);
  const warmings = Array.from({ length: state.frames }, (_, f) => {
    const { belt, item, open } = warmingAt(look, (f + 1) / state.rateHz, state);
    return { belt: clean * belt, item: clean * item, open: clean * open };
  });
  maps.film.write(warmings, sigmaK, state.saturationK, grain, film);
  killRows(film, state);
}

/** Dead rows answer with the temperature of the shutter. */
function killRows(film: Float32Array, state: ThermographState): void {
  const { sizePx } = state;
  for (const row of state.deadRows) {
    for (let f = 0; f < state.frames; f++) {
      const from = (f * sizePx + row) * sizePx;
      film.fill(state.airTempK, from, from + sizePx);
    }
  }
}

/**
 * An active thermograph over the belt. It keeps what its films are worked out in, so each owner makes its own; a film is all the
 * same a pure function of the hidden state, the state of the thermograph and the seed.
 */
export class Thermograph {
  readonly #keys: Readonly<Record<'look' | 'pixels', DrawKey>>;
  readonly #scenes: Scenes;
  readonly #itemOptics = new ItemOptics();
  readonly #workspaces = new Map<number, Workspace>();

  /** `seed` names all draws of its looks; `scenes`, of the same seed, may be shared with instruments beside it. */
  constructor(seed: number, scenes = new Scenes(seed)) {
    this.#keys = drawKeys(seed, 0, 'sensing/thermograph', ['look', 'pixels']);
    this.#scenes = scenes;
  }

  /**
   * Apparent temperatures in K after the flash, [frames, size, size], frame f at (f + 1) / rate. `noise` false leaves out the
   * pixel noise.
   */
  render(item: ItemState, thermograph: ThermographState, out?: Float32Array, noise = true): Float32Array {
    const { sizePx: size, frames } = thermograph;
    const film = out ?? new Float32Array(frames * size * size);
    const keys = this.#keys;
    const workspace = kept(this.#workspaces, size, workspaceOf);
    const geometry = this.#scenes.at(item, viewOf(thermograph), FINER * size);
    const patches = Math.floor(TEXELS * uniformAt(keys.look, item.itemId, 0));
    const offsetK =
      thermograph.driftKPerMinute * thermograph.minutesSinceShutter +
      thermograph.offsetSpreadK * normalAt(keys.look, item.itemId, 1);
    const grain = noise ? noiseOf(keys.pixels, item.itemId) : null;
    const look = lookOf(item, thermograph, this.#itemOptics);
    writeMaps(workspace, geometry, look.body, patches, thermograph.blurPx);
    writeFilm(film, look, thermograph, workspace, offsetK, grain);
    return film;
  }
}
